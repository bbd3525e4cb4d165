import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { exportOf } from '../../shared/domain/export.ts';
import { handlerOver } from '../capabilities.ts';
import { collect } from '../privacy/collect.ts';
import { learnerNamed } from '../privacy/learner-named.ts';

const input = z.object({ learner: z.string(), by: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)) });

export type Exported =
  | { readonly outcome: 'exported' /** Base64. */; readonly gzip: string }
  | { readonly outcome: 'unknown' };

/** Hands staff what a learner's own download holds, to answer a request that did not come through the site. */
export const handler = handlerOver({}, (capabilities) => async (event: unknown): Promise<Exported> => {
  const { ledger, table, clock, config } = capabilities;
  const { learner, by } = z.parse(input, event);
  const learnerId = await learnerNamed(learner, capabilities);
  if (learnerId === undefined) return { outcome: 'unknown' };
  const made = { at: clock.now(), by: config.providerName, contact: config.providerContact };
  const data = exportOf(await collect(learnerId, capabilities), made);
  await table.write([ledger.audit(by, 'learner.exported', { learnerId })]);
  return { outcome: 'exported', gzip: gzipSync(JSON.stringify(data, undefined, 2)).toString('base64') };
});
