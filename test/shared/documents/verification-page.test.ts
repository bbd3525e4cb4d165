import { describe, expect, it } from 'vitest';
import { renderVerificationPage } from '../../../shared/documents/verification-page.ts';
import { verificationStyle } from '../../../shared/documents/verification-style.ts';
import { fullest, snapshot } from './samples.ts';

const site = { siteUrl: 'https://credit.meridian-society.example', providerName: 'Meridian Society' };
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const readable = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<(?!\/?(?:i|time|bdi)\b)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('the public page of a certificate', () => {
  it('says that a valid certificate is valid, and every fact that it certifies', () => {
    const page = readable(
      renderVerificationPage({ ...site, certificate: { snapshot: fullest, status: 'valid', sha256 } }),
    );
    for (const fact of [
      'This certificate is valid',
      fullest.name,
      fullest.title,
      'has participated in the live activity titled',
      'The activity was designated for 1.5 AMA PRA Category 1 Credits™',
      'and is awarded 1.25 ANCC contact hours',
      'Activity number JA4008106-0000-24-035-H01-P',
      fullest.provider.name,
      'Harbor Regional Network of Community Hospitals',
      'Boston, Massachusetts',
      '9 March 2026',
      fullest.number,
      sha256,
      ...fullest.statements,
    ])
      expect(page).toContain(fact);
  });

  it('says that a certificate was revoked, and on which day, with what it had certified', () => {
    const page = readable(
      renderVerificationPage({
        ...site,
        certificate: { snapshot, status: 'revoked', sha256, revokedOn: '2026-05-01' },
      }),
    );
    expect(page).toContain('This certificate was revoked');
    expect(page).toContain('on 1 May 2026');
    expect(page).not.toContain('is valid');
    expect(page).toContain(snapshot.name);
  });

  it('leads from a replaced certificate to the one in its place', () => {
    const page = renderVerificationPage({
      ...site,
      certificate: { snapshot, status: 'replaced', sha256, replacedBy: '5n0r9w' },
    });
    expect(page).toContain('This certificate was replaced');
    expect(page).toContain('href="https://credit.meridian-society.example/v/5n0r9w"');
  });

  it.each(['issuing', 'parked'] as const)('says that a certificate is being prepared while it is %s', (status) => {
    const page = renderVerificationPage({ ...site, certificate: { snapshot, status, reason: 'Inner matter' } });
    expect(page).toContain('This certificate is being prepared');
    expect(page).not.toContain('Inner matter');
    expect(page).not.toContain('SHA-256');
  });

  it('has the same layout where there is no certificate, and names nobody', () => {
    const page = renderVerificationPage(site);
    expect(page).toContain('<h1>No certificate found</h1>');
    expect(page).toContain('<section class="status unknown">');
    expect(page).not.toContain('<article');
  });

  it('holds no script, no e-mail address, nothing from elsewhere, and one style that the policy can name', () => {
    const page = renderVerificationPage({ ...site, certificate: { snapshot, status: 'valid', sha256 } });
    expect(page).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=|<link|<img|@import|url\(/i);
    expect(page).not.toContain('@meridian-society.example');
    expect(page.match(/<style>(.*?)<\/style>/gs)).toEqual([`<style>${verificationStyle}</style>`]);
    expect(page).toContain('<meta name="robots" content="noindex, nofollow, noarchive">');
    expect(page.match(/<title>.*<\/title>/)?.[0]).not.toContain('Nguyễn');
  });

  it('never says that attendance was awarded', () => {
    const credits = [{ creditType: 'ama-pra-category-1', basis: 'attendance', amount: 100, maximum: 100 }] as const;
    const page = renderVerificationPage({
      ...site,
      certificate: { snapshot: { ...snapshot, credits, statements: [] }, status: 'valid', sha256 },
    });
    expect(page).toContain('The activity was designated for 1 <i>AMA PRA Category 1 Credit™</i>');
    expect(readable(page)).not.toMatch(/award/i);
  });

  it('sets the AMA’s mark in italics', () => {
    const page = renderVerificationPage({ ...site, certificate: { snapshot, status: 'valid', sha256 } });
    expect(page).toContain('and is awarded 1.25 <i>AMA PRA Category 1 Credits™</i>');
  });

  it('shows markup in any text as text', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const page = renderVerificationPage({
      siteUrl: 'javascript:alert(1)',
      providerName: evil,
      certificate: {
        snapshot: {
          ...snapshot,
          name: evil,
          title: evil,
          number: evil,
          location: evil,
          jointProvider: evil,
          statements: [evil],
          provider: { ...snapshot.provider, name: evil },
          credits: [
            { creditType: 'ama-pra-category-1', basis: 'awarded', amount: 100, maximum: 100, activityNumber: evil },
          ],
        },
        status: 'valid',
        sha256: evil,
      },
    });
    expect(page).not.toContain('<img');
    expect(page).not.toContain('javascript:');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  });
});
