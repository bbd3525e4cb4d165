import { questionsRoutes } from '../../shared/api/admin/questions-routes.ts';
import { serving } from '../serving.ts';
import { handler as advanceImport } from './questions/advance-import.ts';
import { handler as exportImports } from './questions/export-imports.ts';
import { handler as exportQuestions } from './questions/export-questions.ts';
import { handler as getImport } from './questions/get-import.ts';
import { handler as getImportResults } from './questions/get-import-results.ts';
import { handler as importQuestions } from './questions/import-questions.ts';
import { handler as importTable } from './questions/import-table.ts';
import { handler as listEarlierCredits } from './questions/list-earlier-credits.ts';
import { handler as listImports } from './questions/list-imports.ts';
import { handler as runImport } from './questions/run-import.ts';

export const handler = serving(questionsRoutes, {
  ...{ listImports, importQuestions, importTable, getImport, advanceImport, runImport, getImportResults },
  ...{ exportImports, exportQuestions, listEarlierCredits },
});
