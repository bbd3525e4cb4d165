import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { transcriptCsv } from '../../shared/documents/transcript-csv.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { readScope } from '../../shared/domain/transcript.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../middleware/reply.ts';
import { makeTranscript, transcriptFile } from '../views/transcript.ts';

/** The transcript as a file for spreadsheets. */
export const handler = endpoint(learnerRoutes.getTranscriptCsv, {}, async ({ principal, query }, capabilities) => {
  const scope = readScope(query);
  if (isRefusal(scope)) return scope;
  const made = await makeTranscript(principal.learnerId, scope, capabilities);
  if (isRefusal(made)) return made;
  const headers = { 'content-disposition': contentDisposition(transcriptFile(made.transcript, 'csv')) };
  return reply(200, transcriptCsv(made.transcript), { headers });
});
