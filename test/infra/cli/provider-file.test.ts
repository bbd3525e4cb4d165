import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readProviderFile } from '../../../infra/cli/provider-file.ts';
import { createWriter, writtenDocument } from '../../support/drafting.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

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

describe('a provider’s file that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'provider-'));
  it.each([
    ['is not there', undefined, /There is no such file/],
    ['is no YAML', 'name: "x', /quote/],
    ['is no mapping', '- a', /does not describe a provider/],
    ['names a drawing that is not there', 'name: A\ntheme:\n  logo: none.svg\n', /none\.svg: There is no such file/],
  ])('because it %s says so', (_, text, saying) => {
    const file = join(folder, 'provider.yaml');
    if (text !== undefined) writeFileSync(file, text);
    expect(readProviderFile(text === undefined ? join(folder, 'no.yaml') : file)).toMatch(saying);
  });
});
