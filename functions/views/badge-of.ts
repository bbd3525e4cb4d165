import { openBadge } from '../../shared/documents/credential/open-badge.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { Capabilities } from '../capabilities.ts';
import { required } from '../records/require.ts';

/** The credential of a certificate, to be signed. It gets its place in the status lists when it is first asked for. */
export async function badgeOf(
  { snapshot }: Certificate,
  { learners, statusList, digests, config }: Capabilities<Record<never, never>>,
) {
  const [identity, learner] = await Promise.all([
    statusList.identityOf(snapshot.certificateId),
    learners.living(snapshot.learnerId),
  ]);
  const { email } = required(learner, 'The account of a certificate’s holder').value;
  return openBadge({ snapshot, identity, siteUrl: config.siteUrl, email, sha256: digests.sha256 });
}
