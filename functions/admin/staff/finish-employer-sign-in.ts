import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { openIdEmployer } from '../../adapters/openid-employer.ts';
import { endpoint } from '../../endpoint.ts';
import { employerCookie, setCookie, staffCookie } from '../../middleware/cookies.ts';
import { notFound, type Reply, reply } from '../../middleware/reply.ts';
import { beginSession } from './begin-session.ts';
import { callbackOf } from './employer-callback.ts';

/** What the sign-in page says of an employer's sign-in that came to nothing. */
type Problem = 'employer-other-browser' | 'employer-refused' | 'employer-not-staff';

const saidIn = (query: object): [string, string][] =>
  Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string');

const back = (problem?: Problem, cookies: readonly string[] = []): Reply =>
  reply(303, undefined, {
    headers: { location: problem ? `/admin/sign-in?problem=${problem}` : '/admin/' },
    cookies: [...cookies, setCookie(employerCookie, '', 0)],
  });

/**
 * Proves an address by the employer's word, in the browser that began, once. It stands in for the mailed code and no more: who
 * is staff, in which role, is decided here, and the passkey is asked for next.
 */
export const handler = endpoint(
  staffRoutes.finishEmployerSignIn,
  { employer: () => openIdEmployer() },
  async (asked, capabilities) => {
    const { staff, table, config, employer } = capabilities;
    if (config.employerName === undefined) return notFound('employer');
    const browser = asked.cookie(employerCookie);
    const begun = browser === undefined ? undefined : await staff.employerSignIn(browser);
    if (browser === undefined || !begun) return back('employer-other-browser');
    const arrived = `${callbackOf(config)}?${new URLSearchParams(saidIn(asked.query))}`;
    const email = await employer.vouchedFor(begun.value, arrived);
    const spent = staff.putEmployerSignIn(browser, { ...begun.value, spent: true }, begun);
    const member = email === undefined ? undefined : await staff.ofAddress(email);
    if (!member) {
      await table.write([spent]);
      return back(email === undefined ? 'employer-refused' : 'employer-not-staff');
    }
    const { writes, cookie } = await beginSession(member.value.staffId, asked.cookie(staffCookie), capabilities);
    await table.write([spent, ...writes]);
    return back(undefined, [cookie]);
  },
);
