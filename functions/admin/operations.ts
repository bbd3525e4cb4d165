import { operationsRoutes } from '../../shared/api/admin/operations-routes.ts';
import { serving } from '../serving.ts';
import { handler as exportAuditTrail } from './operations/export-audit-trail.ts';
import { handler as exportMail } from './operations/export-mail.ts';
import { handler as exportStuckWork } from './operations/export-stuck-work.ts';
import { handler as getSystemHealth } from './operations/get-system-health.ts';
import { handler as listAuditTrail } from './operations/list-audit-trail.ts';
import { handler as listMail } from './operations/list-mail.ts';
import { handler as listStuckWork } from './operations/list-stuck-work.ts';
import { handler as redriveStuckWork } from './operations/redrive-stuck-work.ts';
import { handler as sendMailAgain } from './operations/send-mail-again.ts';

export const handler = serving(operationsRoutes, {
  ...{ listStuckWork, redriveStuckWork, listMail, sendMailAgain, listAuditTrail, exportAuditTrail, getSystemHealth },
  ...{ exportStuckWork, exportMail },
});
