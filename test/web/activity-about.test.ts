import { describe, expect, it } from 'vitest';
import { knownType, nameIn } from '../../shared/domain/credit-type.ts';
import { ActivityFacts } from '../../web/learner/screens/activity-about.tsx';
import type { Activity } from '../../web/learner/screens/activity-types.ts';
import { linksOf, wordsOf } from '../support/words-of.ts';

const names = nameIn(knownType('ama-pra-category-1'));
const credit = { creditType: 'ama-pra-category-1', names, name: names.plural, maximum: 125 };
const offers = (basis: 'awarded' | 'attendance') => ({ ...credit, basis, step: 25, whole: false, attestation: '' });

const factsFor = (mine: Pick<Activity, 'claimable' | 'participation'>) =>
  ActivityFacts({
    activity: {
      ...{ activityId: 'blood-thinners', provider: { name: 'Riverbend' }, formatName: 'enduring material' },
      ...{ opensOn: '2026-01-01', closesOn: '2026-12-31', estimatedMinutes: 75, audience: 'Physicians' },
      ...{ credits: [credit], ...mine },
    } as unknown as Activity,
  });

const withCertificate = { stage: 'issued', tasks: [], certificateId: 'c1' } as Activity['participation'];

describe('what an activity says of its credit', () => {
  it('tells whom none of it is for before they start, and where to correct a profession', () => {
    const facts = factsFor({ claimable: [] });
    expect(wordsOf(facts)).toContain(
      'None of this credit is for your profession, so you cannot claim here. Is your profession wrong? Check your profile.',
    );
    expect(linksOf(facts)).toEqual(['/profile?to=%2Fa%2Fblood-thinners']);
  });

  it('tells who gets a certificate of participation that it is not credit', () => {
    expect(wordsOf(factsFor({ claimable: [offers('attendance')] }))).toContain(
      'With your profession you get a certificate of participation here, not credit.',
    );
  });

  it.each([
    ['who may be awarded some of it', { claimable: [offers('attendance'), offers('awarded')] }],
    ['whose profession nobody knows yet', { claimable: undefined }],
    ['who has a certificate already', { claimable: [], participation: withCertificate }],
  ])('says nothing of that to a reader %s', (_, mine) => {
    expect(wordsOf(factsFor(mine))).not.toContain('your profession');
  });
});
