import { beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../../functions/records/index.ts';
import { required } from '../../../functions/records/require.ts';
import type { Key, Row } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { createLearner, type Learner, signIn } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';
import { unsealed } from '../../support/unsealed.ts';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service, {
    email: 'canary-address@example.org',
    profile: { givenName: 'Canarygiven', familyName: 'Canaryfamily', profession: 'physician' },
  });
});

/** What the table holds of learners; the activity with its questions is the provider's, and outcomes are nobody's. */
const kept = (): string =>
  JSON.stringify(
    service.table.rows().filter(({ kind }) => !/^(version|answerKey|catalog|firstAnswers)$/.test(String(kind))),
  );
const learnerId = (): string => service.held<{ learnerId: string }>('learner')[0]?.learnerId ?? '';
const repositories = () => records({ ...service.portsOf('test'), table: service.table });

describe('what is personal', () => {
  it('stands nowhere in the table as it is: address, profile, answers, grades, and the replies that show them', async () => {
    const { attemptId } = (await learner.start()).body;
    await learner.ask('submitAttempt', {
      params: { attemptId },
      body: { answers: { q1: ['a'], q2: ['a', 'c'], q3: ['b'], q4: ['b'] } },
      headers: { 'idempotency-key': 'key-of-a-test' },
    });
    for (const personal of [
      'canary-address',
      'Canarygiven',
      'Canaryfamily',
      '"answers"',
      '"q1"',
      '"score":100,"feedback"',
    ])
      expect(kept(), personal).not.toContain(personal);
  });

  it('has its key made with the account: two who arrive by one address at once leave one account, and one key', async () => {
    const accounts = await Promise.all([1, 2].map(() => repositories().learners.ofAddress('new@example.org')));
    const ids = new Set(accounts.map(({ value }) => value.learnerId));
    expect(ids.size).toBe(1);
    const keys = service.keyTable.rows().filter(({ kind }) => kind === 'dataKey');
    expect(keys.map(({ pk }) => pk).toSorted()).toEqual([learnerId(), ...ids].map((id) => `DATAKEY#${id}`).toSorted());
  });

  it('is read again by its learner, in every browser, and a reply is replayed', async () => {
    const browser = await signIn(service, 'canary-address@example.org');
    expect((await browser.ask('getMe')).body).toMatchObject({ familyName: 'Canaryfamily' });
    const ask = () =>
      browser.ask('startAttempt', {
        ...{ params: { activityId: 'hand-hygiene' }, body: { assessmentId: 'post-test' } },
        headers: { 'idempotency-key': 'same' },
      });
    const [first, again] = [await ask(), await ask()];
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.text).toBe(first.text);
  });

  it('does not open in another row: who writes to the table cannot give one learner another’s profile', async () => {
    const other = await createLearner(service, { email: 'other@example.org' });
    const rows = service.table.rows().filter(({ kind }) => kind === 'learner');
    const mine = rows.find(({ pk }) => pk === `LEARNER#${learnerId()}`) as Row;
    const theirs = rows.find(({ pk }) => pk !== mine.pk) as Row;
    await service.table.write([
      { kind: 'put', row: { ...theirs, rev: theirs.rev + 1, data: mine.data as never }, expect: theirs.rev },
    ]);
    expect((await other.ask('getMe')).status).toBe(500);
  });

  it('that was written before there were keys is read as it is, and sealed when it is next written', async () => {
    const before = service.table.rows().find(({ kind }) => kind === 'learner') as Row;
    const [plain] = unsealed([before], service.keyTable.rows());
    await service.table.write([{ kind: 'put', row: { ...(plain as Row), rev: before.rev + 1 }, expect: before.rev }]);
    expect(kept()).toContain('Canaryfamily');
    expect((await learner.ask('getMe')).body).toMatchObject({ familyName: 'Canaryfamily' });
    await learner.ask('putMe', { body: { givenName: 'Canarynew', familyName: 'Canaryfamily', profession: 'nurse' } });
    expect(kept()).not.toContain('Canary');
  });

  it('stays plain for who signed in before there were keys, until their next sign-in gives them one', async () => {
    const key = service.keyTable.rows().find(({ kind }) => kind === 'dataKey') as Row;
    service.keyTable.lose(key);
    const sealed = service.table.rows().find(({ kind }) => kind === 'learner') as Row;
    const [plain] = unsealed([sealed], [key]);
    await service.table.write([{ kind: 'put', row: { ...(plain as Row), rev: sealed.rev + 1 }, expect: sealed.rev }]);
    await learner.start();
    expect(kept()).toContain('"answers":{}');
    await signIn(service, 'canary-address@example.org');
    expect(service.keyTable.rows().filter(({ kind }) => kind === 'dataKey')).toHaveLength(1);
  });
});

describe('a learner’s key', () => {
  it('is made once, however many browsers sign in at that moment', async () => {
    const { dataKeys } = repositories();
    await Promise.all(Array.from({ length: 10 }, () => dataKeys.ensure('learner-2')));
    const key = await dataKeys.of('learner-2');
    expect(key).toHaveLength(43);
    expect(await repositories().dataKeys.of('learner-2')).toBe(key);
  });

  it('once destroyed never comes back, and what it sealed is never read again', async () => {
    await repositories().dataKeys.destroy(learnerId());
    await repositories().dataKeys.destroy(learnerId());
    await repositories().dataKeys.ensure(learnerId());
    expect(await repositories().dataKeys.of(learnerId())).toBeUndefined();
    await expect(repositories().learners.byId(learnerId())).rejects.toThrow('has no key any more');
    expect(JSON.stringify(service.keyTable.rows())).not.toContain('"key":');
  });

  it('is read once for a request, however many sealed rows the request takes', async () => {
    const { attemptId } = (await learner.start()).body;
    let reads = 0;
    const { portsOf } = service;
    const counted = (name: string) => {
      const ports = portsOf(name);
      return {
        ...ports,
        table: {
          ...ports.table,
          get: (key: Key) => {
            if (key.pk.startsWith('DATAKEY#')) reads++;
            return ports.table.get(key);
          },
        },
      };
    };
    const { participations } = records(counted('submit-attempt'));
    const attempt = await participations.attempt(learnerId(), attemptId);
    await participations.putAttempt({ ...required(attempt, 'An attempt').value, answers: { q1: ['a'] } }, attempt);
    await participations.attempt(learnerId(), attemptId);
    expect(reads).toBe(1);
  });
});
