import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { isTooDeep, LONGEST_PART } from '../../../shared/authoring/draft-parts.ts';
import { idPattern } from '../../../shared/domain/kinds.ts';
import { tooLong } from '../../activities/revisions.ts';
import { saveRevised } from '../../activities/save-revised.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { providerView } from './provider-view.ts';

/** Saves what a provider says of itself: drafts that name it say so from now on, and what is published keeps what it said. */
export const handler = endpoint(
  activitiesRoutes.saveProvider,
  {},
  async ({ params, body, staff, header }, capabilities) => {
    const { providers, ledger, clock } = capabilities;
    const { providerId } = params;
    if (!idPattern.test(providerId)) return notFound('provider');
    const { fields } = body;
    if (isTooDeep(fields) || JSON.stringify(fields).length > LONGEST_PART) return tooLong(LONGEST_PART, '/fields');
    const [before, drawings] = await Promise.all([providers.byId(providerId), providers.drawings(providerId)]);
    return saveRevised(
      {
        ...{ ifMatch: header('if-match'), before },
        next: { providerId, fields, savedAt: clock.now(), savedBy: staff.staffId },
        view: (kept, nameOf) => providerView(kept, drawings, nameOf),
        put: providers.put,
        audit: ledger.audit(staff.staffId, 'provider.changed', { providerId }),
      },
      capabilities,
    );
  },
);
