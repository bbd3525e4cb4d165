import { formatNameOf } from '../../shared/domain/activity.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { CreditName } from '../../shared/domain/credit-name.ts';
import { civilDateIn, type Instant, type LearnerId } from '../../shared/domain/kinds.ts';
import { nameOnCertificate } from '../../shared/domain/learner.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { type AskedScope, type Transcript, transcriptOf } from '../../shared/domain/transcript.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Certificates } from '../records/certificates.ts';
import type { Credits } from '../records/credits.ts';
import type { Learners } from '../records/learners.ts';

/** So many certificates are read at once; a whole career is some hundred. */
const AT_ONCE = 25;

/** A transcript with whose it is and when it was made. */
export interface MadeTranscript {
  readonly transcript: Transcript;
  readonly name: string;
  readonly madeAt: Instant;
}

interface Reading {
  readonly credits: Pick<Credits, 'awardsOf'>;
  readonly certificates: Pick<Certificates, 'byId'>;
  readonly learners: Pick<Learners, 'byId'>;
  readonly clock: Clock;
}

const noName: Refusal = refuse({
  code: 'profile-missing',
  message: 'A transcript bears your name, which is not known yet.',
  remedy: 'Complete your profile, then come back.',
});

/** A learner's transcript as it stands now, or why there is none. A range left open ends today, counted in UTC. */
export async function makeTranscript(
  learnerId: LearnerId,
  scope: AskedScope,
  { credits, certificates, learners, clock }: Reading,
): Promise<MadeTranscript | Refusal> {
  const learner = await learners.byId(learnerId);
  const awards = await credits.awardsOf([learnerId, ...(learner?.value.merged ?? [])]);
  const profile = learner?.value.profile;
  if (!profile) return noName;
  const found: Certificate[] = [];
  for (let from = 0; from < awards.length; from += AT_ONCE) {
    const some = awards.slice(from, from + AT_ONCE).map(({ certificateId }) => certificates.byId(certificateId));
    for (const certificate of await Promise.all(some)) if (certificate) found.push(certificate);
  }
  const madeAt = clock.now();
  return {
    transcript: transcriptOf(found, scope, civilDateIn(madeAt, 'UTC')),
    name: nameOnCertificate(profile),
    madeAt,
  };
}

/** A transcript as it is told to programs: every fact of the page, the file and the print. */
export function transcriptView({ transcript, name, madeAt }: MadeTranscript) {
  const { scope, lines, totals, years } = transcript;
  const named = <Of extends { readonly names: CreditName }>(of: Of) => ({ ...of, name: of.names.plural });
  return {
    ...{ name, madeAt, scope },
    lines: lines.map((line) => ({
      ...line,
      format: formatNameOf(line),
      creditName: line.names.plural,
    })),
    totals: totals.map(named),
    years: years.map(named),
  };
}

/** What a file of a transcript is called: `transcript-2026-01-01-to-2026-12-31.csv`. */
export const transcriptFile = ({ scope }: Transcript, ending: string): string =>
  `transcript-${scope.from}-to-${scope.to}.${ending}`;
