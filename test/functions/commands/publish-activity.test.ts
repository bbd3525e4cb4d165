import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityVersion } from '../../../shared/domain/activity.ts';
import { answerKeys, content, postTest, postTestKey, right, verification } from '../../support/activity.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
});

/** What was right is wrong now, and everything must be right. */
const stricter = content(
  { title: 'Second Edition', assessments: [verification(), postTest({ passMark: 100 })] },
  { ...answerKeys, 'post-test': { ...postTestKey, q1: { right: ['b'] } } },
);

describe('publishing an activity', () => {
  it('changes nothing when nothing has changed, whatever the order of its fields', async () => {
    const { activity, keys } = content();
    const turned = Object.fromEntries(Object.entries(activity).reverse()) as typeof activity;
    const before = service.table.rows();
    expect(await service.publish({ activity: turned, keys })).toEqual({ outcome: 'unchanged', version: 1 });
    expect(service.table.rows()).toEqual(before);
  });

  it('makes the next version for any change, of the text or of the keys alone', async () => {
    expect(await service.publish(content({ title: 'Other' }))).toEqual({ outcome: 'published', version: 2 });
    const rekeyed = { ...answerKeys, verification: { v1: { right: ['b'] } } };
    expect(await service.publish(content({ title: 'Other' }, rekeyed))).toEqual({ outcome: 'published', version: 3 });
    expect(service.held<ActivityVersion>('version').map(({ version, title }) => `${version} ${title}`)).toEqual([
      '1 Hand Hygiene Before Every Contact',
      '2 Other',
      '3 Other',
    ]);
    expect(service.held<{ type: string }>('audit').filter(({ type }) => type === 'activity.published')).toHaveLength(3);
  });

  it('at once by two people makes both versions, one after the other', async () => {
    const outcomes = await Promise.all(['A', 'B'].map((title) => service.publish(content({ title }))));
    expect(outcomes.map(({ version }) => version).toSorted()).toEqual([2, 3]);
  });
});

/** A format that needs no post-test. */
const live = { format: 'internet-live', heldOn: '2026-06-01' } as const;

describe('what may not be published', () => {
  it('is refused with every reason and its source, whoever calls, and nothing is written', async () => {
    const misused = content({ title: 'Earn Category 1 CME', reviewedOn: '2025-01-05' });
    const published = await service.tryToPublish(misused);
    expect(published).toMatchObject({
      outcome: 'refused',
      faults: [
        { field: 'closes', rule: 'enduring-three-years', source: 'ACCME, enduring materials' },
        { field: 'title', rule: 'ama-mark', source: 'AMA, use of its credit mark' },
      ],
    });
    expect(await learner.activity()).toMatchObject({ title: 'Hand Hygiene Before Every Contact' });
  });
});

describe('an attempt that is under way while the activity is published anew', () => {
  it('is shown, graded and certified as it was begun', async () => {
    const { attemptId } = (await learner.start()).body;
    await service.publish(stricter);
    expect((await learner.start()).body).toMatchObject({ attemptId, passMark: 75 });
    expect((await learner.submit(attemptId, right)).body).toMatchObject({ status: 'passed', score: 100, passMark: 75 });
    await learner.evaluate();
    await learner.claim(['ama-pra-category-1', 100]);
    const { certificateId = '' } = (await learner.activity()).participation ?? {};
    const { body } = await learner.ask('getCertificate', { params: { certificateId } });
    expect(body.title).toBe('Hand Hygiene Before Every Contact');
    expect((await learner.activity()).title).toBe('Hand Hygiene Before Every Contact');
  });

  it('leaves the new version to whoever starts now, after a failure too', async () => {
    const { attemptId } = (await learner.start()).body;
    await learner.submit(attemptId, { q1: ['b'], q2: ['b'], q3: ['a'], q4: ['a'] });
    await service.publish(stricter);
    expect((await learner.start()).body).toMatchObject({ number: 2, passMark: 100, attemptsLeft: 1 });
    const other = await createLearner(service, { email: 'other@example.org' });
    expect((await other.pass(right)).body).toMatchObject({ status: 'failed', score: 75 });
    expect((await other.pass({ ...right, q1: ['b'] })).body).toMatchObject({ status: 'passed', score: 100 });
  });

  it('can be gone on with by its option, even when the new version has that option no more', async () => {
    const { attemptId } = (await learner.start()).body;
    await service.publish(
      content({ ...live, assessments: [verification()] }, { verification: answerKeys.verification }),
    );
    expect((await learner.start('post-test')).body.attemptId).toBe(attemptId);
    expect((await learner.submit(attemptId)).body.status).toBe('passed');
  });

  it('lets credit be claimed up to the maximum that it was begun with', async () => {
    await learner.ready();
    await service.publish(content({ credits: [{ creditType: 'ama-pra-category-1', maximum: 50 }] }));
    expect((await learner.claim(['ama-pra-category-1', 150])).status).toBe(200);
  });
});
