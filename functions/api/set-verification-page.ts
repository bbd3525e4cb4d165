import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { withPage } from '../../shared/domain/certificate.ts';
import { HOUR } from '../../shared/domain/kinds.ts';
import { isHolder } from '../accounts/holder.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, tooMany } from '../middleware/reply.ts';
import { everyVersion } from '../records/certificate-versions.ts';

/** Each decision is an entry of the ledger for good, so a script must not take them over and over. */
const limit = { scope: 'set-verification-page', limit: 20, windowMs: HOUR };

/**
 * Turns a certificate’s verification page off or on again, for every version of it: an address that was printed before a correction
 * tells no more than one that was printed after it. What stands so already is left as it is.
 */
export const handler = endpoint(
  learnerRoutes.setVerificationPage,
  {},
  async ({ params, body, principal }, capabilities) => {
    const { certificates, ledger, signIns, table, clock } = capabilities;
    const certificate = await certificates.byId(params.certificateId);
    if (!certificate || !(await isHolder(certificate, principal.learnerId, capabilities)))
      return notFound('certificate');
    const { pageOffSince, snapshot } = certificate;
    const { on } = body;
    if (on === (pageOffSince === undefined)) return { on, offSince: pageOffSince };
    const { certificateId, learnerId } = snapshot;
    const wait = await signIns.countAgainst(limit, certificateId);
    if (wait) return tooMany(wait);
    const now = clock.now();
    const versions = await everyVersion(certificate, certificates);
    const idOf = (version: (typeof versions)[number]): string => version.snapshot.certificateId;
    await table.write([
      ...versions.map((version) =>
        certificates.putState(idOf(version), withPage(version.state.value, on, now), version.state),
      ),
      ...(await ledger.append(
        learnerId,
        on ? 'certificate.page-on' : 'certificate.page-off',
        { certificateId, versions: versions.map(idOf) },
        now,
      )),
    ]);
    return { on, offSince: on ? undefined : now };
  },
);
