import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { later, SECOND } from '../../../shared/domain/kinds.ts';
import { CODE_LIFETIME_MS, signInLimits } from '../../../shared/domain/sign-in.ts';
import { openIdEmployer } from '../../adapters/openid-employer.ts';
import { endpoint } from '../../endpoint.ts';
import { employerCookie, setCookie } from '../../middleware/cookies.ts';
import { notFound, reply, tooMany } from '../../middleware/reply.ts';
import { callbackOf } from './employer-callback.ts';

/** Leads to the employer. What comes back counts in this browser alone, once, within ten minutes. */
export const handler = endpoint(
  staffRoutes.startEmployerSignIn,
  { employer: () => openIdEmployer() },
  async ({ sourceIp }, capabilities) => {
    const { staff, signIns, table, ids, clock, config, employer } = capabilities;
    if (config.employerName === undefined) return notFound('employer');
    const wait = await signIns.countAgainst(signInLimits.network, sourceIp);
    if (wait) return tooMany(wait);
    const browser = ids.secret();
    const checks = { state: ids.secret(), nonce: ids.secret(), verifier: ids.secret() };
    const expiresAt = later(clock.now(), CODE_LIFETIME_MS);
    const location = await employer.begin(checks, callbackOf(config));
    await table.write([staff.putEmployerSignIn(browser, { ...checks, expiresAt, spent: false })]);
    return reply(303, undefined, {
      headers: { location },
      cookies: [setCookie(employerCookie, browser, CODE_LIFETIME_MS / SECOND)],
    });
  },
);
