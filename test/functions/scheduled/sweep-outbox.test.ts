import { beforeEach, describe, expect, it, vi } from 'vitest';
import { capabilitiesOver } from '../../../functions/capabilities.ts';
import { HOUR, MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import { type MailIntent, MOST_TRIES } from '../../../shared/domain/work.ts';
import { TransientError } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { createLearner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

/** What the next mail takes of the sweeper's time. */
let nextMailTakes: number;
let service: Service;
beforeEach(async () => {
  nextMailTakes = 0;
  const mailer = {
    send: async () => {
      service.pass(nextMailTakes);
      nextMailTakes = 0;
      return { serviceId: 'slow' };
    },
  };
  service = createService({ mailer });
  await service.publish(content());
});

/** A learner submits, and the start of the grading is lost. @returns the work that waits */
async function lostSubmission(email: string): Promise<string> {
  const learner = await createLearner(service, { email });
  service.workflows.mode = 'lost';
  const { attemptId } = (await learner.start()).body;
  await learner.submit(attemptId);
  service.workflows.mode = 'prompt';
  return `grade-${attemptId}`;
}

/** Has so many mails of a learner wait for their turn. */
async function mailsWait(count: number): Promise<void> {
  const { ask } = await createLearner(service, { email: 'told@example.org' });
  const { learnerId } = (await ask('getMe')).body;
  const { outbox, table, clock } = capabilitiesOver(service.portsOf('sweep-outbox'));
  const now = clock.now();
  for (let number = 0; number < count; number++) {
    const intent = { messageKey: `change-${number}`, kind: 'account.merged', learnerId, tries: 0 } as const;
    await table.write([outbox.putMail({ ...intent, status: 'queued', createdAt: now, dueAt: now })]);
  }
}
const mailsThatAre = (asked: MailIntent['status']) =>
  service.held<MailIntent>('mail').filter(({ status }) => status === asked);

describe('the sweeper', () => {
  it('says when it ran last, for staff to see that it does', async () => {
    await service.sweep();
    service.pass(MINUTE);
    await service.sweep();
    expect(service.held('pulse')).toEqual([{ at: service.now() }]);
  });

  it('says of each run what it started, mailed and left to staff', async () => {
    await lostSubmission('stuck@example.org');
    service.workflows.mode = 'lost';
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      service.pass(6 * HOUR);
      await service.sweep();
    }
    await lostSubmission('waits@example.org');
    await mailsWait(1);
    service.pass(6 * HOUR);
    expect(await service.sweep()).toEqual({ started: 1, mailed: 1, parked: 1 });
    expect(service.logged.findLast(({ event }) => event === 'sweep')).toEqual({
      ...{ event: 'sweep', started: 1, mailed: 1, parked: 1 },
    });
  });

  it('says of a mail that could not be sent not that it was', async () => {
    await mailsWait(1);
    service.state.mailIsDown = true;
    expect(await service.sweep()).toEqual({ started: 0, mailed: 0, parked: 0 });
    expect(mailsThatAre('queued')).toHaveLength(1);
  });

  it('lets the trouble of one keep no other from its turn, and names the one for whoever looks after it', async () => {
    const [broken, other] = [await lostSubmission('one@example.org'), await lostSubmission('other@example.org')];
    await mailsWait(1);
    service.pass(10 * SECOND);
    const { start } = service.workflows;
    vi.spyOn(service.workflows, 'start').mockImplementation(async (input) => {
      if (input.workId === broken) throw new TransientError('Step Functions does not answer');
      await start(input);
    });
    expect(await service.sweep()).toEqual({ started: 1, mailed: 1, parked: 0 });
    expect(service.held('work')).toContainEqual(expect.objectContaining({ workId: other, status: 'done' }));
    expect(service.logged.filter(({ event }) => event === 'step.broken')).toEqual([
      {
        ...{ event: 'step.broken', step: 'sweep-outbox', workId: broken },
        ...{ error: 'TransientError', message: 'Step Functions does not answer' },
      },
    ]);
  });

  it('has done its work, also where it cannot say that it ran', async () => {
    await mailsWait(1);
    const { write } = service.table;
    vi.spyOn(service.table, 'write').mockImplementation(async (writes) => {
      if (writes.some((one) => one.kind === 'put' && one.row.kind === 'pulse')) throw new TransientError('Throttled');
      await write(writes);
    });
    expect(await service.sweep()).toMatchObject({ mailed: 1 });
  });

  it('does once what the index, which lags behind, still lists as due, and ends', async () => {
    const workId = await lostSubmission('one@example.org');
    await mailsWait(1);
    service.pass(10 * SECOND);
    const { queryWork } = service.table;
    const looks = new Map<string, number>();
    const listed = new Map<string, ReturnType<typeof queryWork>>();
    vi.spyOn(service.table, 'queryWork').mockImplementation((query) => {
      const { workPk } = query;
      looks.set(workPk, (looks.get(workPk) ?? 0) + 1);
      if (looks.get(workPk) === 5) throw new Error('The sweeper goes round and round');
      if (!listed.has(workPk)) listed.set(workPk, queryWork(query));
      return listed.get(workPk) ?? queryWork(query);
    });
    expect(await service.sweep()).toEqual({ started: 1, mailed: 1, parked: 0 });
    expect(service.logged.filter(({ event }) => event === 'work.restarted')).toEqual([
      { event: 'work.restarted', workId, by: 'sweeper' },
    ]);
  });
});

describe('more than the sweeper takes at a time', () => {
  const many = 201;
  beforeEach(() => mailsWait(many));

  it('is all sent in one run, where there is the time for it', async () => {
    nextMailTakes = 40 * SECOND - 1;
    expect(await service.sweep()).toEqual({ started: 0, mailed: many, parked: 0 });
    expect(mailsThatAre('sent')).toHaveLength(many);
  });

  it('is left to the next run after forty seconds, so that no run is cut short in the middle of a mail', async () => {
    nextMailTakes = 40 * SECOND;
    expect(await service.sweep()).toEqual({ started: 0, mailed: 1, parked: 0 });
    expect(mailsThatAre('queued')).toHaveLength(many - 1);
    expect(await service.sweep()).toEqual({ started: 0, mailed: many - 1, parked: 0 });
  });
});
