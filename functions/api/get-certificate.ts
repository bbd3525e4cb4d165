import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { isHolder } from '../accounts/holder.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';
import { required } from '../records/require.ts';
import { themeOf } from '../themes.ts';
import { awardMailKey } from '../views/award-mail-key.ts';
import { certificateView } from '../views/certificate-view.ts';

/** Shows a certificate to its holder. Somebody else's looks like none. */
export const handler = endpoint(
  learnerRoutes.getCertificate,
  { documents: s3Documents },
  async ({ params, principal }, capabilities) => {
    const { certificates, outbox, learners, boardReports } = capabilities;
    const certificate = await certificates.byId(params.certificateId);
    if (!certificate || !(await isHolder(certificate, principal.learnerId, capabilities)))
      return notFound('certificate');
    const { snapshot } = certificate;
    const [mail, learner, theme, reports] = await Promise.all([
      outbox.mail(awardMailKey(params.certificateId)),
      learners.byId(principal.learnerId),
      themeOf(snapshot.provider, capabilities),
      snapshot.moc ? boardReports.of(snapshot.learnerId, snapshot.activityId) : [],
    ]);
    const { email } = required(learner, 'The account of a session').value;
    return certificateView(certificate, {
      mail: mail?.value,
      email,
      theme,
      reports: reports.map(({ value }) => value),
    });
  },
);
