import { PDFArray, PDFDict, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { qrModules } from '../../../shared/documents/pdf/qr.ts';
import { ParkError } from '../../../shared/ports.ts';
import { readPdf, streamText } from './read-pdf.ts';
import { fullest, snapshot } from './samples.ts';

const assets = await loadCertificateAssets();
const print = (change: Partial<typeof snapshot> = {}) => renderCertificatePdf({ ...snapshot, ...change }, assets);

describe('a certificate as PDF', () => {
  it('has the same bytes whenever and by whomever it is printed', async () => {
    const first = await print();
    const second = await renderCertificatePdf(structuredClone(snapshot), { ...assets });
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(await print({ version: 2 })).equals(Buffer.from(first))).toBe(false);
  });

  it('has the same bytes whatever was printed before it', async () => {
    // Other names' accents must not teach the fonts to say these letters otherwise.
    const name = 'Yıffi Sofıffa';
    const fresh = await renderCertificatePdf({ ...snapshot, name }, { ...assets });
    const used = { ...assets };
    for (const before of ['íîĩï çşţ', 'ﬁona ﬂora', 'Sofia'])
      await renderCertificatePdf({ ...snapshot, name: before, title: before }, used);
    const after = await renderCertificatePdf({ ...snapshot, name }, used);
    expect(Buffer.from(after).equals(Buffer.from(fresh))).toBe(true);
  });

  it('says everything that the field requires of a physician’s certificate', async () => {
    const { elements } = await readPdf(
      await print({ location: 'Boston, Massachusetts', jointProvider: 'Harbor Network' }),
    );
    const texts = elements.map(({ text }) => text);
    for (const fact of [
      'Certificate of Credit',
      'Amélie Nguyễn, MD, FACP',
      'has participated in the enduring material titled',
      snapshot.title,
      'on 9 March 2026 · Boston, Massachusetts',
      'and is awarded 1.25 AMA PRA Category 1 Credits™',
      snapshot.provider.name,
      'Provided jointly with Harbor Network',
      'CW-2026-4F7K2M',
      '9 March 2026',
      'Theodora Lindqvist-Amari, MD',
      'Chair, Continuing Education Committee',
      'credit.meridian-society.example/v/4mz8q0v7c1x2k3j4h5g6f7d8s9',
      ...snapshot.statements,
    ])
      expect(texts).toContain(fact);
  });

  it('never says that attendance was awarded', async () => {
    const { elements } = await readPdf(
      await print({
        statements: [],
        credits: [{ creditType: 'ama-pra-category-1', basis: 'attendance', amount: 125, maximum: 150 }],
      }),
    );
    const texts = elements.map(({ text }) => text);
    expect(texts).toContain('Certificate of Participation');
    expect(texts).toContain('The activity was designated for 1.5 AMA PRA Category 1 Credits™');
    expect(texts).toContain('Issued');
    expect(texts.join('\n')).not.toMatch(/award/i);
  });

  it('fits four kinds of credit, their statements and numbers on one page', async () => {
    const { document, elements } = await readPdf(await renderCertificatePdf(fullest, assets));
    expect(document.getPageCount()).toBe(1);
    expect(document.getPage(0).getSize()).toEqual({ width: 792, height: 612 });
    const texts = elements.map(({ text }) => text);
    for (const fact of [
      fullest.name,
      fullest.title,
      'Activity number JA4008106-0000-24-035-H01-P',
      ...fullest.statements,
    ])
      expect(texts).toContain(fact);
  });

  it('sets no type below 7.5 points and nothing beyond the page, however much must be said', async () => {
    const { content } = await readPdf(await renderCertificatePdf(fullest, assets));
    const sizes = [...content.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7.5);
    for (const [, x, y] of content.matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(36);
      expect(Number(x)).toBeLessThanOrEqual(756);
      expect(Number(y)).toBeGreaterThanOrEqual(36);
      expect(Number(y)).toBeLessThanOrEqual(576);
    }
  });

  it('keeps seal, facts and code apart, however long its statements are', async () => {
    for (const count of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const statements = Array.from({ length: count }, () => snapshot.statements[0] ?? '');
      const printed = await print({ statements }).catch((error: unknown) => error);
      if (!(printed instanceof Uint8Array)) {
        expect(printed).toBeInstanceOf(ParkError);
        expect(count).toBeGreaterThan(5);
        continue;
      }
      const { content } = await readPdf(printed);
      const side = [...content.matchAll(/1 0 0 1 640 ([\d.]+) Tm/g)].map(([, y]) => Number(y));
      const falling = side.toSorted((a, b) => b - a);
      // Baselines fall down the column in reading order, and the code has its height between its label and its address.
      expect(side).toEqual(falling);
      expect((side[6] ?? 0) - (side[7] ?? 0)).toBeGreaterThan(100);
    }
  });

  it.each(['CW-2026-0CDVWXGK', 'CW-2026-WWWWWWWW', 'CW-2026-MQWGMQWG'])(
    'sets its number smaller rather than be parked for the width of its letters: %s',
    async (number) => {
      const { content } = await readPdf(await print({ number }));
      // Its line: set once in the facts, at a size of its own.
      expect(content).toMatch(/\/F\d+ (?:11\.25|10\.5|9\.75|9|8\.25|7\.5) Tf/);
    },
  );

  it('is parked when a word is too long for its place', async () => {
    await expect(print({ location: 'W'.repeat(90) })).rejects.toThrow(/location .* has a word that is too long/);
    const provider = { ...snapshot.provider, name: 'M'.repeat(60) };
    await expect(print({ provider })).rejects.toThrow(/provider .* has a word that is too long/);
  });

  it('is parked rather than crowded when its statements are too long for a page', async () => {
    const statements = Array.from({ length: 30 }, () => snapshot.statements[0] ?? '');
    await expect(print({ statements })).rejects.toThrow(ParkError);
    await expect(print({ title: 'A very long title indeed '.repeat(40) })).rejects.toThrow(/title .* too long/);
  });

  it('sets the AMA’s mark in italics', async () => {
    const { elements } = await readPdf(await print());
    const marks = elements.map(({ glyphs }) => glyphs.map(({ text, italic }) => (italic ? text : '')).join(''));
    expect(marks.filter((mark) => mark.includes('AMA'))).toEqual(Array(2).fill('AMA PRA Category 1 Credits™'));
  });
});

