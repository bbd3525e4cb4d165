import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../shared/domain/kinds.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import { TransientError } from '../../../shared/ports.ts';
import { content, wrong } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
});

/** Days later, what looks for learners to remind has run, and what sends mail. */
async function later(ms = 3 * DAY) {
  service.pass(ms);
  const reminded = await service.remindLearners();
  await service.sweep();
  return reminded;
}
const reminders = () => service.inbox.delivered.filter(({ subject }) => subject.startsWith('Your credit waits'));
const intents = () => service.held<MailIntent>('mail').filter(({ kind }) => kind === 'credit.waits');

describe('a learner who passed', () => {
  it('and did not evaluate is reminded once, days later, of what is left and where', async () => {
    await learner.pass();
    expect(await later(3 * DAY - MINUTE)).toEqual({ asked: 0, left: 0 });
    expect(await later(MINUTE)).toEqual({ asked: 1, left: 0 });
    const [mail] = reminders();
    expect(mail).toMatchObject({ to: learner.email, subject: expect.stringContaining('Hand Hygiene') });
    expect(mail?.text).toContain('Complete the Course Evaluation and claim your credit');
    expect(mail?.text).toContain('/a/hand-hygiene');
    for (let more = 0; more < 3; more++) expect(await later()).toEqual({ asked: 0, left: 0 });
    // Nor once they have gone a step further, and stopped again.
    await learner.evaluate();
    expect(await later()).toEqual({ asked: 0, left: 0 });
    expect(reminders()).toHaveLength(1);
    await learner.claim(['ama-pra-category-1', 100]);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('and evaluated is reminded of the claim alone', async () => {
    await learner.ready();
    await later();
    expect(reminders()[0]?.text).toContain('Claim your credit');
    expect(reminders()[0]?.text).not.toContain('Complete the Course Evaluation');
  });

  it('and finished costs no mail, and none is ever asked for', async () => {
    await learner.complete();
    expect(await later()).toEqual({ asked: 0, left: 0 });
    expect(intents()).toEqual([]);
  });

  it('is reminded once by two runs that look at the same moment', async () => {
    await learner.pass();
    service.pass(3 * DAY);
    await Promise.all([service.remindLearners(), service.remindLearners(), service.remindLearners()]);
    await Promise.all([service.sweep(), service.sweep()]);
    expect(intents()).toHaveLength(1);
    expect(reminders()).toHaveLength(1);
  });

  it('and finished while the mail service was down is told nothing that is not so any more', async () => {
    await learner.pass();
    const { send } = service.inbox;
    let works = false;
    vi.spyOn(service.inbox, 'send').mockImplementation(async (mail) => {
      if (works) return send(mail);
      throw new TransientError('The mail service is down');
    });
    await later();
    await learner.evaluate();
    await learner.claim(['ama-pra-category-1', 100]);
    works = true;
    await later(DAY);
    expect(reminders()).toEqual([]);
    expect(intents()).toMatchObject([{ status: 'withdrawn' }]);
  });

  it('stands where they stood in the list of the activity', async () => {
    const listed = () =>
      service.table
        .rows()
        .filter(({ kind }) => kind === 'participation')
        .map(({ listPk, listSk, listed }) => ({ listPk, listSk, listed }));
    await learner.pass();
    const before = listed();
    await later();
    expect(before[0]?.listPk).toBe('COMPLETIONS#hand-hygiene');
    expect(listed()).toEqual(before);
  });

  it('finds the reminder in their own data, and staff in what happened', async () => {
    await learner.pass();
    await later();
    const text = (await learner.ask('exportData')).text;
    expect(text).toContain('"credit.waits"');
    const office = await createStaff(service, 'coordinator');
    const { learnerId } = (await learner.ask('getMe')).body;
    const { timeline } = (await office.ask('getLearner', { params: { learnerId } })).body;
    expect(timeline.map((event) => event.text)).toContainEqual(
      expect.stringMatching(/^The reminder that credit waits/),
    );
  });
});

describe('nobody is reminded', () => {
  const isLeft = async () => {
    expect(await later()).toEqual({ asked: 0, left: 1 });
    // It is decided, so that nobody looks again.
    expect(await later()).toEqual({ asked: 0, left: 0 });
    expect(intents()).toEqual([]);
  };

  it('who did not pass', async () => {
    await learner.pass(wrong);
    expect(await later()).toEqual({ asked: 0, left: 0 });
  });

  it('of an activity that was withdrawn', async () => {
    await learner.pass();
    const office = await createStaff(service, 'owner');
    await office.ask('withdrawActivity', { params: { activityId: 'hand-hygiene' }, body: { reason: 'Outdated.' } });
    await isLeft();
  });

  it('whose account is to be erased, nor is anything of a reminder left of one that was', async () => {
    await learner.pass();
    await learner.ask('askErasure', { body: { confirmation: 'ERASE' } });
    await isLeft();
  });

  it('whose account was erased before the mail could be sent', async () => {
    await learner.pass();
    service.pass(3 * DAY);
    await service.remindLearners();
    const { send } = service.inbox;
    vi.spyOn(service.inbox, 'send').mockImplementation(async (mail) => {
      if (mail.subject.startsWith('Your credit waits')) throw new TransientError('The mail service is down');
      return send(mail);
    });
    await service.sweep();
    const again = await createLearner(service, { profile: null });
    await again.ask('askErasure', { body: { confirmation: 'ERASE' } });
    service.pass(7 * DAY);
    await service.eraseLearners();
    service.pass(3 * MINUTE);
    await service.eraseLearners();
    expect(intents()).toMatchObject([{ status: 'withdrawn' }]);
    service.pass(HOUR);
    expect(await later()).toEqual({ asked: 0, left: 0 });
  });
});
