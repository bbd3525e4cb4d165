import { beforeEach, describe, expect, it } from 'vitest';
import type { Reindexed } from '../../../functions/commands/reindex.ts';
import { DAY, MINUTE } from '../../../shared/domain/kinds.ts';
import type { Row } from '../../../shared/ports.ts';
import { createMemoryTables } from '../../simulation/ports/memory-table.ts';
import { content, wrong } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner, nurse, signIn } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
});

/** Runs the command to its end. */
async function reindexed(over: Service) {
  const sum = { learners: 0, unreadable: 0, credits: 0, completions: 0, mails: 0, directory: 0 };
  for (let place: Reindexed['next'] = { shard: 0 }; place; ) {
    const page: Reindexed = await over.reindex(place);
    sum.learners += page.learners;
    sum.unreadable += page.unreadable;
    for (const [what, written] of Object.entries(page.written)) sum[what as keyof Reindexed['written']] += written;
    place = page.next;
  }
  return sum;
}

const nothingWritten = { credits: 0, completions: 0, mails: 0, directory: 0, unreadable: 0 };

describe('a table of before there were lists', () => {
  const listed = (rows: readonly Row[]) =>
    rows.flatMap(({ pk, sk, listPk, listSk, listed: shown }) => (listPk ? [{ pk, sk, listPk, listSk, shown }] : []));

  const inDirectory = () => {
    service.forgetExpired();
    return service.keyTable
      .rows()
      .map(({ pk, sk }) => `${pk} ${sk}`)
      .toSorted();
  };

  /** Takes away what was not there before: places in lists, and the directory. */
  async function makeOld(): Promise<void> {
    for (const { listPk, listSk: _, listed: __, ...row } of service.table.rows())
      if (listPk !== undefined)
        await service.table.write([{ kind: 'put', row: { ...row, rev: row.rev + 1 }, expect: row.rev }]);
    for (const row of service.keyTable.rows()) if (row.kind !== 'dataKey') service.keyTable.lose(row);
  }

  it('is given the same lists and the same directory as one that had them from the beginning, once', async () => {
    for (const name of ['one', 'two', 'three']) {
      await (await createLearner(service, { email: `${name}@example.org` })).complete();
      service.pass(MINUTE);
    }
    await (await createLearner(service, { email: 'four@example.org', profile: nurse })).pass(wrong);
    await (await createLearner(service, { email: 'five@example.org', profile: nurse })).ready();
    const [before, directory] = [listed(service.table.rows()), inDirectory()];
    await makeOld();
    expect(listed(service.table.rows())).toEqual([]);

    expect(await reindexed(service)).toEqual({
      ...{ learners: 5, unreadable: 0 },
      ...{ credits: 3, completions: 5, mails: 3, directory: 5 },
    });
    expect(listed(service.table.rows())).toEqual(before);
    expect(inDirectory()).toEqual(directory);
    expect((await auditAll(service)).findings).toEqual([]);

    expect(await reindexed(service)).toEqual({ learners: 5, ...nothingWritten });
    expect(service.undeclared).toEqual([]);
  });
});

describe('records of before that are brought back', () => {
  const email = 'canary@example.org';
  const profile = { givenName: 'Canarygiven', familyName: 'Canaryfamily', profession: 'physician' };

  /** A service that goes on with records of then and the keys of now. */
  async function broughtBack(records: readonly Row[], keys: readonly Row[]) {
    const { table, keyTable } = createMemoryTables({ nowMs: () => Date.parse(service.now()) });
    for (const row of [...records, ...keys]) await table.write([{ kind: 'put', row, expect: 'absent' }]);
    const { documents } = service;
    return { table, keyTable, restored: createService({ table, documents, at: service.now(), seed: 8 }) };
  }

  async function erasedSince(before: () => Promise<unknown> = async () => {}) {
    const learner = await createLearner(service, { email, profile });
    await learner.complete();
    await before();
    const records = service.table.rows();
    await learner.ask('askErasure', { body: { confirmation: 'ERASE' } });
    for (const wait of [7 * DAY, 3 * MINUTE]) {
      service.pass(wait);
      await service.eraseLearners();
    }
    const learnerId = service.held<{ learnerId: string }>('erasure')[0]?.learnerId ?? '';
    return { learner, learnerId, ...(await broughtBack(records, service.keyTable.rows())) };
  }

  it('have who was erased since erased again, as far as the first time, and only once', async () => {
    const { restored, table, learnerId } = await erasedSince();
    expect(await restored.reindex({ erased: [learnerId] })).toMatchObject({ erased: 1 });
    expect(await restored.eraseLearners()).toMatchObject({ closed: 1 });
    restored.pass(3 * MINUTE);
    expect(await restored.eraseLearners()).toMatchObject({ done: 1 });

    const kinds = ['snapshot', 'credit', 'challenge', 'reply'];
    const rest = JSON.stringify(table.rows().filter(({ kind }) => !kinds.includes(String(kind))));
    for (const personal of ['canary@', 'Canary', '"sealed":']) expect(rest, personal).not.toContain(personal);
    expect(await restored.reindex({ erased: [learnerId] })).toMatchObject({ erased: 0 });
    expect((await auditAll(restored)).findings).toEqual([]);
    expect(restored.undeclared).toEqual([]);
  });

  it('let whoever comes with that address begin anew, before and after', async () => {
    const { restored, learnerId } = await erasedSince();
    const wallet = async () => (await (await signIn(restored, email)).ask('getWallet')).body.credits;
    expect(await wallet()).toEqual([]);
    await restored.reindex({ erased: [learnerId] });
    for (let runs = 0; runs < 2; runs++) {
      await restored.eraseLearners();
      restored.pass(3 * MINUTE);
    }
    expect(await wallet()).toEqual([]);
  });

  it('leave whose key is gone with their credits, and say how many', async () => {
    await (await createLearner(service, { email, profile })).complete();
    const { restored } = await broughtBack(service.table.rows(), []);
    expect(await reindexed(restored)).toEqual({ learners: 1, ...nothingWritten, unreadable: 1 });
    expect((await auditAll(restored)).findings).toEqual([]);
  });

  it('change nothing of who keeps their account', async () => {
    const learner = await createLearner(service, { email, profile });
    await learner.complete();
    const { restored, table } = await broughtBack(service.table.rows(), service.keyTable.rows());
    const before = JSON.stringify(table.rows());
    const { learnerId } = service.held<{ learnerId: string }>('learner')[0] ?? { learnerId: '' };
    expect(await restored.reindex({ erased: [learnerId] })).toMatchObject({ erased: 0 });
    expect(await reindexed(restored)).toEqual({ learners: 1, ...nothingWritten });
    expect(JSON.stringify(table.rows())).toBe(before);
  });
});
