import { createHash } from 'node:crypto';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { certificateWording } from '../../../shared/documents/certificate-wording.ts';
import { signPdf } from '../../../shared/documents/signature/sign-pdf.ts';
import { certificateToSign, signedCertificate } from '../../../shared/documents/signature/signing-certificate.ts';
import { renderTranscriptPdf } from '../../../shared/documents/transcript-pdf.ts';
import { signatoriesOf } from '../../../shared/domain/activity.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';
import { runsOf } from '../../../shared/domain/run.ts';
import { transcriptOf } from '../../../shared/domain/transcript.ts';
import { fullest, snapshot } from '../../shared/documents/samples.ts';
import { theme, threeSign } from '../../shared/documents/themes.ts';
import { createMemorySigner } from '../../simulation/ports/memory-signer.ts';

/** A document as it is issued, and what who hears or copies it must get. */
export interface Issued {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly signed: boolean;
  readonly title: string;
  /** Every text of it in the order in which it is read; undefined where that is tried elsewhere. */
  readonly reads?: readonly string[];
  /** A text that must be there when all is copied, where programs that copy know how. */
  readonly copies?: string;
}

/** Names by what they try. Those that run from right to left are put into order by who copies them, each in its way. */
const names: Readonly<Record<string, string>> = {
  latin: 'Ọláyínká Nguyễn-Łukasz, MD',
  chinese: '王小明, MD',
  taiwanese: '陳臺生',
  japanese: '髙橋 はな',
  'rare-ideograph': '𠮷田 翔太',
  korean: '김민준, PharmD',
  arabic: 'محمد أحمد الحسيني, MD',
  persian: 'ژاله حسن‌زاده',
  hebrew: 'מִרְיָם בן־דוד',
  devanagari: 'प्रिया त्रिपाठी, MD',
  bengali: 'শ্রীজাত চট্টোপাধ্যায়',
  tamil: 'ஸ்ரீதர் கௌரி',
  sinhala: 'ශ්‍රී ප්‍රියංකා',
  thai: 'ปิ่นเพชร น้ำผึ้ง',
  khmer: 'ស្រីមុំ ព្រហ្ម',
  burmese: 'ကျော်ကျော် ညွန့်',
  georgian: 'ნინო ბერიძე',
  ethiopic: 'ኃይሌ ገብረመድኅን',
  mixed: 'Ada Lin, محمد (Ward 12) प्रिया 王',
};

const certificates: Readonly<Record<string, CertificateSnapshot>> = {
  ...Object.fromEntries(Object.entries(names).map(([file, name]) => [file, { ...snapshot, name }])),
  'several-credits': fullest,
  'several-credits-arabic': { ...fullest, name: 'عبدالله النجّار القاضي, DNP', location: 'الرياض' },
  'title-devanagari': { ...snapshot, title: 'वृद्धजनों में रक्तस्राव और पक्षाघात का जोखिम: प्रतिस्कंदन चिकित्सा का संतुलित उपयोग' },
};

/** What a certificate says, put together from its words and not from what was drawn. */
function readingOf(one: CertificateSnapshot): readonly string[] {
  const words = certificateWording(one);
  const plain = (text: string): string =>
    runsOf(text)
      .map(({ text: run }) => run)
      .join('');
  return [
    ...[words.provider, words.jointProvider ?? [], words.heading, words.opening, words.name],
    ...[words.participation, words.title, words.occasion],
    ...words.credits.map(({ sentence, activityNumber }) => [
      plain(sentence),
      activityNumber ? `Activity number ${activityNumber}` : [],
    ]),
    ...signatoriesOf(one.provider).map(({ name, title }) => [name, title]),
    ...['Certificate number', one.number, 'Participated', words.participatedOn, words.awardedLabel, words.awardedOn],
    ...['Check this certificate', one.verifyUrl.replace('https://', '')],
    ...words.statements.map(plain),
  ]
    .flat(2)
    .flat();
}

const rightToLeft = /[\u0590-\u08ff]/u;

/** Prints and signs as the service does, by a key of its own. */
export async function createIssuer() {
  const signer = createMemorySigner();
  const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const [key] = await signer.keys();
  if (!key) throw new Error('There is no key');
  const provider = snapshot.provider.name;
  const toSign = certificateToSign(key, provider, '2026-02-01T00:00:00.000Z');
  const seal = { key, provider, certificate: signedCertificate(toSign, await signer.sign(key.kid, toSign)) };
  const facts = { name: provider, reason: 'Issued', at: snapshot.awardedAt };
  const assets = await loadCertificateAssets();
  const sign = (unsigned: Uint8Array): Promise<Uint8Array> => signPdf(unsigned, seal, { signer, digest });
  const titleOf = (one: CertificateSnapshot): string => `${certificateWording(one).heading}: ${one.name}, ${one.title}`;
  return {
    ...{ assets, facts, provider, sign, titleOf },
    /** A certificate, signed. @throws ParkError where its name cannot be printed */
    issue: async (file: string, one: CertificateSnapshot): Promise<Issued> => {
      const bytes = await sign(await renderCertificatePdf(one, assets, { signed: facts }));
      return { file: `${file}.pdf`, bytes, signed: true, title: titleOf(one) };
    },
  };
}

/** Certificates in many scripts, signed and some unsigned, and a transcript of several pages. */
export async function issuedDocuments(): Promise<readonly Issued[]> {
  const { assets, facts, provider, sign, titleOf, issue } = await createIssuer();
  const issued: Issued[] = [];
  for (const [file, one] of Object.entries(certificates)) {
    const about = { reads: readingOf(one), ...(rightToLeft.test(one.name) ? {} : { copies: one.name }) };
    issued.push({ ...(await issue(file, one)), ...about });
    const bytes = await renderCertificatePdf(one, assets);
    if (['latin', 'arabic', 'devanagari'].includes(file))
      issued.push({ ...about, title: titleOf(one), file: `${file}-unsigned.pdf`, signed: false, bytes });
  }
  const three = { ...snapshot, provider: threeSign };
  const themed = await renderCertificatePdf(three, assets, { signed: facts, theme });
  issued.push({
    title: titleOf(three),
    reads: readingOf(three),
    ...{ file: 'themed.pdf', signed: true, bytes: await sign(themed) },
  });
  const all = Object.values(certificates).map((one, index) => ({
    status: 'valid' as const,
    snapshot: { ...one, certificateId: `certificate-${index}` },
  }));
  const transcript = await renderTranscriptPdf(
    {
      transcript: transcriptOf(all, {}, '2026-11-26'),
      name: names.arabic ?? '',
      madeAt: '2026-11-26T09:20:41.500Z',
      providerName: provider,
    },
    assets,
    facts,
  );
  const bytes = await sign(transcript);
  return [...issued, { file: 'transcript.pdf', signed: true, bytes, title: 'Transcript' }];
}
