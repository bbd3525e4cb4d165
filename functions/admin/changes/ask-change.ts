import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import type { Correction } from '../../../shared/domain/change.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { ask } from '../../changes/ask.ts';
import { askedChange } from '../../changes/certificate.ts';
import { endpoint } from '../../endpoint.ts';
import { answered } from './answered.ts';

/** Asks for a change of a certificate; what takes one person is made at once. */
export const handler = endpoint(
  changesRoutes.askChange,
  { workflows: stepFunctions },
  async ({ body, staff }, capabilities) => {
    const { correction, ...rest } = body;
    const asked = { ...rest, by: staff.staffId, correction: correction as Correction | undefined };
    return answered(await ask(await askedChange(asked, capabilities), capabilities), staff, capabilities);
  },
);
