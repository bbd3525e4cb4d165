import type { Work } from '../../shared/domain/work.ts';
import type { Capabilities } from '../capabilities.ts';

type Reading = Pick<Capabilities<Record<never, never>>, 'participations' | 'certificates'>;

/** What work is about: the learner's participation, and the certificate that is not issued yet, where there is one. */
export async function subjectOf({ input }: Work, { participations, certificates }: Reading) {
  const participation = await participations.of(input.learnerId, input.activityId);
  const certificateId = participation?.value.certificateId;
  const found = certificateId ? await certificates.byId(certificateId) : undefined;
  const certificate = found?.status === 'issuing' || found?.status === 'parked' ? found : undefined;
  return { participation, certificate };
}
