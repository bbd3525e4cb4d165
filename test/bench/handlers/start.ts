import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { quantile } from '../../../shared/domain/outcomes/numbers.ts';

const run = promisify(execFile);
const said = z.object({ cpuMs: z.number(), wallMs: z.number(), status: z.number() });

/** What one start took, from the process to the first answer. */
export interface Started {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Starts a process that loads a bundle and gives it one event. @throws when the handler breaks: it would be measured for nothing */
export async function startedOnce(bundle: string, event: string, env: NodeJS.ProcessEnv): Promise<Started> {
  const program = join(import.meta.dirname, 'first-event.mjs');
  const { stdout } = await run(process.execPath, [program, bundle, event], { env, timeout: 30_000 });
  const lines = stdout.trimEnd().split('\n');
  const { status, ...started } = z.parse(said, JSON.parse(lines.at(-1) ?? ''));
  if (status >= 500) throw new Error(`${bundle} answered ${status}: ${stdout.slice(0, 1_000)}`);
  return started;
}

export const median = (rounds: readonly number[]): number =>
  quantile(
    rounds.toSorted((one, other) => one - other),
    0.5,
  );
