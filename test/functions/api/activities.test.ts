import { beforeEach, describe, expect, it } from 'vitest';
import { knownType, nameIn } from '../../../shared/domain/credit-type.ts';
import { content, draft } from '../../support/activity.ts';
import { createBrowser } from '../../support/browser.ts';
import { createLearner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
});

describe('the activities', () => {
  it('are listed by title to anybody, without a word of where somebody stands', async () => {
    await service.publish(content({ activityId: 'z-last', title: 'Anticoagulation' }));
    const { activities } = (await createBrowser(service).ask('listActivities')).body;
    expect(activities.map(({ title }) => title)).toEqual(['Anticoagulation', 'Hand Hygiene Before Every Contact']);
    for (const activity of activities) expect(activity).not.toHaveProperty('participation');
    expect(activities[1]?.credits).toContainEqual({
      ...{ creditType: 'ama-pra-category-1', name: 'AMA PRA Category 1 Credits™', maximum: 150 },
      names: nameIn(knownType('ama-pra-category-1')),
    });
  });

  it('say to a learner where they stand in each, as the activity itself does', async () => {
    await service.publish(content({ activityId: 'other', title: 'Another' }));
    const learner = await createLearner(service);
    await learner.pass();
    const { activities } = (await learner.ask('listActivities')).body;
    expect(activities.map(({ participation }) => participation?.stage)).toEqual(['open', 'passed']);
    expect(activities[1]?.participation).toEqual((await learner.activity()).participation);
  });

  it('show before the start everything that accreditation wants shown', async () => {
    const { body } = await createBrowser(service).ask('getActivity', { params: { activityId: 'hand-hygiene' } });
    const { faculty, objectives, audience, provider, estimatedMinutes, opensOn, closesOn } = draft();
    expect(body).toMatchObject({
      ...{ faculty, objectives, audience, estimatedMinutes, opensOn, closesOn },
      provider: { name: provider.name, contact: provider.contact },
      statements: [{ kind: 'accreditation' }, { kind: 'designation' }, { kind: 'designation' }, { kind: 'support' }],
    });
    const test = body.assessments.find(({ kind }) => kind === 'post-test');
    // The minimum performance and the number of attempts are told beforehand.
    expect(test).toMatchObject({ passMark: 75, attemptLimit: 3, questionCount: 4, feedback: 'rationale' });
    expect(test).not.toHaveProperty('attemptsLeft');
    expect(body).not.toHaveProperty('claimable');
  });

  it('show no question outside an attempt', async () => {
    const learner = await createLearner(service);
    for (const name of ['listActivities', 'getActivity'] as const)
      expect((await learner.ask(name, { params: learner.params })).text).not.toContain('Which comes first?');
    await learner.pass();
    expect((await learner.ask('getActivity', { params: learner.params })).text).not.toContain('Which comes first?');
  });
});

describe('the service', () => {
  it('says which commit answers, and gives its contract', async () => {
    const browser = createBrowser(service);
    expect((await browser.ask('getHealth')).body).toEqual({ status: 'ok', commit: 'abc1234', node: 'v24.0.0' });
    expect((await browser.ask('getOpenApi')).body.openapi).toBe('3.1.0');
  });
});
