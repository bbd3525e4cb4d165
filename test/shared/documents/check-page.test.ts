import { describe, expect, it } from 'vitest';
import { renderCheckPage } from '../../../shared/documents/check-page.ts';
import { snapshot } from './samples.ts';

const sha256 = 'ab'.repeat(32);
const page = (status: 'valid' | 'replaced' | 'revoked' | 'issuing', hash: string | undefined = sha256): string =>
  renderCheckPage({ snapshot, status, ...(hash && { sha256: hash }) });

describe('the page that checks a PDF', () => {
  it('is whole without script: it says how to compare by hand, and with what', () => {
    expect(page('valid')).toContain('shasum -a 256 FILE.pdf');
    expect(page('valid')).toContain(`<code>${sha256}</code>`);
  });

  it.each([
    ['valid', 'The certificate is valid.'],
    ['replaced', 'But the certificate was replaced'],
    ['revoked', 'But the certificate was revoked'],
  ] as const)('says of a genuine file how its certificate stands: %s', (status, words) => {
    expect(page(status)).toContain(words);
  });

  it('has nothing to compare with before the certificate is issued', () => {
    const issuing = renderCheckPage({ snapshot, status: 'issuing' });
    expect(issuing).toContain('has not been issued yet');
    expect(issuing).not.toContain('type="file"');
  });

  it('knows the versions before and after, and says which of them counts', () => {
    const hash = (version: number) => String(version).repeat(64);
    const other = (version: number) => ({ certificateId: `c${version}`, version, sha256: hash(version) });
    const second = { snapshot: { ...snapshot, version: 2 }, status: 'replaced', sha256: hash(2) } as const;
    const verdictOf = (version: number) =>
      renderCheckPage(second, [other(1), other(3)])
        .split('<div class="status')
        .find((verdict) => verdict.includes(`data-verdict="${hash(version)}"`));
    expect(verdictOf(1)).toContain('has been replaced by a newer one');
    expect(verdictOf(2)).toContain('Genuine');
    expect(verdictOf(3)).toMatch(/A newer version.+href="\/v\/c3"/);
  });

  it('names no learner', () => {
    expect(page('valid')).not.toContain(snapshot.name);
  });
});
