import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { deepLinks } from '../../../infra/house/site.ts';

/** The path that CloudFront asks the bucket for when a browser asks for this one. */
const served = (uri: string): string =>
  runInNewContext(`${deepLinks}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`);

describe('deep links', () => {
  it('land on the shell, which then shows the page that they name', () => {
    for (const path of ['/', '/wallet', '/a/anticoagulant-safety', '/c/0123456789abcdefghjkmnpqrs'])
      expect(served(path)).toBe('/index.html');
  });

  it('land on the staff’s shell under /admin, and on the learners’ beside it', () => {
    for (const path of ['/admin', '/admin/', '/admin/learners/0123456789abcdefghjkmnpqrs'])
      expect(served(path)).toBe('/admin/index.html');
    for (const path of ['/administration', '/a/admin']) expect(served(path)).toBe('/index.html');
  });

  it('leave files as they are, so that a missing one is missing', () => {
    for (const path of ['/assets/index-3f2a.js', '/favicon.svg', '/admin/assets/index-3f2a.js'])
      expect(served(path)).toBe(path);
  });
});
