import { createHash } from 'node:crypto';
import { PDFDict, PDFName, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { signPdf } from '../../../shared/documents/signature/sign-pdf.ts';
import { certificateToSign, signedCertificate } from '../../../shared/documents/signature/signing-certificate.ts';
import { renderTranscriptPdf } from '../../../shared/documents/transcript-pdf.ts';
import { standingWords } from '../../../shared/documents/transcript-wording.ts';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import { formatCredit } from '../../../shared/domain/credit-type.ts';
import { longDate } from '../../../shared/domain/long-date.ts';
import { type AskedScope, transcriptOf } from '../../../shared/domain/transcript.ts';
import { ParkError } from '../../../shared/ports.ts';
import { createMemorySigner } from '../../simulation/ports/memory-signer.ts';
import { flawOf } from '../../support/signed-pdf.ts';
import { type ReadElement, type ReadPdf, readPdf, streamText } from './read-pdf.ts';
import { fullest, snapshot } from './samples.ts';

const assets = await loadCertificateAssets();
const statuses = ['valid', 'valid', 'valid', 'replaced', 'revoked', 'suspended', 'issuing'] as const;

/** So many certificates over three years, of several kinds and standings. */
const certificates = (count: number): readonly Certificate[] =>
  [...Array(count).keys()].map((index) => ({
    status: statuses[index % statuses.length] ?? 'valid',
    snapshot: {
      ...(index % 5 === 2 ? fullest : snapshot),
      certificateId: `certificate-${index}`,
      number: `CW-2026-${String(index).padStart(6, '0')}`,
      verifyUrl: `https://credit.meridian-society.example/v/certificate-${index}`,
      participatedOn: `${2024 + (index % 3)}-0${1 + (index % 9)}-1${index % 10}`,
      awardedOn: `${2024 + (index % 3)}-0${1 + (index % 9)}-20`,
    },
  }));

const of = (all: readonly Certificate[], asked: AskedScope = {}) => ({
  transcript: transcriptOf(all, asked, '2026-11-26'),
  name: snapshot.name,
  madeAt: '2026-11-26T09:20:41.500Z',
  providerName: snapshot.provider.name,
});
const signature = { name: snapshot.provider.name, reason: 'Issued as a transcript', at: '2026-11-26T09:20:41.500Z' };

const many = of(certificates(28));
let read: ReadPdf;
beforeAll(async () => {
  read = await readPdf(await renderTranscriptPdf(many, assets, signature));
});

const tables = ({ elements }: ReadPdf): readonly ReadElement[] => elements.filter(({ role }) => role === 'Table');
/** The texts of a table's cells, row by row, without the row of headings. */
const rowsOf = (table: ReadElement | undefined): readonly (readonly string[])[] =>
  (table?.kids ?? []).slice(1).map((row) => row.kids.map(({ kids }) => kids.map(({ text }) => text).join(' ')));
const texts = ({ elements }: ReadPdf): readonly string[] => elements.map(({ text }) => text);

describe('a transcript as PDF', () => {
  it('has the same bytes whoever prints the same transcript, and others when it is made again', async () => {
    const few = of(certificates(2));
    const first = await renderTranscriptPdf(few, assets);
    expect(Buffer.from(await renderTranscriptPdf(structuredClone(few), { ...assets })).equals(first)).toBe(true);
    const later = await renderTranscriptPdf({ ...few, madeAt: '2026-11-26T09:20:42.000Z' }, assets);
    expect(Buffer.from(later).equals(first)).toBe(false);
  });

  it('says whose it is, what it covers and when it was made', async () => {
    expect(texts(read)).toEqual(
      expect.arrayContaining([
        snapshot.provider.name,
        'Transcript of Continuing Education',
        snapshot.name,
        `Covers: participation from ${longDate(many.transcript.scope.from)} to 26 November 2026`,
        'Kinds of credit: all',
        'Made: 26 November 2026, 09:20 UTC',
      ]),
    );
    const asked = { from: '2025-01-01', to: '2025-12-31', types: ['ancc-contact-hour', 'ama-pra-category-1'] };
    const narrowed = await readPdf(await renderTranscriptPdf(of(certificates(6), asked), assets));
    expect(texts(narrowed)).toContain('Covers: participation from 1 January 2025 to 31 December 2025');
    expect(texts(narrowed)).toContain('Kinds of credit: ANCC contact hours, AMA PRA Category 1 Credits™');
  });

  it('lists every credit with every fact, in the order of the transcript', () => {
    const rows = rowsOf(tables(read).at(-1));
    expect(rows).toHaveLength(many.transcript.lines.length);
    for (const [index, line] of many.transcript.lines.entries()) {
      const [participated = '', activity = '', kind = '', amount = '', certificate = ''] = rows[index] ?? [];
      expect(participated).toBe(`${longDate(line.participatedOn)} awarded ${longDate(line.awardedOn)}`);
      const address = line.verifyUrl?.replace('https://', '') ?? 'no address';
      for (const fact of [line.title, line.provider, line.jointProvider ?? '', address])
        expect(activity).toContain(fact);
      expect(activity).toContain(line.format === 'live-activity' ? 'live activity' : 'enduring material');
      expect(kind).toContain(line.names.plural);
      expect(kind.startsWith('Attendance, no credit')).toBe(line.basis === 'attendance');
      expect(amount).toBe(
        line.basis === 'attendance' ? 'none' : formatCredit(line.amount) + (line.counted > 0 ? '' : ' not counted'),
      );
      expect(certificate).toBe(
        line.standing === 'valid' ? line.number : `${line.number} ${standingWords[line.standing]}`,
      );
    }
  });

  it('totals by kind, and by year where there are several, with the very sums of the transcript', () => {
    const [kinds, years] = tables(read);
    expect(rowsOf(kinds)).toEqual(
      many.transcript.totals.map(({ names, amount }) => [names.plural, formatCredit(amount)]),
    );
    expect(rowsOf(years)).toEqual(
      many.transcript.years.map(({ year, names, amount }) => [String(year), names.plural, formatCredit(amount)]),
    );
  });

  it('does not say the totals twice where all of them are of one year', async () => {
    const one = await readPdf(await renderTranscriptPdf(of(certificates(1)), assets));
    expect(tables(one)).toHaveLength(2);
  });

  it('says so when nothing is in the range, without an empty table', async () => {
    const none = await readPdf(await renderTranscriptPdf(of([]), assets));
    expect(texts(none)).toContain('No credit in this range.');
    expect(tables(none)).toEqual([]);
  });

  it('says under which other name a certificate was issued', async () => {
    const former = certificates(1).map((one) => ({ ...one, snapshot: { ...one.snapshot, name: 'Amélie Martin, MD' } }));
    const printed = await readPdf(await renderTranscriptPdf(of(former), assets));
    expect(rowsOf(tables(printed).at(-1))[0]?.[1]).toContain('as Amélie Martin, MD');
  });

  it('says names in every script that certificates are printed in', async () => {
    const named = certificates(1).map((one) => ({ ...one, snapshot: { ...one.snapshot, name: '王小明, MD' } }));
    const printed = await readPdf(await renderTranscriptPdf({ ...of(named), name: 'محمد الأمين' }, assets));
    expect(texts(printed)).toContain('محمد الأمين');
    expect(rowsOf(tables(printed).at(-1))[0]?.[1]).toContain('as 王小明, MD');
  });

  it('sets a certificate’s number in one line, for who types it', async () => {
    const wide = certificates(1).map((one) => ({ ...one, snapshot: { ...one.snapshot, number: 'CW-2026-WMWMWMWM' } }));
    const printed = await readPdf(await renderTranscriptPdf(of(wide), assets));
    // The heading of its column, and the number: nothing else begins there.
    expect([...printed.content.matchAll(/1 0 0 1 485 [\d.]+ Tm/g)]).toHaveLength(2);
  });

  it('is refused with a reason rather than printed wrong', async () => {
    const unprintable = certificates(1).map((one) => ({ ...one, snapshot: { ...one.snapshot, title: 'Care 🦄' } }));
    await expect(renderTranscriptPdf(of(unprintable), assets)).rejects.toThrow(ParkError);
    await expect(renderTranscriptPdf(of(unprintable), assets)).rejects.toThrow(/title .*U\+1F984/);
  });
});

describe('a transcript of several pages', () => {
  it('numbers them, and says on each whose it is, for the eye alone', () => {
    const pages = read.document.getPageCount();
    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page <= pages; page += 1) expect(read.untagged).toContain(`Page ${page} of ${pages}`);
    expect(read.untagged.split(`Transcript of ${snapshot.name}`)).toHaveLength(pages + 1);
    expect(read.elements.map(({ text }) => text).join('\n')).not.toContain('Page 1 of');
  });

  it('repeats a table’s headings for the eye, and tells them once to who listens', () => {
    expect(read.untagged).toContain('ParticipatedActivityKind of creditAmountCertificate');
    for (const table of tables(read)) {
      const heads = table.kids.filter((row) => row.kids.every(({ role }) => role === 'TH'));
      expect(heads).toHaveLength(1);
      expect(table.kids.indexOf(heads[0] ?? table)).toBe(0);
    }
  });

  it('never tears a row, and draws nothing beyond the page or smaller than can be read', () => {
    for (const row of tables(read).flatMap(({ kids }) => kids)) expect(row.pages).toHaveLength(1);
    const sizes = [...read.content.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
    for (const [, x, y] of read.content.matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(45);
      expect(Number(x)).toBeLessThanOrEqual(567);
      expect(Number(y)).toBeGreaterThanOrEqual(25);
      expect(Number(y)).toBeLessThanOrEqual(746);
    }
  });

  it('has as many cells in every row as its table has headings, and says what each heading is of', () => {
    for (const { kids: rows } of tables(read)) {
      const [head] = rows;
      expect(head?.kids.map(({ role, scope }) => `${role} ${scope}`)).toEqual(head?.kids.map(() => 'TH Column'));
      for (const row of rows) expect(row.kids).toHaveLength(head?.kids.length ?? 0);
    }
    expect(tables(read)[0]?.kids[1]?.kids.map(({ role, scope }) => `${role} ${scope}`)).toEqual([
      'TH Row',
      'TD undefined',
    ]);
  });

  it('leads from each credit to its own verification page, and nowhere else', () => {
    const uris = read.document.getPages().flatMap(({ node }) => {
      const annotations = node.Annots();
      return [...Array(annotations?.size() ?? 0).keys()].flatMap((index) => {
        const action = annotations?.lookup(index, PDFDict).lookup(PDFName.of('A'));
        return action instanceof PDFDict ? [action.lookup(PDFName.of('URI'), PDFString).asString()] : [];
      });
    });
    expect(uris).toEqual(many.transcript.lines.map(({ verifyUrl }) => verifyUrl));
  });

  it('claims PDF/A-1b, and names its bearer', () => {
    const xmp = streamText(read.document.catalog.lookup(PDFName.of('Metadata')));
    expect(xmp).toContain('pdfaid:part="1" pdfaid:conformance="B"');
    expect(read.document.getTitle()).toBe(`Transcript of continuing education: ${snapshot.name}`);
    expect(read.document.getCreationDate()?.toISOString()).toBe('2026-11-26T09:20:41.000Z');
  });

  it('can be signed as a whole, so that nothing in it is changed unnoticed', async () => {
    const signer = createMemorySigner();
    const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
    const [key] = await signer.keys();
    const provider = snapshot.provider.name;
    const toSign = certificateToSign(key, provider, '2026-02-01T00:00:00.000Z');
    const certificate = signedCertificate(toSign, await signer.sign(key.kid, toSign));
    const document = await renderTranscriptPdf(many, assets, signature);
    const signed = await signPdf(document, { key, provider, certificate }, { signer, digest });
    expect(await flawOf(signed, key)).toBeUndefined();
    const forged = signed.slice();
    const amount = Buffer.from(signed).indexOf('/Contents');
    forged[amount - 40] = (forged[amount - 40] ?? 0) ^ 1;
    expect(await flawOf(forged, key)).not.toBeUndefined();
  });
});
