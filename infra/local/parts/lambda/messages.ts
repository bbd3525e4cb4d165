/** What the host and a function's worker say to each other. Events and results travel as JSON text, as on Lambda. */
export type WorkerSettings = {
  readonly bundle: string;
  readonly handler: string;
  readonly functionName: string;
  readonly memoryMb: number;
  /** Where compiled code is kept from start to start; nowhere unless the host keeps its own. */
  readonly compiledIn: string | undefined;
};

export type ToWorker = {
  readonly awsRequestId: string;
  readonly event: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
};

/** An error as Lambda reports it; `errorType` is the error's name. */
export type FunctionFailure = { readonly errorType: string; readonly errorMessage: string; readonly trace: string };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly awsRequestId: string; readonly result: string }
  | { readonly kind: 'failure'; readonly awsRequestId: string; readonly failure: FunctionFailure };
