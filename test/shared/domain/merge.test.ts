import { describe, expect, it } from 'vitest';
import type { Learner } from '../../../shared/domain/learner.ts';
import {
  type Account,
  checkMerge,
  checkSeparation,
  earnedTwice,
  isEarned,
  MOST_ACCOUNTS,
} from '../../../shared/domain/merge.ts';
import { type Participation, type Stage, stages } from '../../../shared/domain/participation.ts';
import type { Award } from '../../../shared/domain/wallet.ts';
import '../../support/refusals.ts';

const at = '2026-03-09T04:30:00.000Z';
const asked = { reason: 'They are one person', proposedBy: 'Asha' };
const learner = (learnerId: string, overrides: Partial<Learner> = {}): Learner => ({
  ...{ learnerId, email: `${learnerId}@clinic.example`, createdAt: at },
  ...overrides,
});
const account = (learnerId: string, overrides: Partial<Account> & { readonly of?: Partial<Learner> } = {}): Account => {
  const { of, ...otherwise } = overrides;
  return { learner: learner(learnerId, of), awards: [], participations: [], isBeingErased: false, ...otherwise };
};
const award = (activityId: string, standing?: Award['standing']): Award => ({
  ...{ learnerId: 'learner', activityId, cycle: 1, certificateId: `of-${activityId}`, credits: [] },
  ...(standing && { standing }),
});
const standingAt = (stage: Stage): Participation => ({
  ...{ learnerId: 'learner', activityId: 'sample', cycle: 1, title: 'Sample', startedAt: at, stage, attempts: {} },
});
const merge = (from: Partial<Account> & { of?: Partial<Learner> }, into: typeof from = {}) => [
  checkMerge(asked, account('one', from), account('other', into)),
  // Whatever is wrong with the one account is as wrong with the other.
  checkMerge(asked, account('one', into), account('other', from)),
];

describe('merging two accounts of one person', () => {
  it('can be done when nothing speaks against it', () => {
    expect(checkMerge(asked, account('one'), account('other'))).toBeUndefined();
  });

  it('needs a reason and who asks, as every change does', () => {
    expect(checkMerge({ reason: '', proposedBy: '' }, account('one'), account('other'))).toBeRefusedFor(
      ...['reason-missing', 'by-missing'],
    );
  });

  it('is no merging of an account with itself', () => {
    expect(checkMerge(asked, account('one'), account('one', { isBeingErased: true }))).toBeRefusedFor('same-account');
  });

  it('is refused of an account that was merged into another, or is erased or about to be', () => {
    for (const refused of merge({ of: { mergedInto: 'third' } })) expect(refused).toBeRefusedFor('already-merged');
    for (const refused of merge({ of: { erasedAt: at } })) expect(refused).toBeRefusedFor('being-erased');
    for (const refused of merge({ isBeingErased: true })) expect(refused).toBeRefusedFor('being-erased');
  });

  it('ends at ten accounts of one person', () => {
    const of = (count: number): Partial<Learner> => ({ merged: Array.from({ length: count }, (_, i) => `m${i}`) });
    for (const refused of merge({ of: of(5) }, { of: of(MOST_ACCOUNTS - 7) })) expect(refused).toBeUndefined();
    for (const refused of merge({ of: of(5) }, { of: of(MOST_ACCOUNTS - 6) }))
      expect(refused).toBeRefusedFor('too-many-accounts');
  });

  it('waits until nothing is being graded, awarded or issued for either', () => {
    for (const stage of stages)
      for (const refused of merge({ participations: [standingAt('open'), standingAt(stage)] }))
        if (['grading', 'claimed', 'awarded'].includes(stage)) expect(refused, stage).toBeRefusedFor('under-way');
        else expect(refused, stage).toBeUndefined();
  });

  it('is refused where both earned credit for one activity, which one person earns once', () => {
    const [one, other] = [{ awards: [award('a'), award('b')] }, { awards: [award('b'), award('c')] }];
    expect([...earnedTwice([...one.awards, ...other.awards]).keys()]).toEqual(['b']);
    for (const refused of merge(one, other)) {
      expect(refused).toBeRefusedFor('earned-twice');
      expect(refused?.reasons[0]).toMatchObject({ message: expect.stringMatching('activity b,'), field: '/into' });
    }
  });

  it('counts suspended credit as earned, which may be restored, and never revoked credit', () => {
    for (const refused of merge({ awards: [award('a', 'suspended')] }, { awards: [award('a')] }))
      expect(refused).toBeRefusedFor('earned-twice');
    for (const refused of merge({ awards: [award('a', 'revoked')] }, { awards: [award('a')] }))
      expect(refused).toBeUndefined();
  });
});

describe('separating two accounts again', () => {
  const from = learner('one', { mergedInto: 'other' });
  const into = learner('other', { merged: ['one'], otherEmails: ['one@clinic.example'] });

  it('can be done while both have an address to sign in by', () => {
    expect(checkSeparation(asked, from, into)).toBeUndefined();
  });

  it('needs a reason, and accounts that were merged', () => {
    expect(checkSeparation({ ...asked, reason: '' }, from, into)).toBeRefusedFor('reason-missing');
    expect(checkSeparation(asked, learner('one'), into)).toBeRefusedFor('not-merged');
    expect(checkSeparation(asked, { ...from, mergedInto: 'third' }, into)).toBeRefusedFor('not-merged');
  });

  it('is refused once either is erased', () => {
    expect(checkSeparation(asked, { ...from, erasedAt: at }, into)).toBeRefusedFor('being-erased');
    expect(checkSeparation(asked, from, { ...into, erasedAt: at })).toBeRefusedFor('being-erased');
    expect(checkSeparation(asked, from, into, true)).toBeRefusedFor('being-erased');
  });

  it('is refused where the account that stays would have no address left', () => {
    const bereft = { ...into, email: 'one@clinic.example', otherEmails: [] };
    expect(checkSeparation(asked, from, bereft)).toBeRefusedFor('no-address-left');
    expect(checkSeparation(asked, learner('one'), { ...bereft, erasedAt: at })).toMatchObject({
      reasons: [{ field: '/into' }, { field: '/into' }, { field: '/into' }],
    });
  });
});

describe('the credit of an activity', () => {
  it('is earned, or about to be, from the claim on', () => {
    expect(isEarned(undefined)).toBe(false);
    expect(stages.filter((stage) => isEarned(standingAt(stage)))).toEqual(['claimed', 'awarded', 'issued', 'notified']);
  });
});
