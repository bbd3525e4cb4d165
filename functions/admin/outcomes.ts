import { outcomesRoutes } from '../../shared/api/admin/outcomes-routes.ts';
import { serving } from '../serving.ts';
import { handler as exportFreeTexts } from './outcomes/export-free-texts.ts';
import { handler as exportOutcomes } from './outcomes/export-outcomes.ts';
import { handler as getOutcomes } from './outcomes/get-outcomes.ts';
import { handler as listFreeTexts } from './outcomes/list-free-texts.ts';
import { handler as listOutcomes } from './outcomes/list-outcomes.ts';

export const handler = serving(outcomesRoutes, {
  ...{ listOutcomes, getOutcomes, exportOutcomes, listFreeTexts, exportFreeTexts },
});
