import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { signInMail } from '../../shared/documents/mail/sign-in-mail.ts';
import { signInLimits } from '../../shared/domain/sign-in.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { endpoint } from '../endpoint.ts';
import { browserCookie } from '../middleware/cookies.ts';
import { mailCode } from '../sign-in/mail-code.ts';

/**
 * Mails a sign-in code that works in this browser only. A known and an unknown address get the same mail, the same work
 * and the same answer: an account is made when the code is entered.
 */
export const handler = endpoint(
  learnerRoutes.startSignIn,
  { mailer: sesMailer },
  ({ body, sourceIp }, capabilities) => {
    const { siteUrl, providerName } = capabilities.config;
    return mailCode(
      {
        ...{ typed: body.email, sourceIp, limit: signInLimits.email, cookie: browserCookie },
        mailOf: async (code, minutes) => signInMail({ code, siteUrl, minutes, providerName }),
      },
      capabilities,
    );
  },
);
