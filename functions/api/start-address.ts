import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { signInMail } from '../../shared/documents/mail/sign-in-mail.ts';
import { addressFaults } from '../../shared/domain/addresses.ts';
import { normalizeEmail } from '../../shared/domain/learner.ts';
import { refuseFor } from '../../shared/domain/refusal.ts';
import { signInLimits } from '../../shared/domain/sign-in.ts';
import { refuseStale } from '../accounts/fresh.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { endpoint } from '../endpoint.ts';
import { browserCookie } from '../middleware/cookies.ts';
import { required } from '../records/require.ts';
import { mailCode } from '../sign-in/mail-code.ts';

/**
 * Mails a code to an address that is to be added. Whose it is already is said only to whoever enters the code: till then the
 * answer is the same for every address.
 */
export const handler = endpoint(learnerRoutes.startAddress, { mailer: sesMailer }, async (asked, capabilities) => {
  const { principal, body, sourceIp } = asked;
  const { learnerId } = principal;
  const stale = await refuseStale(principal, 'Changing your addresses', capabilities);
  if (stale) return stale;
  const email = normalizeEmail(body.email);
  const learner = required(await capabilities.learners.byId(learnerId), 'The account of a session').value;
  const refusal = refuseFor(addressFaults(learner, email, undefined));
  const { siteUrl, providerName } = capabilities.config;
  return (
    refusal ??
    mailCode(
      {
        ...{ typed: email, sourceIp, limit: signInLimits.email, cookie: browserCookie, forLearner: learnerId },
        mailOf: async (code, minutes) => signInMail({ code, siteUrl, minutes, providerName }),
      },
      capabilities,
    )
  );
});
