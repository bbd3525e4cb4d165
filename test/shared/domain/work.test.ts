import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, HOUR, SECOND } from '../../../shared/domain/kinds.ts';
import {
  afterFailure,
  afterReport,
  type MailIntent,
  MOST_TRIES,
  nextTry,
  queuedAgain,
  type Work,
  withoutAddresses,
} from '../../../shared/domain/work.ts';

const now = '2026-03-09T04:30:00.000Z';
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const work: Work = {
  workId: 'grade-1',
  input: { door: 'grade', workId: 'grade-1', learnerId: 'l', activityId: 'a', attemptId: '1' },
  ...{ status: 'pending', createdAt: now, dueAt: now, tries: 0 },
};
const transient = { step: 'grade-attempt', error: 'TransientError', reason: 'Throttled', retryable: true };

describe('trying again', () => {
  it('waits from half to the whole of a time that doubles from 10 s to 6 h', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fraction, (tries, chance) => {
        const wait = epochMs(nextTry(now, tries, chance)) - epochMs(now);
        const most = Math.min(6 * HOUR, 10 * SECOND * 2 ** tries);
        expect(wait).toBeGreaterThanOrEqual(most / 2);
        expect(wait).toBeLessThanOrEqual(most);
      }),
    );
    expect(nextTry(now, 0, 0)).toBe('2026-03-09T04:30:05.000Z');
    expect(nextTry(now, 1, 0.999999)).toBe('2026-03-09T04:30:20.000Z');
  });

  it('spreads what failed together', () => {
    expect(nextTry(now, 3, 0.1)).not.toBe(nextTry(now, 3, 0.9));
  });
});

describe('work that failed', () => {
  it('is tried again when it may pass by itself, and keeps why it failed', () => {
    expect(afterFailure(work, transient, now, 0)).toEqual({
      ...work,
      ...{ tries: 1, status: 'pending', dueAt: '2026-03-09T04:30:05.000Z' },
      failure: { step: 'grade-attempt', error: 'TransientError', reason: 'Throttled', at: now },
    });
  });

  it('is tried twice within ten seconds each, for the learner who waits, and then later and later', () => {
    const waits = [0, 1, 2, 3].map(
      (tries) => epochMs(afterFailure({ ...work, tries }, transient, now, 0.999999).dueAt) - epochMs(now),
    );
    expect(waits).toEqual([10, 10, 20, 40].map((seconds) => seconds * SECOND));
  });

  it('is parked at once when no repetition can help', () => {
    const failure = { ...transient, error: 'ParkError', retryable: false };
    expect(afterFailure(work, failure, now, 0)).toMatchObject({ status: 'parked', tries: 1, dueAt: now });
  });

  it('is parked after its last try and not before', () => {
    let current = work;
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      current = afterFailure(current, transient, current.dueAt, 0.5);
      expect(current).toMatchObject({ status: 'pending', tries });
    }
    expect(epochMs(current.dueAt) - epochMs(now)).toBeGreaterThan(24 * HOUR);
    expect(afterFailure(current, transient, current.dueAt, 0.5)).toMatchObject({ status: 'parked', tries: MOST_TRIES });
  });
});

describe('what a mail service says of its trouble', () => {
  it.each([
    ['identities failed the check in region US-EAST-1: ana.luz@example.org', 'region US-EAST-1: (address)'],
    ['Rejected <ana@example.org>, "Łukasz"@example.org.', 'Rejected <(address)>'],
    ['Throttling: 14 a second', 'Throttling: 14 a second'],
  ])('is kept without addresses: %s', (said, kept) => {
    expect(withoutAddresses(said)).toContain(kept);
    expect(withoutAddresses(said)).not.toMatch(/ana|Łukasz/);
  });
});

describe('what is reported of a mail', () => {
  const sent: MailIntent = {
    ...{ messageKey: 'award-1', kind: 'credit-award', learnerId: 'l', createdAt: now, dueAt: now, tries: 1 },
    ...{ status: 'sent', serviceId: 'first' },
  };
  const later = queuedAgain(sent, now);
  const bounced = (serviceId: string) => ({ serviceId, status: 'bounced' }) as const;

  it('becomes what the mail is, of a sending whose id nobody could write down, too', () => {
    expect(afterReport(sent, bounced('first'))).toMatchObject({ status: 'bounced', serviceId: 'first' });
    const { serviceId: _, ...unknown } = { ...sent, status: 'leased' as const };
    expect(afterReport(unknown, bounced('first'))).toMatchObject({ status: 'bounced', serviceId: 'first' });
    // A run that died had sent it as well.
    expect(afterReport(sent, bounced('other'))).toMatchObject({ status: 'bounced', serviceId: 'first' });
  });

  it('says nothing of a mail that was asked for again since', () => {
    expect(later).toMatchObject({ status: 'queued', formerIds: ['first'] });
    expect(afterReport(later, bounced('first'))).toMatchObject({ status: 'queued' });
    expect(afterReport({ ...later, status: 'sent', tries: 1, serviceId: 'second' }, bounced('first'))).toMatchObject({
      ...{ status: 'sent', serviceId: 'second' },
    });
    // Of a run that died before it could say that it had sent it.
    expect(afterReport(later, bounced('unknown'))).toMatchObject({ status: 'queued' });
    expect(afterReport({ ...later, status: 'sent', tries: 1 }, { serviceId: 'first', status: 'delivered' })).toBe(
      undefined,
    );
  });

  it('counts once, however often it is told, and in whatever order', () => {
    const once = afterReport(sent, bounced('first')) as MailIntent;
    const twice = afterReport(once, { serviceId: 'first', status: 'complained' }) as MailIntent;
    expect(afterReport(twice, bounced('first'))).toBe(undefined);
    expect(afterReport(twice, { serviceId: 'first', status: 'delivered' })).toBe(undefined);
  });
});
