import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { printable } from '../../../shared/documents/pdf/printable.ts';
import { ParkError } from '../../../shared/ports.ts';
import { readPdf } from './read-pdf.ts';
import { snapshot } from './samples.ts';

const assets = await loadCertificateAssets();
const print = async (name: string) => readPdf(await renderCertificatePdf({ ...snapshot, name }, assets));

/** Names that must be printed, with how they must read when copied out of the PDF. */
const printed: readonly (readonly [name: string, reads: string])[] = [
  ...[
    'Nguyễn Thị Ánh',
    'Łukasz Żółć',
    '王小明',
    '王小明, MD',
    '陳 臺生',
    '佐藤 花子',
    'さとう はなこ',
    '김민준',
    '髙橋 﨑山 𠮷田',
    'محمد أحمد الحسيني',
    'لؤي سلام مُنى',
    'ژاله حسن‌زاده',
    'ٹیپو قریشی ڈار',
    'שרה בן־דוד',
    'प्रिया त्रिपाठी',
    'র‍্যাশ চট্টোপাধ্যায়',
    'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
    'જ્ઞાનેશ પટેલ',
    'ପ୍ରିୟା ମହାପାତ୍ର',
    'ஸ்ரீதர் கௌரி',
    'శ్రీనివాస్ రెడ్డి',
    'ಸಿದ್ಧಾರ್ಥ ಮೂರ್ತಿ',
    'കൃഷ്ണൻ നമ്പൂതിരി',
    'ශ්‍රී ප්‍රියංකා',
    'ปิ่นเพชร น้ำผึ้ง',
    'ຄຳຫຼ້າ ນ້ອຍ',
    'ព្រហ្ម ស៊្រុន',
    'ကျော် ညွန့်',
    'ნინო ბერიძე',
    'Գևորգ Օհանյան',
    'ኃይሌ ገብረመድኅን',
    'Ada Lin, محمد (Ward 12) प्रिया 王',
    'Œuvrard Lœtitia',
    'Ğülşen İnönü Yıldız',
    'Íñigo O’Connor-Þórðarson',
    "Aoife O'Brien-Ní Dhomhnaill",
    'Αλέξανδρος',
    'Юлия Щербакова',
    'José María de la Cruz y Fernández-Villaverde del Castillo',
    'A',
    'é',
    'Ng',
    'fi ffl Officer',
    'ꞌAna Ŋkọsí Ƴaƙubu',
  ].map((name): [string, string] => [name.normalize('NFC'), name.normalize('NFC')]),
  // No single character exists for the last letter: letter and mark are two glyphs.
  ['Ọláyínká Adébáyọ̀', 'Ọláyínká Adébáyọ̀'.normalize('NFC')],
  ['Jose\u0301 Nu\u0303n\u0303ez', 'José Nũñez'],
  ['  Ada\u00a0\u2003 Lin\u0000\u0007 ', 'Ada Lin'],
  ['Ada \u202eniL\u202c\u200b', 'Ada niL'],
  ['Ada\u200dLin محمد\u200c', 'AdaLin محمد'],
  ['Ada\r\nBcc: Lin', 'Ada Bcc: Lin'],
  ['Ada\u0085Lin', 'Ada Lin'],
  ['<b>Ada</b> & "Lin"', '<b>Ada</b> & "Lin"'],
  ['(Ada) \\ Tj ET Q', '(Ada) \\ Tj ET Q'],
  ['Маria Αlpha AΑА', 'Маria Αlpha AΑА'],
  [`${'Anna-Sophia '.repeat(16)}Lindqvist`, `${'Anna-Sophia '.repeat(16)}Lindqvist`],
  ['王'.repeat(40), '王'.repeat(40)],
];

/** Names that must be parked, with what the reason must say. */
const parked: readonly (readonly [what: string, name: string, reason: RegExp])[] = [
  ['an emoji', 'Ada 😀 Lin', /no certificate font covers: U\+1F600/],
  ['a family of emoji', 'Ada 👩‍⚕️', /no certificate font covers: U\+1F469/],
  ['Tibetan', 'བསྟན་འཛིན', /written in Tibetan/],
  ['Thaana beside Latin', 'Ada Lin, އަޙްމަދު', /written in Thaana/],
  ['a vowel sign without its letter', 'ि शर्मा', /Devanagari signs in an order that cannot be set right: U\+093F/],
  ['a vowel sign behind a nasal', 'कंा', /Devanagari signs in an order that cannot be set right/],
  ['a Thai tone twice', 'ก่่', /Thai signs in an order that cannot be set right/],
  ['marks piled upon an Arabic letter', `م${'\u064b\u064c\u064d\u064e\u064f\u0650'}`, /Arabic signs in an order/],
  ['a letter of a covered script that its font lacks', 'محم\u0897', /no certificate font covers: U\+0897/],
  ['half a character', 'Ada \ud83d Lin', /damaged/],
  ['nothing but invisible characters', '\u0000\u200b\u202e \u2066', /no printable characters/],
  ['nothing', '', /no printable characters/],
  ['marks piled upon a letter', `A${'\u0301\u0308\u030c\u0302'.repeat(10)}da`, /no certificate font covers/],
  ['a mark without a letter', '\u0301da', /no certificate font covers: U\+0301/],
  ['a character for private use', 'Ada \ue000', /no certificate font covers: U\+E000/],
  ['an unassigned character', 'Ada \u{e0fff}', /U\+E0FFF|U\+000E0FFF/],
  ['a variation of an ideograph that no font has', '葛\u{e0100}城', /U\+E0100/],
  ['a word of 200 letters', 'W'.repeat(200), /too long for the certificate/],
];

