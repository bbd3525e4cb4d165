import type * as z from 'zod/mini';
import { find, type RunningSystem } from '../local/running.ts';
import { UsageError } from './command.ts';
import { FunctionFailed, type Invoke, outputs, type Transport } from './function-answers.ts';
import { invokeOnAws } from './functions-on-aws.ts';
import { projectDir } from './project.ts';

/** Lambda ends a function after 15 minutes at most; these take seconds. */
const PATIENCE_MS = 60_000;

/** The way to a local host, by Lambda's wire protocol. It runs for whoever can reach the loopback, so nothing is signed. */
const overHttp =
  (endpoint: string): Transport =>
  async (name, input) => {
    const url = new URL(`/2015-03-31/functions/${name}/invocations`, endpoint);
    const body = JSON.stringify(input);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { method: 'POST', body, signal }).catch((cause: unknown) => {
      throw new UsageError(`The system at ${endpoint} does not answer. Is it starting or stopping? Try again.`, {
        cause,
      });
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} could not be invoked: ${response.status} ${text.slice(0, 300)}`);
    const result: unknown = text === '' ? null : JSON.parse(text);
    if (response.headers.has('x-amz-function-error')) throw new FunctionFailed(name, result);
    return result;
  };

/** Options that say which system a command is for. */
export const systemOptions = { data: { type: 'string' }, stack: { type: 'string' } } as const;
export const systemUsage = '[--data DIR | --stack NAME]';

/**
 * The functions of the system that is meant: the deployed stack `stack`, else the local one that `AWS_ENDPOINT_URL_LAMBDA`
 * or `data` names, else the one that runs here.
 */
export function functionsOf({ data, stack }: { readonly data?: string; readonly stack?: string }): Invoke {
  if (stack !== undefined && data !== undefined)
    throw new UsageError('A system is either local or deployed: give --data or --stack, not both.');
  // Found when the first function is invoked, so that mistakes in the files are told whether or not a system runs.
  let transport: Transport | undefined;
  return async (name, input) => {
    transport ??= stack === undefined ? overHttp(localEndpoint(data)) : invokeOnAws(stack);
    return outputs[name].parse(await transport(name, input)) as z.infer<(typeof outputs)[typeof name]>;
  };
}

/** The system that runs on this machine and is meant. */
export function localSystem(dataDir: string | undefined): RunningSystem {
  const found = find({ projectDir, ...(dataDir !== undefined && { dataDir }) });
  if (found.kind === 'not-found') throw new UsageError(found.message);
  return found.system;
}

function localEndpoint(dataDir: string | undefined): string {
  const { AWS_ENDPOINT_URL_LAMBDA: given } = process.env;
  return dataDir === undefined && given ? given : localSystem(dataDir).lambdaEndpoint;
}
