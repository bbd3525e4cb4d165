import { activitiesRoutes } from '../../shared/api/admin/activities-routes.ts';
import { later, serving } from '../serving.ts';
import { handler as closeActivity } from './activities/close-activity.ts';
import { handler as exportAuthored } from './activities/export-authored.ts';
import { handler as getDraftPart } from './activities/get-draft-part.ts';
import { handler as getProvider } from './activities/get-provider.ts';
import { handler as listAuthored } from './activities/list-authored.ts';
import { handler as listProviders } from './activities/list-providers.ts';
import { handler as listVersions } from './activities/list-versions.ts';
import { handler as reinstateActivity } from './activities/reinstate-activity.ts';
import { handler as saveEvaluationSet } from './activities/save-evaluation-set.ts';
import { handler as withdrawActivity } from './activities/withdraw-activity.ts';

// What reads or writes an activity’s file or a provider’s by all rules, writes YAML, draws a certificate, reads a drawing, or keeps a theme in S3.
const getVersion = later(() => import('./activities/get-version.ts'));
const listEvaluationSets = later(() => import('./activities/list-evaluation-sets.ts'));
const createDraft = later(() => import('./activities/create-draft.ts'));
const getDraft = later(() => import('./activities/get-draft.ts'));
const restartDraft = later(() => import('./activities/restart-draft.ts'));
const saveDraftPart = later(() => import('./activities/save-draft-part.ts'));
const saveProvider = later(() => import('./activities/save-provider.ts'));
const checkDraft = later(() => import('./activities/check-draft.ts'));
const exportDraft = later(() => import('./activities/export-draft.ts'));
const exportVersion = later(() => import('./activities/export-version.ts'));
const previewCertificate = later(() => import('./activities/preview-certificate.ts'));
const previewDraft = later(() => import('./activities/preview-draft.ts'));
const publishDraft = later(() => import('./activities/publish-draft.ts'));
const saveDrawing = later(() => import('./activities/save-drawing.ts'));

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
