import type { Certificate } from '../../shared/domain/certificate.ts';
import { nameOnCertificate, type Profile } from '../../shared/domain/learner.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import type { Work } from '../../shared/domain/work.ts';
import type { Write } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Stored } from '../records/rows.ts';
import { subjectOf } from './subject.ts';

/**
 * The writes that take parked work up again, as if it had just been asked for. A certificate that was never issued takes
 * the name that the profile has now, as its next version: a name that cannot be printed is mended there, by its bearer.
 */
export async function unpark(
  work: Stored<Work>,
  capabilities: Capabilities<Record<never, never>>,
): Promise<readonly Write[]> {
  const { outbox, participations, certificates, learners, clock } = capabilities;
  const { failure: _, ...fresh } = work.value;
  const { participation, certificate } = await subjectOf(work.value, capabilities);
  const profile = (await learners.byId(work.value.input.learnerId))?.value.profile;
  return [
    outbox.putWork({ ...fresh, status: 'pending', dueAt: clock.now(), tries: 0 }, work),
    ...(participation ? [participations.put(withoutMark(participation.value), participation)] : []),
    ...(certificate ? certificates.takeUp(certificate, nameFor(certificate, profile)) : []),
  ];
}

/** What two people decided that a corrected certificate says, no profile changes. */
const nameFor = (certificate: Certificate, profile: Profile | undefined): string | undefined =>
  certificate.replaces === undefined && profile ? nameOnCertificate(profile) : undefined;

const withoutMark = ({ parked: _, ...participation }: Participation): Participation => participation;
