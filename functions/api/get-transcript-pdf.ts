import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { readScope } from '../../shared/domain/transcript.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { transcriptPrinter } from '../adapters/transcript-printer.ts';
import { endpoint } from '../endpoint.ts';
import { reply, tooMany } from '../middleware/reply.ts';
import { signingLimits } from '../views/signing-limits.ts';
import { makeTranscript, transcriptFile } from '../views/transcript.ts';
import { printTranscript } from '../views/transcript-print.ts';

/** The transcript for paper and for boards: a PDF that is signed as it is asked for. */
export const handler = endpoint(
  learnerRoutes.getTranscriptPdf,
  { signer: kmsSigner, transcriptPrinter },
  async ({ principal, query }, capabilities) => {
    const scope = readScope(query);
    if (isRefusal(scope)) return scope;
    const wait = await capabilities.signIns.countAgainst(signingLimits.transcript, principal.learnerId);
    if (wait) return tooMany(wait);
    const made = await makeTranscript(principal.learnerId, scope, capabilities);
    if (isRefusal(made)) return made;
    const pdf = await printTranscript(made, capabilities);
    if (isRefusal(pdf)) return pdf;
    const headers = { 'content-disposition': contentDisposition(transcriptFile(made.transcript, 'pdf')) };
    return reply(200, pdf, { headers });
  },
);
