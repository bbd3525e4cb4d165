import { namedIn } from '../../shared/domain/audit.ts';
import type { LearnerData } from '../../shared/domain/export.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import { reminderKey } from '../../shared/domain/reminder.ts';
import type { Capabilities } from '../capabilities.ts';
import { found } from '../found.ts';
import { required } from '../records/require.ts';
import { awardMailKey } from '../views/award-mail-key.ts';
import { changeMailKey } from '../views/change-mail-key.ts';

type Reading = Capabilities<Record<never, never>>;

/** Reads everything that is about one learner, by keys that begin with them or that their own rows name. */
export async function collect(learnerId: LearnerId, capabilities: Reading): Promise<LearnerData> {
  const own = await collectAccount(learnerId, capabilities);
  const { learner } = own;
  const parts = [own];
  for (const account of learner.merged ?? []) parts.push(await collectAccount(account, capabilities));
  const all = <Name extends keyof Omit<LearnerData, 'learner'>>(name: Name) =>
    parts.flatMap((part): readonly LearnerData[Name][number][] => part[name]);
  return {
    learner,
    signIns: all('signIns'),
    participations: all('participations'),
    boardIdentities: all('boardIdentities'),
    boardReports: all('boardReports'),
    attempts: all('attempts'),
    awards: all('awards'),
    certificates: all('certificates'),
    changes: all('changes'),
    mails: all('mails'),
    shares: all('shares'),
    ledger: all('ledger'),
    consents: all('consents'),
    earlierCredits: all('earlierCredits'),
  };
}

/** What one account holds; of a person with several, one of several. */
async function collectAccount(learnerId: LearnerId, capabilities: Reading): Promise<LearnerData> {
  const { learners, signIns, participations, boardIdentities, credits, certificates, changes, outbox, ledger } =
    capabilities;
  const { boardReports, consents, shares, imports } = capabilities;
  const [learner, sessions, courses, attempts, awards, links, entries, decisions, identities, reports, earlier] =
    await Promise.all([
      learners.byId(learnerId),
      signIns.sessionsOf(learnerId),
      participations.list(learnerId),
      participations.attempts(learnerId),
      credits.awards(learnerId),
      shares.list(learnerId),
      ledger.of(learnerId),
      consents.of(learnerId),
      boardIdentities.list(learnerId),
      boardReports.list(learnerId),
      imports.earlierCredits(learnerId),
    ]);
  const { certificateIds, changeIds } = namedIn(entries);
  const named = [...new Set([...certificateIds, ...awards.map(({ certificateId }) => certificateId)])];
  const reminded = courses.filter(({ reminder }) => reminder?.mailed);
  const mailKeys = [...named.map(awardMailKey), ...changeIds.map(changeMailKey), ...reminded.map(reminderKey)];
  const [certified, changed, mails] = await Promise.all([
    found(named, certificates.byId),
    found([...changeIds, ...courses.flatMap(({ extraAttemptsBy = [] }) => extraAttemptsBy)], changes.byId),
    found(mailKeys, outbox.mail),
  ]);
  return {
    learner: required(learner, `The learner ${learnerId}`).value,
    signIns: sessions.map(({ startedAt, endsAt, device }) => ({
      ...{ startedAt, endsAt },
      ...(device !== undefined && { device }),
    })),
    participations: courses,
    boardIdentities: identities,
    boardReports: reports,
    attempts: attempts.map(({ value }) => value),
    awards,
    // A certificate of somebody else that a broken ledger might name is none of theirs.
    certificates: certified.filter(({ snapshot }) => snapshot.learnerId === learnerId),
    changes: changed.map(({ value }) => value),
    mails: mails.map(({ value }) => value),
    shares: links,
    ledger: entries,
    consents: decisions,
    earlierCredits: earlier,
  };
}
