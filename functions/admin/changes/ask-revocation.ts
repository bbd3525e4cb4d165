import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { ask } from '../../changes/ask.ts';
import { askedChange } from '../../changes/certificate.ts';
import { endpoint } from '../../endpoint.ts';
import { answered } from './answered.ts';

/** Asks a second person to revoke a certificate. */
export const handler = endpoint(
  changesRoutes.askRevocation,
  { workflows: stepFunctions },
  async ({ body, staff }, capabilities) => {
    const asked = { ...body, kind: 'revoke' as const, by: staff.staffId };
    return answered(await ask(await askedChange(asked, capabilities), capabilities), staff, capabilities);
  },
);
