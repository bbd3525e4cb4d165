import type { ActivityVersion } from '../../shared/domain/activity.ts';
import type { AnyChange } from '../../shared/domain/any-change.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import type { Change } from '../../shared/domain/change.ts';
import { creditPhrase, nameIn, namesOf, ruleOf } from '../../shared/domain/credit-type.ts';
import type { ExtraAttempts } from '../../shared/domain/extra-attempts.ts';
import type { HandAward } from '../../shared/domain/hand-award.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import { nameOnCertificate } from '../../shared/domain/learner.ts';
import { longDate } from '../../shared/domain/long-date.ts';
import type { Merge } from '../../shared/domain/merge.ts';
import type { Claim } from '../../shared/domain/participation.ts';
import type { Capabilities } from '../capabilities.ts';

type Reading = Pick<Capabilities<Record<never, never>>, 'certificates' | 'activities' | 'learners'>;

interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A change in words: of whom, of what, and what is otherwise afterwards. */
export interface ChangeWords {
  readonly who: string;
  readonly what: string;
  readonly differences: readonly Difference[];
}

/** The name of a learner, for staff; who never gave one is called by their address. */
export async function nameOfLearner(learnerId: LearnerId, { learners }: Reading): Promise<string> {
  const learner = (await learners.byId(learnerId))?.value;
  if (!learner || learner.erasedAt !== undefined) return 'Erased account';
  return learner.profile ? nameOnCertificate(learner.profile) : learner.email;
}

/** Amounts as a certificate words them: `1.25 AMA PRA Category 1 Credits™`. */
const claimsIn = (claims: readonly Claim[], { credits }: Pick<ActivityVersion, 'credits'>): string =>
  claims
    .map(({ creditType, amount }) => {
      const offer = credits.find((candidate) => candidate.creditType === creditType);
      return creditPhrase(nameIn(ruleOf(offer ?? { creditType })), amount);
    })
    .join(', ');

const creditsOn = ({ credits }: CertificateSnapshot): string =>
  credits.map((credit) => creditPhrase(namesOf(credit), credit.amount)).join(', ');

const standingAfter = { revoke: 'Revoked, for good', suspend: 'Suspended', restore: 'Valid' } as const;

async function ofCertificate({ kind, certificateId, correction }: Change, reading: Reading): Promise<ChangeWords> {
  const snapshot = (await reading.certificates.byId(certificateId))?.snapshot;
  if (!snapshot) return { who: '', what: 'A certificate that is missing', differences: [] };
  const { name: who, title } = snapshot;
  const what = `${title}, certificate ${snapshot.number}`;
  if (kind !== 'correct' && kind !== 'reissue')
    return {
      ...{ who, what },
      differences: [
        { what: 'Standing', before: kind === 'restore' ? 'Suspended' : 'Valid', after: standingAfter[kind] },
      ],
    };
  const { name, profession, participatedOn, credits } = correction;
  const activity = credits && (await reading.activities.version(snapshot.activityId, snapshot.activityVersion));
  const differences: readonly (Difference | undefined)[] = [
    name === undefined ? undefined : { what: 'Name', before: snapshot.name, after: name },
    profession && { what: 'Profession', before: snapshot.profession, after: profession },
    participatedOn === undefined
      ? undefined
      : { what: 'Day of participation', before: longDate(snapshot.participatedOn), after: longDate(participatedOn) },
    credits && activity && { what: 'Credit', before: creditsOn(snapshot), after: claimsIn(credits, activity) },
  ];
  const made = differences.filter((difference) => difference !== undefined);
  const print = { what: 'Print', before: `Version ${snapshot.version}`, after: 'A new print of the same' };
  return { who, what, differences: made.length > 0 ? made : [print] };
}

async function ofAward(award: HandAward, reading: Reading): Promise<ChangeWords> {
  const activity = await reading.activities.version(award.activityId, award.activityVersion);
  return {
    who: await nameOfLearner(award.learnerId, reading),
    what: activity.title,
    differences: [
      { what: 'Credit', before: 'None', after: claimsIn(award.claims, activity) },
      { what: 'Day of participation', before: 'None on record', after: longDate(award.participatedOn) },
    ],
  };
}

async function ofMerge({ kind, learnerId, into }: Merge, reading: Reading): Promise<ChangeWords> {
  const [from, to] = [await nameOfLearner(learnerId, reading), await nameOfLearner(into, reading)];
  const [two, one] = [`Two accounts: ${from} and ${to}`, `One account, ${to}, with everything of both`];
  return {
    who: from === to ? from : `${from}, ${to}`,
    what: 'Accounts of one person',
    differences: [
      kind === 'merge' ? { what: 'Accounts', before: two, after: one } : { what: 'Accounts', before: one, after: two },
    ],
  };
}

async function ofAttempts(change: ExtraAttempts, reading: Reading): Promise<ChangeWords> {
  const activity = await reading.activities.published(change.activityId);
  const assessment = activity?.assessments.find(({ assessmentId }) => assessmentId === change.assessmentId);
  return {
    who: await nameOfLearner(change.learnerId, reading),
    what: activity?.title ?? change.activityId,
    differences: [
      {
        what: assessment?.title ?? 'Attempts',
        before: `Limit of ${assessment?.attemptLimit ?? 'none'}`,
        after: `${change.more} more`,
      },
    ],
  };
}

/** What a change is, in words that a second person can decide by. */
export function changeWords(change: AnyChange, reading: Reading): Promise<ChangeWords> {
  if ('certificateId' in change) return ofCertificate(change, reading);
  if ('into' in change) return ofMerge(change, reading);
  if (change.kind === 'address')
    return nameOfLearner(change.learnerId, reading).then((who) => ({
      ...{ who, what: 'Addresses to sign in by' },
      differences: [{ what: 'Addresses', before: '', after: 'One more' }],
    }));
  return 'more' in change ? ofAttempts(change, reading) : ofAward(change, reading);
}
