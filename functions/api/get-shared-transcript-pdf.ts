import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { renderSharedTranscript } from '../../shared/documents/shared-transcript-page.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { transcriptPrinter } from '../adapters/transcript-printer.ts';
import { endpoint } from '../endpoint.ts';
import { reply, tooMany } from '../middleware/reply.ts';
import { publicReply } from '../views/public-reply.ts';
import { openShare } from '../views/shared-transcript.ts';
import { signingLimits } from '../views/signing-limits.ts';
import { transcriptFile } from '../views/transcript.ts';
import { printTranscript } from '../views/transcript-print.ts';

/** A shared transcript as a PDF, signed as it is asked for. A link that leads to nothing leads to the page that says so. */
export const handler = endpoint(
  learnerRoutes.getSharedTranscriptPdf,
  { signer: kmsSigner, transcriptPrinter },
  async ({ params }, capabilities) => {
    const { digests, config, signIns } = capabilities;
    const shared = await openShare(params.token, capabilities);
    if (!shared)
      return publicReply(digests, 404, renderSharedTranscript({ shared, providerName: config.providerName }));
    const wait = await signIns.countAgainst(signingLimits.sharedTranscript, shared.share.shareId);
    if (wait) return tooMany(wait);
    const pdf = await printTranscript(shared.made, capabilities);
    if (isRefusal(pdf)) return pdf;
    return reply(200, pdf, {
      headers: {
        'content-disposition': contentDisposition(transcriptFile(shared.made.transcript, 'pdf')),
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
      },
    });
  },
);
