import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { bytesOf, LARGEST_IN_ROW } from '../../../shared/authoring/row-size.ts';
import { readDrawing } from '../../../shared/authoring/svg/read-drawing.ts';
import { idPattern } from '../../../shared/domain/kinds.ts';
import { refuseFor } from '../../../shared/domain/refusal.ts';
import { tooLong } from '../../activities/revisions.ts';
import { saveRevised } from '../../activities/save-revised.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Keeps a drawing of a provider under the name that its theme calls it by, once it can be printed. */
export const handler = endpoint(
  activitiesRoutes.saveDrawing,
  {},
  async ({ params, body, staff, header }, capabilities) => {
    const { providers, ledger, clock } = capabilities;
    const { providerId, drawing } = params;
    const { svg } = body;
    if (!idPattern.test(drawing) || !(await providers.byId(providerId))) return notFound('provider');
    if (bytesOf(svg) > LARGEST_IN_ROW) return tooLong(LARGEST_IN_ROW, '/svg');
    const read = readDrawing({ file: drawing, text: svg });
    if (read.kind === 'faulty') {
      const reasons = read.problems.map(({ line, message, remedy }) => ({
        ...{ code: 'drawing-unprintable', message: `Line ${line}: ${message}`, remedy, field: '/svg' },
      }));
      const refusal = refuseFor(reasons);
      if (refusal) return refusal;
    }
    return saveRevised(
      {
        ifMatch: header('if-match'),
        before: await providers.drawing(providerId, drawing),
        next: { drawing, svg, savedAt: clock.now(), savedBy: staff.staffId },
        view: ({ rev, value }) => ({ rev, svg: value.svg }),
        put: (next, before) => providers.putDrawing(providerId, next, before),
        audit: ledger.audit(staff.staffId, 'provider.changed', { providerId, drawing }),
      },
      capabilities,
    );
  },
);
