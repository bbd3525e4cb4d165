import { describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { type PrintingOptions, renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { renderCertificateSheet } from '../../../shared/documents/certificate-sheet.ts';
import { previewTitle } from '../../../shared/documents/certificate-theme.ts';
import { rgb } from '../../../shared/documents/pdf/artwork.ts';
import { plainTheme, themeColors } from '../../../shared/domain/theme.ts';
import { readPdf } from './read-pdf.ts';
import { fullest, snapshot } from './samples.ts';
import { theme, threeSign } from './themes.ts';

const assets = await loadCertificateAssets();
const signed = { ...snapshot, provider: threeSign };
const print = async (options: PrintingOptions = { theme }, facts = signed) =>
  readPdf(await renderCertificatePdf(facts, assets, options));
const sheet = renderCertificateSheet({ snapshot: signed, status: 'valid' }, theme);

describe('a certificate in its provider’s look', () => {
  it('has the same bytes for the same theme, and others for another', async () => {
    const [one, again, plain] = await Promise.all(
      [theme, structuredClone(theme), undefined].map((look) => renderCertificatePdf(signed, assets, { theme: look })),
    );
    expect(Buffer.from(again ?? []).equals(Buffer.from(one ?? []))).toBe(true);
    expect(Buffer.from(plain ?? []).equals(Buffer.from(one ?? []))).toBe(false);
  });

  it('looks without a theme as with the plain one, and then shows nobody’s marks', async () => {
    const [none, plain] = await Promise.all(
      [{}, { theme: plainTheme }].map((options) => renderCertificatePdf(snapshot, assets, options)),
    );
    expect(Buffer.from(none ?? []).equals(Buffer.from(plain ?? []))).toBe(true);
    const { elements } = await print({}, snapshot);
    expect(elements.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      `QR code that leads to ${snapshot.verifyUrl}`,
    ]);
    expect(renderCertificateSheet({ snapshot, status: 'valid' })).not.toMatch(/sheet-logo|sheet-signature"/);
  });

  it('shows logo, signatures and seal, each described, and read out where it stands', async () => {
    const { elements, untagged } = await print();
    const spoken = elements.map(({ role, alt, text }) => (role === 'Figure' ? alt : text));
    const { signatory, cosignatories = [] } = threeSign;
    const inOrder = [
      ...['Logo of Meridian Society for Continuing Education', threeSign.name, snapshot.name],
      ...['Signature of Theodora Lindqvist-Amari, MD', signatory.name, signatory.title],
      ...[cosignatories[0]?.name, cosignatories[0]?.title],
      ...['Signature of Ines Karlsdottir, DNP, RN', cosignatories[1]?.name, cosignatories[1]?.title],
      ...['Seal of Meridian Society for Continuing Education', snapshot.number],
    ];
    expect(spoken.filter((words) => inOrder.includes(words))).toEqual(inOrder);
    expect(spoken).not.toContain('Signature of Bram Osei-Whitfield, PharmD');
    expect(untagged).toBe('');
  });

  it('is printed in the theme’s colours and no others but its drawings’', async () => {
    const { content, drawings } = await print();
    const drawn = [content, ...drawings].join('\n');
    const used = new Set(drawn.match(/[\d.]+ [\d.]+ [\d.]+ (?=rg|RG)/g)?.map((color) => color.trim()));
    const known = [
      ...themeColors.map((name) => theme.colors[name]),
      '#010101',
      '#020202',
      '#030303',
      '#040404',
      '#123456',
    ];
    expect([...used].toSorted()).toEqual(known.map(rgb).toSorted());
  });

  it('draws without transparency, pictures or other files, as PDF/A-1 wants it', async () => {
    const raw = Buffer.from(await renderCertificatePdf(signed, assets, { theme })).toString('latin1');
    expect(raw).not.toMatch(/\/SMask|\/Group|\/Image|\/ExtGState|\/EmbeddedFile/);
    const { content, drawings } = await print();
    // A state that is saved is restored: what is drawn after a drawing is not cut off at its box.
    expect(content.match(/^q /gm)?.length).toBe(content.match(/^Q$/gm)?.length);
    // The band, and the theme's logo, seal and two signatures, each with a box of its own.
    expect(drawings).toHaveLength(5);
    expect(raw.match(/\/Subtype\/Form\/BBox\[/g)).toHaveLength(5);
  });

  it('has its signatures side by side, a fullest certificate too', async () => {
    const { document, content } = await print({ theme }, { ...fullest, provider: threeSign });
    expect(document.getPageCount()).toBe(1);
    const rules = [...content.matchAll(/^q 1 0 0 -1 ([\d.]+) ([\d.]+) cm\n[\d. ]+RG 0\.5 w 0 0 m ([\d.]+) 0 l S/gm)];
    const [first, second, third] = rules.map(([, x, y, width]) => ({
      x: Number(x),
      y,
      end: Number(x) + Number(width),
    }));
    expect(first?.end).toBeLessThan(second?.x ?? 0);
    expect(second?.end).toBeLessThan(third?.x ?? 0);
    expect(new Set([first?.y, second?.y, third?.y]).size).toBe(1);
  });
});

describe('a certificate as a sheet of HTML in its provider’s look', () => {
  it('shows the same drawings with the same descriptions', () => {
    expect([...sheet.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label).slice(1)).toEqual([
      'Logo of Meridian Society for Continuing Education',
      'Signature of Theodora Lindqvist-Amari, MD',
      'Signature of Ines Karlsdottir, DNP, RN',
      'Seal of Meridian Society for Continuing Education',
      'QR code of the address below',
    ]);
    for (const fill of ['#010101', '#020202', '#030303', '#040404']) expect(sheet).toContain(`fill="${fill}"`);
  });

  it('needs no style of its own and reaches nowhere, so that the strictest policy lets it be', () => {
    expect(sheet).not.toMatch(/\sstyle=|<style|<script|\son\w+=|url\(|data:/i);
    const references = [...sheet.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, reference]) => reference);
    expect(references).toEqual(['/band.svg#lines']);
  });

  it('lets nothing out of a drawing that was tampered with', () => {
    const [shape] = theme.logo?.shapes ?? [];
    const evil = { ...shape, d: '"/><script>1</script>', fill: '"><img src=x>' };
    const tampered = { ...theme, logo: { width: 1, height: 1, shapes: [evil] } };
    expect(renderCertificateSheet({ snapshot, status: 'valid' }, tampered)).not.toMatch(/<script|<img/);
  });
});

describe('a preview', () => {
  it('says first, in its title and across the page that it is no certificate, and is laid out like one', async () => {
    const { document, elements, content } = await print({ theme, preview: true });
    expect(elements[0]?.text).toBe(previewTitle);
    expect(document.getTitle()).toMatch(/^Preview – not a certificate: /);
    const { elements: real, content: realContent } = await print();
    expect(elements.slice(1).map(({ text }) => text)).toEqual(real.map(({ text }) => text));
    const placesIn = (drawn: string) => drawn.match(/1 0 0 1 [\d.]+ [\d.]+ Tm/g);
    expect(placesIn(content)).toEqual(expect.arrayContaining(placesIn(realContent) ?? []));
    expect(renderCertificateSheet({ snapshot, status: 'issuing' }, theme, 'preview')).toContain(
      `<p class="sheet-standing">${previewTitle}</p>`,
    );
  });
});
