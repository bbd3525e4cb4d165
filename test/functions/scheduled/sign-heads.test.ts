import { createHash, createPublicKey, verify } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedHead } from '../../../shared/domain/daily-head.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/domain/kinds.ts';
import { TransientError } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { auditHeads } from '../../support/audit-all.ts';
import { createBrowser } from '../../support/browser.ts';
import { createLearner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
});

const published = async (day: string) => createBrowser(service).ask('getDailyHead', { params: { day } });
const headOf = async (day: string): Promise<SignedHead> => JSON.parse((await published(day)).text);

describe('the head of a day', () => {
  it('is signed once a day over every learner’s ledger, and each names the one before by its hash', async () => {
    await (await createLearner(service)).complete();
    expect(await service.signHeads()).toEqual({ stands: true, signed: true });
    const first = await published('2026-03-09');
    expect(await service.signHeads()).toEqual({ stands: true, signed: false });
    expect((await published('latest')).text).toBe(first.text);

    await createLearner(service, { email: 'second@example.org' }).then((learner) => learner.pass());
    service.pass(DAY);
    expect(await service.signHeads()).toEqual({ stands: true, signed: true });
    const second = await headOf('2026-03-10');
    expect(second).toMatchObject({
      issuer: 'did:web:credit.example.org',
      ledgers: 2,
      previous: { day: '2026-03-09', sha256: createHash('sha256').update(first.text).digest('hex') },
    });
    expect(second.gap).toBeUndefined();
    expect(service.logged.filter(({ event }) => event === 'head.stands')).toHaveLength(3);
    expect(service.undeclared).toEqual([]);
  });

  it('is published to the byte as it is kept, may be kept by caches and read by other sites, and tells no id', async () => {
    await (await createLearner(service)).complete();
    await service.signHeads();
    const { text, headers } = await published('2026-03-09');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    });
    const kept = await service.documents.read('heads/2026-03-09.json');
    expect(Buffer.from(kept ?? []).toString()).toBe(text);
    const { learnerId } = service.held<{ learnerId: string }>('ledgerHead')[0] ?? { learnerId: '' };
    expect(text).not.toContain(learnerId);
    expect((await published('latest')).headers['cache-control']).toBe('public, max-age=300');
    for (const day of ['2026-03-08', '2026-02-30', 'yesterday', '']) expect((await published(day)).status).toBe(404);
  });

  it('has a signature that anybody checks with the published key and what is in every runtime', async () => {
    await service.signHeads();
    const { signature, ...head } = await headOf('2026-03-09');
    const [header = '', , bytes = ''] = signature.split('.');
    const { alg, typ, kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
    const [key] = await service.portsOf('sign-heads').signer.keys();
    expect({ alg, typ, kid }).toEqual({
      ...{ alg: 'ES256', typ: 'ledger-head+jws' },
      kid: `did:web:credit.example.org#${key.kid}`,
    });
    // The members are sorted already, as canonical JSON has them.
    const message = `${header}.${Buffer.from(JSON.stringify(head)).toString('base64url')}`;
    const publicKey = createPublicKey({ key: key.jwk, format: 'jwk' });
    const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from(message), signed, Buffer.from(bytes, 'base64url'))).toBe(true);
  });

  it('says plainly which days have none', async () => {
    await service.signHeads();
    service.pass(4 * DAY);
    await service.signHeads();
    expect(await headOf('2026-03-13')).toMatchObject({
      previous: { day: '2026-03-09' },
      gap: { from: '2026-03-10', until: '2026-03-12' },
    });
  });

  it('is gone on with where a run stopped, and says when it was read', async () => {
    for (let n = 0; n < 12; n++) await (await createLearner(service, { email: `l${n}@example.org` })).pass();
    const { query } = service.table;
    let reads = 0;
    // Each shard takes two minutes to read; a run begins none after five.
    service.table.query = (asked) => {
      if (asked.pk.startsWith('LEDGERS#')) {
        reads++;
        service.pass(2 * MINUTE);
      }
      return query(asked);
    };
    expect(await service.signHeads()).toEqual({ stands: false, signed: false });
    expect(service.held('dailyHead')).toEqual([]);
    await service.signHeads();
    expect(await service.signHeads()).toEqual({ stands: true, signed: true });
    expect(reads).toBe(8);
    expect(await headOf('2026-03-09')).toMatchObject({
      ledgers: 12,
      readFrom: '2026-03-09T04:30:00.000Z',
      readUntil: '2026-03-09T04:46:00.000Z',
    });
  });

  it('is signed once when two runs meet, and its document is put where it was lost on the way', async () => {
    const runs = await Promise.all([service.signHeads(), service.signHeads()]);
    expect(runs.filter(({ signed }) => signed)).toHaveLength(1);
    expect(service.held('dailyHead')).toHaveLength(1);
    (service.documents.kept as Map<string, unknown>).delete('heads/2026-03-09.json');
    service.pass(HOUR);
    await service.signHeads();
    expect(await service.documents.exists('heads/2026-03-09.json')).toBe(true);
  });

  it('has its document put by the run of a later day, when it died before and no other came on its own', async () => {
    await service.signHeads();
    (service.documents.kept as Map<string, unknown>).delete('heads/2026-03-09.json');
    service.pass(DAY);
    await service.signHeads();
    expect(await auditHeads(service)).toEqual({ heads: 2, findings: [] });
  });

  it('stands whole at the next run, whatever a run died at, before it took effect or after', async () => {
    for (let n = 0; n < 6; n++) await (await createLearner(service, { email: `l${n}@example.org` })).pass();
    const real = { ...service.table, putOnce: service.documents.putOnce };
    let dead = 0;
    for (let moment = 1; dead === moment - 1; moment++) {
      service.pass(DAY);
      let left = moment;
      const dying =
        <Args extends readonly unknown[], Result>(does: (...args: Args) => Promise<Result>) =>
        async (...args: Args): Promise<Result> => {
          left -= 1;
          if (left === 0 && moment % 2 === 0) throw new TransientError('before');
          const result = await does(...args);
          if (left === 0) throw new TransientError('after');
          return result;
        };
      const faulty = { get: dying(real.get), query: dying(real.query), write: dying(real.write) };
      Object.assign(service.table, faulty);
      service.documents.putOnce = dying(real.putOnce);
      await service.signHeads().catch(() => {
        dead += 1;
      });
      Object.assign(service.table, { get: real.get, query: real.query, write: real.write });
      service.documents.putOnce = real.putOnce;
      expect(await service.signHeads()).toMatchObject({ stands: true });
      expect(service.held('dailyHead')).toHaveLength(moment);
    }
    // A list and a reading for each of eight shards, their query, the head, its pointer and its document.
    expect(dead).toBeGreaterThan(20);
    expect(await auditHeads(service)).toEqual({ heads: dead + 1, findings: [] });
  });
});
