import { describe, expect, it } from 'vitest';
import { type ConsentEvent, consentView, decideConsent, mayReport, wordingOf } from '../../../shared/domain/consent.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { retentionEnds } from '../../../shared/domain/retention.ts';

const purpose = 'board-reporting';
const { wording } = wordingOf(purpose);
const [monday, tuesday, wednesday] = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => `${day}T10:00:00.000Z`);
const given: ConsentEvent = { purpose, number: 1, decision: 'given', wording, at: monday ?? '', by: 'learner' };
const withdrawn: ConsentEvent = { ...given, number: 2, decision: 'withdrawn', at: wednesday ?? '' };

describe('consent for a purpose', () => {
  it('is not given until it is given, and no row goes out without it', () => {
    expect(mayReport([], purpose, tuesday ?? '')).toBe(false);
    expect(mayReport([given], purpose, tuesday ?? '')).toBe(true);
  });

  it('is of one purpose and lends nothing to another', () => {
    expect(mayReport([given], 'research-use-of-answers', tuesday ?? '')).toBe(false);
  });

  it('holds from when it was given until it is withdrawn, so that what was sent in between was allowed', () => {
    const events = [withdrawn, given];
    expect(mayReport(events, purpose, '2026-03-01T00:00:00.000Z')).toBe(false);
    expect(mayReport(events, purpose, tuesday ?? '')).toBe(true);
    expect(mayReport(events, purpose, wednesday ?? '')).toBe(false);
  });

  it('is to the words that were shown: consent to an older wording asks anew', () => {
    expect(mayReport([{ ...given, wording: wording - 1 }], purpose, tuesday ?? '')).toBe(false);
    const decided = decideConsent(
      [{ ...given, wording: wording - 1 }],
      { purpose, given: true, wording },
      tuesday ?? '',
    );
    expect(decided).toMatchObject({ decision: 'given', number: 2, wording });
  });

  it('cannot be given to words that are not shown any more', () => {
    const decided = decideConsent([], { purpose, given: true, wording: wording + 1 }, monday ?? '');
    expect(isRefusal(decided) && decided.reasons[0].code).toBe('wording-changed');
  });

  it('adds an event for each decision and none for a repeat', () => {
    expect(decideConsent([], { purpose, given: false, wording }, monday ?? '')).toBeUndefined();
    expect(decideConsent([], { purpose, given: true, wording }, monday ?? '')).toEqual(given);
    expect(decideConsent([given], { purpose, given: true, wording }, tuesday ?? '')).toBeUndefined();
    expect(decideConsent([given], { purpose, given: false, wording }, wednesday ?? '')).toEqual(withdrawn);
  });

  it('can be withdrawn whatever words are shown by now', () => {
    const old = { ...given, wording: wording - 1 };
    expect(decideConsent([old], { purpose, given: false, wording }, wednesday ?? '')).toMatchObject({
      ...{ decision: 'withdrawn', wording: wording - 1 },
    });
  });

  it('shows every decision, the latest first', () => {
    expect(consentView([given, withdrawn], purpose, wednesday ?? '')).toMatchObject({
      given: false,
      history: [{ decision: 'withdrawn' }, { decision: 'given' }],
    });
  });
});

describe('the retention of a certificate', () => {
  it('ends seven years after the activity, a year after accreditors may ask', () => {
    expect(retentionEnds({ participatedOn: '2026-03-08' })).toBe('2033-03-08');
  });

  it('ends a day later for an activity on 29 February', () => {
    expect(retentionEnds({ participatedOn: '2028-02-29' })).toBe('2035-03-01');
  });
});