describe('a certificate for those who hear it and for archives', () => {
  it('takes no more than 30 KiB before it is signed', async () => {
    expect((await print()).byteLength).toBeLessThanOrEqual(30 * 1_024);
  });

  it('is tagged in reading order, with one heading and a description of each figure', async () => {
    const { document, elements, untagged } = await readPdf(await print());
    expect(elements.filter(({ role }) => role === 'H1').map(({ text }) => text)).toEqual(['Certificate of Credit']);
    expect(elements.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      `QR code that leads to ${snapshot.verifyUrl}`,
    ]);
    expect(untagged).toBe('');
    expect(document.catalog.lookup(PDFName.of('Lang'), PDFString).asString()).toBe('en-US');
    expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true');
  });

  it('claims PDF/A-1b in XMP that agrees with its other metadata', async () => {
    const { document } = await readPdf(await print({ name: 'Ada <Lin> & Co' }));
    const xmp = streamText(document.catalog.lookup(PDFName.of('Metadata')));
    expect(xmp).toContain('pdfaid:part="1" pdfaid:conformance="B"');
    expect(xmp).toContain('Ada &lt;Lin&gt; &amp; Co');
    expect(xmp).toContain('xmp:CreateDate="2026-03-09T04:30:00Z"');
    expect(document.getCreationDate()?.toISOString()).toBe('2026-03-09T04:30:00.000Z');
    expect(document.getTitle()).toBe(`Certificate of Credit: Ada <Lin> & Co, ${snapshot.title}`);
  });

  it('embeds every font as a subset with its characters listed, and has no transparency', async () => {
    const bytes = await print();
    const { document } = await readPdf(bytes);
    const fonts = document.getPage(0).node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
    for (const key of fonts?.keys() ?? []) {
      const font = fonts?.lookup(key, PDFDict);
      expect(font?.lookup(PDFName.of('BaseFont'), PDFName).decodeText()).toMatch(/^[A-Z]{6}\+/);
      const descriptor = font
        ?.lookup(PDFName.of('DescendantFonts'), PDFArray)
        .lookup(0, PDFDict)
        .lookup(PDFName.of('FontDescriptor'), PDFDict);
      expect(descriptor?.has(PDFName.of('FontFile2'))).toBe(true);
      expect(descriptor?.has(PDFName.of('CIDSet'))).toBe(true);
    }
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw.startsWith('%PDF-1.4')).toBe(true);
    expect(raw).not.toMatch(/\/SMask|\/ObjStm|\/Encrypt|\/JavaScript/);
    expect(raw).toContain('/GTS_PDFA1');
  });

  it('links to the verification page and to nothing else', async () => {
    const raw = Buffer.from(await print()).toString('latin1');
    expect([...raw.matchAll(/\/URI \(([^)]*)\)/g)].map(([, uri]) => uri)).toEqual([snapshot.verifyUrl]);
  });

  it('draws the QR code of the verification address, module by module', async () => {
    const { content } = await readPdf(await print());
    const drawn = new Set<string>();
    for (const [, x = '', y = '', width = ''] of content.matchAll(/^(\d+) (\d+) (\d+) 1 re$/gm))
      for (let step = 0; step < Number(width); step += 1) drawn.add(`${Number(x) + step},${y}`);
    const wanted = qrModules(snapshot.verifyUrl).flatMap((cells, row) =>
      cells.flatMap((dark, column) => (dark ? [`${column},${row}`] : [])),
    );
    expect([...drawn].toSorted()).toEqual(wanted.toSorted());
  });
});
