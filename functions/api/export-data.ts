import { gzipSync } from 'node:zlib';
import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { exportOf } from '../../shared/domain/export.ts';
import { HOUR } from '../../shared/domain/kinds.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { endpoint } from '../endpoint.ts';
import { reply, tooMany } from '../middleware/reply.ts';
import { collect } from '../privacy/collect.ts';

/** It reads everything, so a script must not ask for it over and over. */
const exportLimit = { scope: 'export-data', limit: 10, windowMs: HOUR };
/** Lambda answers at most 6 MB, and base64 takes a third of it. */
const LARGEST_ANSWER = 4_400_000;

/** Downloads everything about the learner as one file. Nothing of it is stored on the way. */
export const handler = endpoint(learnerRoutes.exportData, {}, async ({ principal }, capabilities) => {
  const { signIns, ledger, table, clock, config } = capabilities;
  const { learnerId } = principal;
  const wait = await signIns.countAgainst(exportLimit, learnerId);
  if (wait) return tooMany(wait);
  const at = clock.now();
  const made = { at, by: config.providerName, contact: config.providerContact };
  const data = exportOf(await collect(learnerId, capabilities), made);
  const text = Buffer.from(JSON.stringify(data, undefined, 2));
  // As it is wherever it fits: a program that takes no compressed answers gets none, and the distribution does not say which do.
  const compressed = text.length > LARGEST_ANSWER;
  const body = compressed ? gzipSync(text) : text;
  if (body.length > LARGEST_ANSWER)
    return refuse({
      code: 'export-too-large',
      message: 'Your data are more than one download holds.',
      remedy: `Write to ${config.providerContact}; the provider sends them to you.`,
    });
  await table.write([ledger.audit('learner', 'learner.exported', { learnerId })]);
  return reply(200, body, {
    headers: {
      'content-type': 'application/json',
      ...(compressed && { 'content-encoding': 'gzip' }),
      'content-disposition': contentDisposition(`Credit Wallet data ${at.slice(0, 10)}.json`),
    },
  });
});