describe('a name on a certificate', () => {
  it.each(printed)('prints %j letter by letter, with a glyph for each', async (name, reads) => {
    const { elements, glyphIds, untagged } = await print(name);
    expect(elements.map(({ text }) => text.normalize('NFC'))).toContain(reads);
    expect(glyphIds.filter((id) => id === 0)).toEqual([]);
    expect(untagged).toBe('');
  });

  it.each(parked)('is parked with a reason for staff when it holds %s', async (_what, name, reason) => {
    const failure = await print(name).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ParkError);
    expect(String(failure)).toMatch(reason);
  });

  it('is printed as it was entered or parked, whatever it is', async () => {
    const letters = fc.constantFrom(
      ...'aáAÁbßçčđĐeêệfiflłnñøœşșťþűyỳżžΑαήЯяїҐ王明佐김민\u0301\u0323\u0308’-. ,()/',
      ...'ɓŋꞌ😀עअ',
    );
    const names = fc.oneof(
      fc.string({ unit: letters, minLength: 1, maxLength: 40 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        try {
          const { elements, glyphIds } = await print(name);
          expect(elements.map(({ text }) => text.normalize('NFC'))).toContain(printable(name, 'name'));
          expect(glyphIds).not.toContain(0);
        } catch (error) {
          if (!(error instanceof ParkError)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps look-alike letters of three alphabets apart', async () => {
    const { elements } = await print('AΑА');
    expect(elements.some(({ text }) => text === 'A\u0391\u0410')).toBe(true);
  });

  it('puts a mark on its letter where no joined letter exists', async () => {
    // The pen goes back by a part of the letter before it draws the last glyph, which no kerning does.
    const backToItsLetter = /40 Tf \[.*>\d{3}(\.\d+)?<[0-9A-F]{4}>\]TJ/;
    expect((await print('Adébáyọ̀')).content).toMatch(backToItsLetter);
    expect((await print('Adébáyọ')).content).not.toMatch(backToItsLetter);
  });

  it('keeps lines of stacked letters apart', async () => {
    const apart = async (name: string): Promise<number> => {
      const { content } = await print(name);
      const sizes = [...content.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, text]) => Number(text));
      const size = sizes.find((one) => one < 36 && one > 18) ?? 0;
      const own = content.split('\n').filter((line) => line.includes(` ${size} Tf`));
      const baselines = [...new Set(own.map((line) => Number(/ ([\d.]+) Tm/.exec(line)?.[1])))];
      return ((baselines[0] ?? 0) - (baselines[1] ?? 0)) / size;
    };
    const burmese = 'အောင်ကျော်ကျော် ညွန့်စုကြည် လှိုင်ထွန်း';
    // In sizes of its own letters, which are smaller than those beside them.
    expect(await apart(`${burmese} ${burmese}`)).toBeGreaterThan(1.36 / 0.78 - 0.01);
  });

  it('names no person in the reason, which stands where ids alone lead to a person', async () => {
    for (const name of ['Ada 😀', 'W'.repeat(200), 'Ada \ud800', 'Ada \ue000'])
      await expect(renderCertificatePdf({ ...snapshot, name }, assets)).rejects.toThrow(/^The name (?!“)/);
  });

  it('parks titles, places and providers that no font covers, and says which it was', async () => {
    for (const [field, change] of [
      ['title', { title: 'Care 😀' }],
      ['location', { location: 'Boston 😀' }],
      ['joint provider', { jointProvider: '😀' }],
      ['statement', { statements: ['😀'] }],
      ['provider', { provider: { ...snapshot.provider, name: '😀' } }],
    ] as const)
      await expect(renderCertificatePdf({ ...snapshot, ...change }, assets)).rejects.toThrow(`The ${field} “`);
  });
});
