import { beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../../functions/records/index.ts';
import { required } from '../../../functions/records/require.ts';
import type { Learner } from '../../../shared/domain/learner.ts';
import { content } from '../../support/activity.ts';
import { createLearner, signIn } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
});

const repositories = () => records({ ...service.portsOf('test'), table: service.table });
const found = async (by: 'name' | 'given' | 'email', beginning = '') =>
  (await repositories().directory.page({ by, beginning, limit: 100 })).people.map(({ email }) => email);
const profile = (givenName: string, familyName: string) => ({ givenName, familyName, profession: 'nurse' as const });
const idOf = async (email: string) => required(await repositories().learners.idOf(email), 'A learner');

describe('the directory of learners', () => {
  it('finds whoever signed in by address, and by either name once they gave it, in one read each', async () => {
    await signIn(service, 'first@example.org');
    expect(await found('email', 'first@')).toEqual(['first@example.org']);
    expect(await found('given')).toEqual([]);
    await createLearner(service, { email: 'amelie@example.org', profile: profile('Amélie', 'Nguyễn') });
    expect(await found('name', 'nguyen am')).toEqual(['amelie@example.org']);
    expect(await found('given', 'amelie')).toEqual(['amelie@example.org']);
    // By name, whoever has none stands last.
    expect(await found('name')).toEqual(['amelie@example.org', 'first@example.org']);
  });

  it('finds nobody by a name or address that they have no more, though its row is not forgotten yet', async () => {
    const learner = await createLearner(service, { email: 'a@example.org', profile: profile('Ann', 'Old') });
    await learner.ask('putMe', { body: profile('Ann', 'New') });
    expect(await found('name', 'old')).toEqual([]);
    expect(await found('name', 'new')).toEqual(['a@example.org']);
    await learner.ask('putMe', { body: profile('Ann', 'Old') });
    expect(await found('name', 'old')).toEqual(['a@example.org']);
    expect(await found('name', 'new')).toEqual([]);
    service.pass(60_000);
    service.forgetExpired();
    expect(await found('name', 'old')).toEqual(['a@example.org']);
  });

  it('is in the table that no backup keeps, and nowhere else', async () => {
    await createLearner(service, { email: 'a@example.org', profile: profile('Zebedea', 'Quillfeather') });
    expect(JSON.stringify(service.table.rows())).not.toMatch(/quillfeather/i);
    expect(JSON.stringify(service.keyTable.rows())).toMatch(/quillfeather/);
  });

  it('never says otherwise than the account: a change of both is one write, of which a rival’s leaves neither', async () => {
    await createLearner(service, { email: 'a@example.org', profile: profile('Ann', 'One') });
    const { learners } = repositories();
    const stored = required(await learners.byId(await idOf('a@example.org')), 'A learner');
    const named = (familyName: string): Learner => ({ ...stored.value, profile: profile('Ann', familyName) });
    const [first, second] = [await learners.put(named('Two'), stored), await learners.put(named('Three'), stored)];
    await service.table.write(first);
    await expect(service.table.write(second)).rejects.toThrow('Somebody else was first');
    expect(await found('name', 'three')).toEqual([]);
    expect(await found('name', 'two')).toEqual(['a@example.org']);
  });

  it('takes up an account of before there was a directory at its next sign-in', async () => {
    await createLearner(service, { email: 'a@example.org', profile: profile('Ann', 'Before') });
    for (const row of service.keyTable.rows()) if (row.kind !== 'dataKey') service.keyTable.lose(row);
    expect(await found('name')).toEqual([]);
    await signIn(service, 'a@example.org');
    expect(await found('name', 'before')).toEqual(['a@example.org']);
  });
});
