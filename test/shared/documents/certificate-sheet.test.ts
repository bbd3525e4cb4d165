import { describe, expect, it } from 'vitest';
import { densityOf } from '../../../shared/documents/certificate-density.ts';
import { renderCertificateSheet } from '../../../shared/documents/certificate-sheet.ts';
import { certificateWording } from '../../../shared/documents/certificate-wording.ts';
import { linkedInUrl } from '../../../shared/documents/linkedin.ts';
import { qrModules, qrPath } from '../../../shared/documents/pdf/qr.ts';
import { onlyOurs } from '../../../web/components/markup.tsx';
import { fullest, snapshot } from './samples.ts';
import { theme } from './themes.ts';

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');

describe('a certificate as a sheet of HTML', () => {
  it.each([
    ['a short one', snapshot],
    ['the fullest', fullest],
  ])('says every word of the PDF, in its order: %s', (_, facts) => {
    const text = plain(renderCertificateSheet({ snapshot: facts, status: 'valid' }));
    const wording = certificateWording(facts);
    const credits = wording.credits.flatMap(({ sentence, activityNumber }) => [
      sentence,
      ...(activityNumber ? [`Activity number ${activityNumber}`] : []),
    ]);
    const inOrder = [
      ...[wording.provider, wording.jointProvider ?? '', wording.heading, wording.opening, wording.name],
      ...[wording.participation, wording.title, wording.occasion, ...credits],
      ...[facts.provider.signatory.name, facts.provider.signatory.title],
      ...[facts.number, wording.participatedOn, wording.awardedOn, facts.verifyUrl.replace('https://', '')],
      ...wording.statements,
    ];
    let at = 0;
    for (const words of inOrder) {
      // The mark in italics stands between spaces once its tags are gone.
      const found = text.replaceAll(' ', '').indexOf(words.replaceAll(' ', ''), at);
      expect(found, words).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it('sets the AMA’s mark in italics with its sign', () => {
    expect(renderCertificateSheet({ snapshot, status: 'valid' })).toContain('<i>AMA PRA Category 1 Credits™</i>');
  });

  it.each([
    ['issuing', 'Not issued yet'],
    ['replaced', 'Replaced'],
    ['revoked', 'Revoked'],
  ] as const)('that is %s says so on the paper', (status, words) => {
    expect(renderCertificateSheet({ snapshot, status })).toContain(`<p class="sheet-standing">${words}</p>`);
  });

  it('is let into a page to the letter, with a logo, a seal and signatures too', () => {
    for (const facts of [snapshot, fullest])
      for (const sheet of [
        renderCertificateSheet({ snapshot: facts, status: 'valid' }),
        renderCertificateSheet({ snapshot: facts, status: 'replaced' }, theme, 'preview'),
      ])
        expect(onlyOurs(sheet)).toBe(sheet);
  });

  it('shows nothing live of what anybody typed', () => {
    const attack = '<img src=x onerror=alert(1)>';
    const sheet = renderCertificateSheet({ snapshot: { ...snapshot, name: attack, title: attack }, status: 'valid' });
    expect(sheet).not.toContain('<img src=x');
    expect(sheet).toContain('&lt;img src=x');
  });

  it('draws every dark module of the code that leads to the verification page, and no other', () => {
    const modules = qrModules(snapshot.verifyUrl);
    const drawn = modules.map((row) => row.map(() => false));
    for (const [, column, row, length] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let step = 0; step < Number(length); step += 1) (drawn[Number(row)] ?? [])[Number(column) + step] = true;
    expect(drawn).toEqual(modules);
    expect(renderCertificateSheet({ snapshot, status: 'valid' })).toContain(qrPath(modules));
  });
});

describe('a certificate that says much', () => {
  const short = { name: 'Ada Moss, RN', title: 'Blood Thinners', credits: [], statements: ['Accredited.'] };

  it('is set more closely, so that it prints on one sheet', () => {
    expect(densityOf(short)).toBe('airy');
    expect(densityOf({ ...short, statements: Array(3).fill('x'.repeat(600)) })).toBe('dense');
    expect(
      densityOf({
        ...short,
        name: 'x'.repeat(110),
        title: 'x'.repeat(250),
        statements: Array(5).fill('x'.repeat(350)),
      }),
    ).toBe('densest');
  });
});

describe('a certificate on LinkedIn', () => {
  it('is filled in with the title, the provider, the month of the award, the number and the verification page', () => {
    const url = new URL(linkedInUrl({ ...snapshot, title: 'Pain & Policy: 100% Safe?' }));
    expect(url.origin + url.pathname).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Pain & Policy: 100% Safe?',
      organizationName: snapshot.provider.name,
      issueYear: '2026',
      issueMonth: '3',
      certUrl: snapshot.verifyUrl,
      certId: snapshot.number,
    });
  });
});
