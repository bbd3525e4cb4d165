import { TransientError } from '../../shared/ports.ts';
import { quickSdk } from './quick-sdk.ts';

/**
 * How every AWS client is set up. The API Gateway ends a request after 29 s and embedded parts may hang on a call that they
 * do not know: three tries of at most 3 s each always end before that. Without `throwOnRequestTimeout` the SDK only warns.
 */
export const boundedClient = {
  ...quickSdk,
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
} as const;

const transientNames: ReadonlySet<string> = new Set([
  'AbortError',
  'BandwidthLimitExceeded',
  'ConditionalRequestConflict',
  'InternalServerError',
  'LimitExceededException',
  'OperationAborted',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TimeoutError',
  'TooManyRequestsException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

const transientCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** A member of an error that may be of any shape. */
function member(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

/** The HTTP status that a service answered, if it answered. */
export function statusOf(error: unknown): number | undefined {
  const status = member(member(error, '$metadata'), 'httpStatusCode');
  return typeof status === 'number' ? status : undefined;
}

/** How often the SDK sent the request before it gave up; above 1, an earlier sending may have taken effect. */
export function attemptsOf(error: unknown): number {
  const attempts = member(member(error, '$metadata'), 'attempts');
  return typeof attempts === 'number' ? attempts : 1;
}

/** Whether an error of an SDK client says nothing about the request itself, so that the same request may succeed later. */
function isTransient(error: unknown): boolean {
  const name = member(error, 'name');
  const code = member(error, 'code');
  return (
    member(error, '$fault') === 'server' ||
    member(error, '$retryable') !== undefined ||
    (statusOf(error) ?? 0) >= 500 ||
    (typeof name === 'string' && transientNames.has(name)) ||
    (typeof code === 'string' && transientCodes.has(code))
  );
}

/** The error that a port throws for one of an SDK client: a TransientError where it is one, else the same error. */
export function asPortError(error: unknown, doing: string): unknown {
  return isTransient(error) ? new TransientError(`${doing}: ${String(error)}`, { cause: error }) : error;
}
