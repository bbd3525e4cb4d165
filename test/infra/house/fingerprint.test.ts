import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fingerprintOfFolders } from '../../../infra/house/fingerprint.ts';

const root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('says that something was touched when a file was written, even with the old size and time, added or taken away', () => {
  const fingerprint = () => fingerprintOfFolders(root, { folders: ['shared'], files: ['cdk.json', 'missing.json'] });
  const file = join(root, 'shared', 'domain', 'claim.ts');
  const then = new Date('2026-01-01T00:00:00Z');
  mkdirSync(join(root, 'shared', 'domain'), { recursive: true });
  writeFileSync(join(root, 'cdk.json'), '{}');
  writeFileSync(file, 'one');
  utimesSync(file, then, then);
  const seen = [fingerprint()];
  expect(fingerprint()).toBe(seen[0]);
  for (const touch of [
    () => {
      writeFileSync(file, 'two');
      utimesSync(file, then, then);
    },
    () => writeFileSync(join(root, 'shared', 'new.ts'), ''),
    () => writeFileSync(join(root, 'cdk.json'), '{"app":"x"}'),
    () => rmSync(join(root, 'shared', 'new.ts')),
  ]) {
    touch();
    seen.push(fingerprint());
  }
  expect(new Set(seen).size).toBe(seen.length);
});
