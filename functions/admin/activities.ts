import { activitiesRoutes } from '../../shared/api/admin/activities-routes.ts';
import { serving } from '../serving.ts';
import { handler as checkDraft } from './activities/check-draft.ts';
import { handler as closeActivity } from './activities/close-activity.ts';
import { handler as createDraft } from './activities/create-draft.ts';
import { handler as exportAuthored } from './activities/export-authored.ts';
import { handler as exportDraft } from './activities/export-draft.ts';
import { handler as exportVersion } from './activities/export-version.ts';
import { handler as getDraft } from './activities/get-draft.ts';
import { handler as getDraftPart } from './activities/get-draft-part.ts';
import { handler as getProvider } from './activities/get-provider.ts';
import { handler as getVersion } from './activities/get-version.ts';
import { handler as listAuthored } from './activities/list-authored.ts';
import { handler as listEvaluationSets } from './activities/list-evaluation-sets.ts';
import { handler as listProviders } from './activities/list-providers.ts';
import { handler as listVersions } from './activities/list-versions.ts';
import { handler as previewCertificate } from './activities/preview-certificate.ts';
import { handler as previewDraft } from './activities/preview-draft.ts';
import { handler as publishDraft } from './activities/publish-draft.ts';
import { handler as reinstateActivity } from './activities/reinstate-activity.ts';
import { handler as restartDraft } from './activities/restart-draft.ts';
import { handler as saveDraftPart } from './activities/save-draft-part.ts';
import { handler as saveDrawing } from './activities/save-drawing.ts';
import { handler as saveEvaluationSet } from './activities/save-evaluation-set.ts';
import { handler as saveProvider } from './activities/save-provider.ts';
import { handler as withdrawActivity } from './activities/withdraw-activity.ts';

/** Everything of writing, publishing and withdrawing activities. */
export const handler = serving(activitiesRoutes, {
  ...{
    listAuthored,
    exportAuthored,
    createDraft,
    getDraft,
    getDraftPart,
    saveDraftPart,
    restartDraft,
    exportDraft,
    checkDraft,
  },
  ...{ publishDraft, withdrawActivity, reinstateActivity, closeActivity, listVersions, getVersion, exportVersion },
  ...{ previewDraft, previewCertificate, listProviders, getProvider, saveProvider, saveDrawing },
  ...{ listEvaluationSets, saveEvaluationSet },
});
