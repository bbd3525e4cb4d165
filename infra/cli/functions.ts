import * as z from 'zod/mini';
import { find, type RunningSystem } from '../local/running.ts';
import { UsageError } from './command.ts';
import { FunctionFailed, type FunctionName, type Invoke, outputs, type Transport } from './function-answers.ts';
import { invokeOnAws } from './functions-on-aws.ts';
import { projectDir } from './project.ts';

/** Lambda ends a function after 15 minutes at most; these take seconds. */
const PATIENCE_MS = 60_000;

/** An address of a system as somebody set it. @throws UsageError */
function addressAt(endpoint: string, path: string): URL {
  if (URL.canParse(path, endpoint)) return new URL(path, endpoint);
  throw new UsageError(`“${endpoint}” is no address of a system. Correct AWS_ENDPOINT_URL_LAMBDA, or give --data DIR.`);
}

/** What a system answered, as JSON. @throws UsageError where something else answers there */
function jsonOf(text: string, endpoint: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`What answers at ${endpoint} is no system of this kind: ${text.slice(0, 100)}`, { cause });
  }
}

/** The way to a local host, by Lambda's wire protocol. It runs for whoever can reach the loopback, so nothing is signed. */
const overHttp =
  (endpoint: string): Transport =>
  async (name, input) => {
    const url = addressAt(endpoint, `/2015-03-31/functions/${name}/invocations`);
    const body = JSON.stringify(input);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const asked = async (): Promise<readonly [Response, string]> => {
      const response = await fetch(url, { method: 'POST', body, signal });
      return [response, await response.text()];
    };
    const [response, text] = await asked().catch((cause: unknown) => {
      throw new UsageError(`The system at ${endpoint} does not answer. Is it starting or stopping? Try again.`, {
        cause,
      });
    });
    if (!response.ok)
      throw new UsageError(
        `The system at ${endpoint} does not know ${name}, or cannot run it: ${response.status} ${text.slice(0, 300)}`,
      );
    const result = jsonOf(text, endpoint);
    if (response.headers.has('x-amz-function-error')) throw new FunctionFailed(name, result);
    return result;
  };

/** What a function answered, as this version knows it. @throws UsageError where it is of another version */
function answerOf<Name extends FunctionName>(name: Name, answered: unknown): z.infer<(typeof outputs)[Name]> {
  const { success, data, error } = z.safeParse(outputs[name], answered);
  if (success) return data as z.infer<(typeof outputs)[Name]>;
  const [issue] = error.issues;
  throw new UsageError(
    `${name} answered otherwise than this version of wallet expects (${issue?.path.join('.') || 'its answer'}: ${issue?.message}). It ran all the same; is the system of another version?`,
    { cause: error },
  );
}

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
    return answerOf(name, await transport(name, input));
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
