import { beforeEach, describe, expect, it } from 'vitest';
import { isForStaff, type Route, type StaffAccess } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import { roles } from '../../../shared/domain/staff.ts';
import { createBrowser } from '../../support/browser.ts';
import { createLearner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

type Name = keyof Routes;
const console = (Object.entries(routes) as readonly (readonly [Name, Route])[]).flatMap(([name, { access }]) =>
  isForStaff(access) ? [[name, access] as const] : [],
);
const afterPasskey = console.filter(([, { by }]) => by !== 'code');
const matrix = afterPasskey.flatMap(([name, access]) => roles.map((role) => [name, role, access] as const));
const sentTo = (name: Name) => ({
  params: Object.fromEntries([...routes[name].path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => [part, 'none'])),
  body: {},
});

let service: Service;
beforeEach(() => {
  service = createService();
});

/** Whether an answer is a refusal by role. Whatever else it says, of a thing that is not there for instance, the role may. */
const isByRole = (codes: readonly string[]): boolean => codes.includes('role-may-not');

describe('every route of the console, for every role', () => {
  it.each(matrix)('%s, asked by an %s, is answered as the registry says', async (name, role, access: StaffAccess) => {
    const { ask } = await createStaff(service, role);
    const { status, reasons } = await ask(name, sentTo(name));
    expect(isByRole(reasons.map(({ code }) => code))).toBe(!access.staff.includes(role));
    expect([401, 500]).not.toContain(status);
  });
});

describe('every route of the console', () => {
  it.each(console.map(([name]) => name))('%s wants staff: no visitor, no learner, no ended access', async (name) => {
    expect(await createBrowser(service).ask(name, sentTo(name))).toBeRefusedFor('not-signed-in');
    const learner = await createLearner(service);
    expect(await learner.ask(name, sentTo(name))).toBeRefusedFor('not-signed-in');
    // A learner's secret is no staff's, whatever cookie it comes in.
    learner.cookies.set('__Host-staff', learner.cookies.get('__Host-session') ?? '');
    expect(await learner.ask(name, sentTo(name))).toBeRefusedFor('not-signed-in');
    const former = await createStaff(service, 'owner');
    await createStaff(service, 'owner', { email: 'other@meridian.example' });
    await service.changeStaff({ does: 'end', email: 'owner@meridian.example' });
    expect(await former.ask(name, sentTo(name))).toBeRefusedFor('not-signed-in');
  });

  it.each(afterPasskey.map(([name]) => name))('%s wants a passkey, not the mailed code alone', async (name) => {
    const { ask } = await createStaff(service, 'owner', { verified: false });
    expect(await ask(name, sentTo(name))).toBeRefusedFor('passkey-needed');
  });

  it.each(afterPasskey.filter(([, { stepUp }]) => stepUp).map(([name, access]) => [name, access.staff[0]] as const))(
    '%s wants a passkey of the last five minutes',
    async (name, role) => {
      const { ask } = await createStaff(service, role);
      service.pass(5 * 60_000 - 1);
      expect((await ask(name, sentTo(name))).reasons.map(({ code }) => code)).not.toContain('step-up-needed');
      service.pass(1);
      expect(await ask(name, sentTo(name))).toBeRefusedFor('step-up-needed');
    },
  );
});
