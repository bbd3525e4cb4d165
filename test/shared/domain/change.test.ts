import { describe, expect, it } from 'vitest';
import { type AnyChange, aboutOf, changeText, decided, takesTwo } from '../../../shared/domain/any-change.ts';
import { type CertificateStatus, certificateStatuses } from '../../../shared/domain/certificate.ts';
import {
  type Change,
  type ChangeKind,
  type Correction,
  changeKinds,
  checkChange,
} from '../../../shared/domain/change.ts';
import { everyOffer } from '../../support/activity.ts';
import { snapshot } from '../documents/samples.ts';
import '../../support/refusals.ts';

const asked = { reason: 'The name was misspelt', proposedBy: 'Asha' };
const allowed = { credits: everyOffer, days: [{ opensOn: '2026-01-15' }] };
/** A correction that changes something, for whatever kind needs one. */
const otherName: Correction = { name: 'Amélie Roth, MD' };
const check = (
  kind: ChangeKind,
  correction: Correction = kind === 'correct' ? otherName : {},
  status: CertificateStatus = kind === 'restore' ? 'suspended' : 'valid',
) => checkChange({ ...asked, kind, correction }, { status, snapshot }, allowed);

const mayBe: Readonly<Record<ChangeKind, readonly CertificateStatus[]>> = {
  correct: ['valid', 'issuing', 'parked'],
  reissue: ['valid', 'issuing', 'parked'],
  revoke: ['valid', 'suspended', 'issuing', 'parked'],
  suspend: ['valid'],
  restore: ['suspended'],
};

describe('a change of a certificate', () => {
  it.each(changeKinds)('by “%s” is made of what can be changed so, and refused of everything else', (kind) => {
    for (const status of certificateStatuses)
      if (mayBe[kind].includes(status)) expect(check(kind, undefined, status), status).toBeUndefined();
      else {
        expect(check(kind, undefined, status), status).toBeRefusedFor(`certificate-${status}`);
        expect(check(kind, undefined, status)).toMatchObject({ reasons: [{ field: '/certificateId' }] });
      }
  });

  it('needs a reason and who asks', () => {
    expect(
      checkChange(
        { kind: 'revoke', reason: '', proposedBy: '', correction: {} },
        { status: 'valid', snapshot },
        allowed,
      ),
    ).toBeRefusedFor('reason-missing', 'by-missing');
  });
});

describe('a correction', () => {
  it('corrects something: one that says what the certificate says already is refused', () => {
    expect(check('correct', {})).toBeRefusedFor('correction-empty');
    const { name, profession, participatedOn } = snapshot;
    const credits = snapshot.credits.map(({ creditType, amount }) => ({ creditType, amount }));
    expect(check('correct', { name, profession, participatedOn, credits })).toBeRefusedFor('correction-empty');
    expect(check('correct', {})).toMatchObject({ reasons: [{ field: '/correction' }] });
    // A reissue takes the name of the profile, which may be the same.
    expect(check('reissue', {})).toBeUndefined();
  });

  it('prints a name as it is given, and none that cannot be printed so', () => {
    expect(check('correct', { name: 'x'.repeat(200) })).toBeUndefined();
    for (const name of ['', ' Amélie', 'Amélie  Roth', 'Amélie\u202eRoth', 'x'.repeat(201)])
      expect(check('correct', { name }), name).toBeRefusedFor('name-not-printable');
    expect(check('correct', { name: '' })).toMatchObject({ reasons: [{ field: '/correction/name' }] });
  });

  it('gives a day of participation that is a day, and not after the award', () => {
    expect(check('correct', { participatedOn: '2026-03-01' })).toBeUndefined();
    const given = { ...snapshot, participatedOn: '2026-03-01' };
    expect(
      checkChange(
        { ...asked, kind: 'correct', correction: { participatedOn: snapshot.awardedOn } },
        { status: 'valid', snapshot: given },
        allowed,
      ),
    ).toBeUndefined();
    for (const participatedOn of ['2026-02-30', '9999-12-31', '1999-01-01', '2026-01-14', 'today'])
      expect(check('correct', { participatedOn }), participatedOn).toBeRefusedFor('date-impossible');
    expect(check('correct', { participatedOn: 'today' })).toMatchObject({
      reasons: [{ field: '/correction/participatedOn' }],
    });
  });

  it('gives no other day than the one on which a live activity was held, by this version or by that which is published', () => {
    const on = (participatedOn: string, ...held: readonly string[]) =>
      checkChange(
        { ...asked, kind: 'correct', correction: { participatedOn } },
        { status: 'valid', snapshot },
        { ...allowed, days: held.map((heldOn) => ({ opensOn: '2026-03-05', heldOn })) },
      );
    expect(on('2026-03-02', '2026-03-02')).toBeUndefined();
    expect(on('2026-03-06', '2026-03-02')?.reasons).toEqual([
      {
        ...{ code: 'date-not-held', field: '/correction/participatedOn' },
        message: 'The activity was held on 2026-03-02, which is what the certificate says.',
        remedy:
          'Give 2026-03-02 as the day of participation. If it was held on another day, publish the activity with that day first.',
      },
    ]);
    expect(on('2026-03-06', '2026-03-02', '2026-03-06')).toBeUndefined();
    expect(on('2026-03-07', '2026-03-02', '2026-03-06')).toBeRefusedFor('date-not-held');
  });

  it('says the same day as before beside what it mends, whatever became of the activity', () => {
    const { participatedOn } = snapshot;
    const correction = { ...otherName, participatedOn };
    const days = [{ opensOn: '2026-03-05', heldOn: '2026-03-02' }];
    expect(
      checkChange({ ...asked, kind: 'correct', correction }, { status: 'valid', snapshot }, { ...allowed, days }),
    ).toBeUndefined();
  });

  it('certifies nothing that a claim could not have been for', () => {
    const ama = 'ama-pra-category-1';
    expect(check('correct', { credits: [{ creditType: ama, amount: 75 }] })).toBeUndefined();
    expect(check('correct', { credits: [] })).toBeRefusedFor('claim-empty');
    expect(check('correct', { credits: [] })).toMatchObject({ reasons: [{ field: '/correction/credits' }] });
    expect(check('correct', { credits: [{ creditType: ama, amount: 80 }] })).toMatchObject({
      reasons: [{ code: 'amount-off-step', field: '/correction/credits/0/amount' }],
    });
  });

  it('to another profession certifies what that profession can be awarded', () => {
    const nurse = { ...snapshot, profession: 'nurse', credits: [] } as const;
    const toPhysician = (credits: typeof snapshot.credits) =>
      checkChange(
        { ...asked, kind: 'correct', correction: { profession: 'physician' } },
        { status: 'valid', snapshot: { ...nurse, credits } },
        allowed,
      );
    const contactHours = { creditType: 'ancc-contact-hour', basis: 'awarded', amount: 100, maximum: 125 } as const;
    expect(toPhysician([contactHours])).toBeRefusedFor('credit-not-for-profession');
    expect(toPhysician([{ ...contactHours, creditType: 'ama-pra-category-1' }])).toBeUndefined();
    // Nothing is said of the credit where neither it nor the profession changes.
    expect(
      checkChange(
        { ...asked, kind: 'correct', correction: otherName },
        { status: 'valid', snapshot: { ...nurse, profession: 'physician', credits: [contactHours] } },
        allowed,
      ),
    ).toBeUndefined();
  });
});

