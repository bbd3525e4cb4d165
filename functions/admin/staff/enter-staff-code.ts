import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { setCookie, staffBrowserCookie, staffCookie } from '../../middleware/cookies.ts';
import { problemReply, reply } from '../../middleware/reply.ts';
import { judgeEntry } from '../../sign-in/judge-entry.ts';
import { beginSession } from './begin-session.ts';
import { staffMeOf } from './staff-me.ts';

/** Proves an address of staff by the mailed code. The session that begins lets nothing be done but to prove a passkey. */
export const handler = endpoint(staffRoutes.enterStaffCode, {}, async (asked, capabilities) => {
  const { signIns, staff, table } = capabilities;
  const { sourceIp } = asked;
  const judged = await judgeEntry(
    { typed: asked.body.code, sourceIp, browser: asked.cookie(staffBrowserCookie) },
    capabilities,
  );
  if ('refused' in judged) return judged.refused;
  const { browser, challenge } = judged;
  const member = await staff.ofAddress(challenge.value.email);
  // They were told by mail, and the code was in none: whoever guesses it has proved no address of staff.
  if (!member) return problemReply(401, [{ ...notStaff }]);

  const { writes, cookie } = await beginSession(member.value.staffId, asked.cookie(staffCookie), capabilities);
  await table.write([signIns.putChallenge(browser, { ...challenge.value, spent: true }, challenge), ...writes]);
  return reply(200, await staffMeOf(member.value, false, capabilities), {
    cookies: [cookie, setCookie(staffBrowserCookie, '', 0)],
  });
});

const notStaff = {
  code: 'not-staff',
  message: 'This address has no access to the console.',
  remedy: 'Ask an owner to invite you, or sign in with another address.',
};
