import { staffRoutes } from '../../shared/api/admin/staff-routes.ts';
import { later, serving } from '../serving.ts';
import { handler as challengePasskey } from './staff/challenge-passkey.ts';
import { handler as changeStaffRole } from './staff/change-staff-role.ts';
import { handler as endStaffAccess } from './staff/end-staff-access.ts';
import { handler as endStaffSessions } from './staff/end-staff-sessions.ts';
import { handler as enterStaffCode } from './staff/enter-staff-code.ts';
import { handler as exportStaff } from './staff/export-staff.ts';
import { handler as forgetPasskeys } from './staff/forget-passkeys.ts';
import { handler as getSignInWays } from './staff/get-sign-in-ways.ts';
import { handler as getStaffMe } from './staff/get-staff-me.ts';
import { handler as inviteStaff } from './staff/invite-staff.ts';
import { handler as listStaff } from './staff/list-staff.ts';
import { handler as provePasskey } from './staff/prove-passkey.ts';
import { handler as signStaffOut } from './staff/sign-staff-out.ts';
import { handler as signStaffOutEverywhere } from './staff/sign-staff-out-everywhere.ts';

// What speaks OpenID Connect, or writes mail. Passkeys are read when one is made or used (`adapters/passkeys.ts`).
const finishEmployerSignIn = later(() => import('./staff/finish-employer-sign-in.ts'));
const startEmployerSignIn = later(() => import('./staff/start-employer-sign-in.ts'));
const startStaffSignIn = later(() => import('./staff/start-staff-sign-in.ts'));

export const handler = serving(staffRoutes, {
  ...{ startStaffSignIn, enterStaffCode, getStaffMe, challengePasskey, provePasskey, signStaffOut },
  ...{ signStaffOutEverywhere, endStaffSessions },
  ...{ getSignInWays, startEmployerSignIn, finishEmployerSignIn },
  ...{ listStaff, exportStaff, inviteStaff, changeStaffRole, endStaffAccess, forgetPasskeys },
});
