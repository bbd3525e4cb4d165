import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { staffSignInMail } from '../../../shared/documents/mail/staff-sign-in-mail.ts';
import { signInLimits } from '../../../shared/domain/sign-in.ts';
import { sesMailer } from '../../adapters/ses-mailer.ts';
import { endpoint } from '../../endpoint.ts';
import { staffBrowserCookie } from '../../middleware/cookies.ts';
import { mailCode } from '../../sign-in/mail-code.ts';

/**
 * Mails staff a sign-in code. Whoever is not staff gets a mail that says so, and here the same answer: nobody learns whose
 * addresses are staff's but their owners.
 */
export const handler = endpoint(
  staffRoutes.startStaffSignIn,
  { mailer: sesMailer },
  ({ body, sourceIp }, capabilities) => {
    const { staff, config } = capabilities;
    return mailCode(
      {
        ...{ typed: body.email, sourceIp, limit: signInLimits.staff, cookie: staffBrowserCookie },
        mailOf: async (code, minutes) => {
          const known = (await staff.ofAddress(body.email)) !== undefined;
          return staffSignInMail({ ...config, minutes, ...(known && { code }) });
        },
      },
      capabilities,
    );
  },
);
