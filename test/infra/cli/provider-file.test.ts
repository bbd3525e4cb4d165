import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readProviderFile } from '../../../infra/cli/provider-file.ts';
import { run } from '../../../infra/cli/run.ts';
import { createWriter, writtenDocument } from '../../support/drafting.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';
import { startHost } from './host.ts';

const sample = join(import.meta.dirname, '..', '..', '..', 'docs', 'samples', 'meridian', 'provider.yaml');

describe('the sample’s provider', () => {
  let service: Service;
  beforeEach(() => {
    service = createService();
  });

  it('is kept with its drawings, and an activity that names it is published in its look', async () => {
    expect(await service.keepProvider(readProviderFile(sample) as object)).toEqual({
      ...{ outcome: 'kept', providerId: 'meridian' },
    });
    const writer = createWriter(await createStaff(service, 'author'));
    expect((await writer.create()).body.parts.about?.content.provider).toBe('meridian');
    await writer.write({ ...writtenDocument(), provider: 'meridian' });
    expect((await writer.publish()).body).toEqual({ outcome: 'published', version: 1 });
    const [version] = service.held<{ provider: { name: string; theme: string } }>('version');
    expect(version?.provider).toMatchObject({
      name: 'Meridian Society for Continuing Education',
      theme: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('changes nothing when it is kept again, and is told by its version', async () => {
    const read = readProviderFile(sample) as object;
    await service.keepProvider(read);
    expect(await service.keepProvider(read)).toMatchObject({ outcome: 'unchanged' });
    expect(service.held('audit')).toHaveLength(1);
    expect(await service.keepProvider({ ...read, fields: { name: 'Another' } })).toMatchObject({ outcome: 'kept' });
  });
});

describe('a provider’s file with more than a row of the table holds', () => {
  it('is not kept, and says what is too large', async () => {
    const service = createService();
    const drawn = { fields: { name: 'Meridian' }, drawings: { logo: 'é'.repeat(175_001), seal: 'x'.repeat(350_000) } };
    expect(await service.keepProvider({ providerId: 'meridian', ...drawn })).toEqual({
      outcome: 'refused',
      reasons: [{ message: 'The drawing logo has 350002 bytes; 350000 fit.', remedy: 'Simplify the drawing.' }],
    });
    const wordy = { fields: { name: 'x'.repeat(350_000) }, drawings: {} };
    expect(await service.keepProvider({ providerId: 'meridian', ...wordy })).toMatchObject({ outcome: 'refused' });
    expect(service.held('provider')).toEqual([]);
  });
});

it('wallet provider says what the system answered', async () => {
  const refused = { outcome: 'refused', reasons: [{ message: 'It is too large.', remedy: 'Shorten it.' }] };
  const answers = [{ outcome: 'kept', providerId: 'meridian' }, refused];
  const host = await startHost({ 'keep-provider': () => ({ returned: answers.shift() }) });
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', host.endpoint);
  const said: string[] = [];
  const terminal = { print: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
  expect([await run(['provider', sample], terminal), await run(['provider', sample], terminal)]).toEqual([0, 1]);
  expect(said).toEqual([`${sample}: kept as the provider “meridian”`, `${sample}: It is too large. Shorten it.`]);
  vi.unstubAllEnvs();
  await host.stop();
});

it('a provider’s file is kept by the id that is given, or else by the name of its folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'Provider '));
  const file = join(folder, 'provider.yaml');
  writeFileSync(file, 'name: A\n');
  expect(readProviderFile(file, 'harbor')).toMatchObject({ providerId: 'harbor' });
  // As from within the folder.
  expect(readProviderFile(`${dirname(sample)}/./provider.yaml`)).toMatchObject({ providerId: 'meridian' });
});

describe('a provider’s file that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'Provider '));
  it.each([
    ['is not there', undefined, /There is no such file/],
    ['is no YAML', 'name: "x', /quote/],
    ['is no mapping', '- a', /does not describe a provider/],
    [
      'names two drawings alike',
      'name: A\ntheme:\n  logo: logo.svg\n  seal: old/logo.svg\n',
      /logo\.svg and old\/logo\.svg would both be called “logo”\. Rename one of them\./,
    ],
    ['lies in a folder whose name is no id', 'name: A\n', /“Provider .*” cannot be the id of a provider/],
    ['names a drawing that is not there', 'name: A\ntheme:\n  logo: none.svg\n', /none\.svg: There is no such file/],
  ])('because it %s says so', (_, text, saying) => {
    const file = join(folder, 'provider.yaml');
    if (text !== undefined) writeFileSync(file, text);
    mkdirSync(join(folder, 'old'), { recursive: true });
    for (const drawing of ['logo.svg', 'old/logo.svg']) writeFileSync(join(folder, drawing), '<svg/>');
    expect(readProviderFile(text === undefined ? join(folder, 'no.yaml') : file)).toMatch(saying);
  });
});
