import { beforeEach, describe, expect, it } from 'vitest';
import { nodeDigests } from '../../functions/adapters/system.ts';
import { keepTheme, themeOf } from '../../functions/themes.ts';
import type { ActivityVersion } from '../../shared/domain/activity.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import { plainTheme, themeKey, themeText } from '../../shared/domain/theme.ts';
import { theme, threeSign } from '../shared/documents/themes.ts';
import { createMemoryDocuments } from '../simulation/ports/memory-documents.ts';
import { content } from '../support/activity.ts';
import { createLearner, type Learner } from '../support/learner.ts';
import { createService, type Service } from '../support/service.ts';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish({ ...content({ provider: threeSign }), theme });
  learner = await createLearner(service);
});
const sha256 = nodeDigests().sha256(themeText(theme));
const certified = async () => {
  await learner.ready();
  await learner.claim(['ama-pra-category-1', 100]);
  const { certificateId = '' } = (await learner.activity()).participation ?? {};
  return learner.ask('getCertificate', { params: { certificateId } });
};

describe('a provider’s theme', () => {
  it('is kept under the hash of its text, which the version and the certificate name', async () => {
    expect(new TextDecoder().decode(await service.documents.read(themeKey(sha256)))).toBe(themeText(theme));
    expect(service.held<ActivityVersion>('version').map(({ provider }) => provider.theme)).toEqual([sha256]);
    await certified();
    const [snapshot] = service.held<CertificateSnapshot>('snapshot');
    expect(snapshot?.provider).toEqual({ ...threeSign, theme: sha256 });
  });

  it('makes a new version when it changes, and none when it does not', async () => {
    const again = { ...content({ provider: threeSign }), theme };
    expect(await service.publish(again)).toMatchObject({ outcome: 'unchanged' });
    const colors = { ...theme.colors, accent: '#123456' };
    expect(await service.publish({ ...again, theme: { ...theme, colors } })).toEqual({
      outcome: 'published',
      version: 2,
    });
    expect([...service.documents.kept.keys()].filter((key) => key.startsWith('themes/'))).toHaveLength(2);
  });

  it('stays the look of what was begun under it', async () => {
    const { attemptId } = (await learner.start()).body;
    await service.publish({ ...content({ provider: threeSign }), theme: plainTheme });
    expect(attemptId).toBeDefined();
    const { body } = await certified();
    expect(body.colors).toEqual(theme.colors);
    expect(body.sheet).toContain('Logo of');
    expect(body.signatories.map(({ name }) => name)).toHaveLength(3);
  });

  it('is the plain one where there is none, as in everything that was stored before there were themes', async () => {
    service = createService();
    await service.publish(content());
    learner = await createLearner(service);
    expect((await certified()).body.colors).toEqual(plainTheme.colors);
    expect([...service.documents.kept.keys()].filter((key) => key.startsWith('themes/'))).toEqual([]);
  });

  it('is read once by a function that looks at many certificates', async () => {
    const documents = createMemoryDocuments();
    const ports = { documents, digests: nodeDigests() };
    await keepTheme(theme, ports);
    const first = await themeOf({ ...threeSign, theme: sha256 }, ports);
    documents.lose(themeKey(sha256));
    expect(await themeOf({ ...threeSign, theme: sha256 }, ports)).toEqual(first);
  });

  it('is not believed when it is missing or altered, so that no certificate is printed in another look', async () => {
    const ports = { documents: createMemoryDocuments(), digests: nodeDigests() };
    await expect(themeOf({ ...threeSign, theme: sha256 }, ports)).rejects.toThrow('is missing');
    await ports.documents.putOnce({ key: themeKey(sha256), bytes: new Uint8Array([123, 125]), contentType: 'x' });
    await expect(themeOf({ ...threeSign, theme: sha256 }, ports)).rejects.toThrow('is not what it was');
    expect(await keepTheme(plainTheme, ports)).not.toBe(sha256);
    expect(await themeOf(threeSign, ports)).toBeUndefined();
  });
});