describe('whatever staff change', () => {
  const change = (kind: ChangeKind, correction: Correction = {}): Change => ({
    ...asked,
    ...{ changeId: 'change', proposedAt: '2026-03-09T04:30:00.000Z', status: 'proposed' },
    ...{ kind, correction, certificateId: 'certificate' },
  });
  const { certificateId: _, kind: __, correction: ___, ...decision } = change('correct');
  const others = {
    award: {
      ...{ ...decision, kind: 'award', learnerId: 'learner', activityId: 'activity', activityVersion: 1 },
      ...{ participatedOn: '2026-03-08', claims: [] },
    },
    merge: { ...decision, kind: 'merge', learnerId: 'learner', into: 'other' },
    separate: { ...decision, kind: 'separate', learnerId: 'learner', into: 'other' },
    attempts: {
      ...{ ...decision, kind: 'attempts', learnerId: 'learner', activityId: 'activity' },
      ...{ assessmentId: 'post-test', more: 1 },
    },
    address: { ...decision, kind: 'address', learnerId: 'learner' },
  } as const satisfies Record<string, AnyChange>;

  it('takes two people where an amount or a person changes', () => {
    expect(takesTwo(change('revoke'))).toBe(true);
    expect(takesTwo(change('correct', { name: 'Amélie Roth' }))).toBe(true);
    expect(takesTwo(change('correct', { profession: 'nurse' }))).toBe(true);
    expect(takesTwo(change('correct', { credits: [] }))).toBe(true);
    for (const other of [others.award, others.merge, others.separate]) expect(takesTwo(other), other.kind).toBe(true);
  });

  it('takes one person where it mends a day or a print, holds something up, or gives what is still graded', () => {
    expect(takesTwo(change('correct', { participatedOn: '2026-03-01' }))).toBe(false);
    for (const kind of ['reissue', 'suspend', 'restore'] as const) expect(takesTwo(change(kind)), kind).toBe(false);
    expect(takesTwo(others.attempts)).toBe(false);
    expect(takesTwo(others.address)).toBe(false);
  });

  it('says in ids whom and what it is about', () => {
    expect(aboutOf(change('revoke'))).toEqual({ certificateId: 'certificate' });
    expect(aboutOf(others.award)).toEqual({ learnerId: 'learner', activityId: 'activity' });
    expect(aboutOf(others.merge)).toEqual({ learnerId: 'learner', into: 'other' });
    expect(aboutOf(others.address)).toEqual({ learnerId: 'learner' });
  });

  it('is kept with who decided, when and how, and has one text for its hash', () => {
    const by = { decidedBy: 'Benno', decidedAt: '2026-03-10T04:30:00.000Z' };
    const done = decided(others.award, 'done', by);
    expect(done).toEqual({ ...others.award, ...by, status: 'done' });
    expect(JSON.parse(changeText(done))).toEqual(done);
  });
});
