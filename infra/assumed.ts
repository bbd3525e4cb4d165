interface Assumed {
  readonly value: number;
  /** What it is, as `docs/costs.md` says it. */
  readonly is: string;
}

/**
 * What of a bill cannot be measured without an account, each with its reason. Whoever has a bill compares: `docs/costs.md` says them
 * all.
 */
export const assumed = {
  wholeProcessorMb: {
    value: 1_769,
    is: 'MB at which a function has a whole processor, and below which a share of one (Lambda developer guide, “Configure Lambda function memory”)',
  },
  tableWaitMs: { value: 4, is: 'ms that a function waits for the table, each time' },
  signatureWaitMs: { value: 15, is: 'ms that it waits for a signature' },
  documentWaitMs: { value: 40, is: 'ms that it waits for S3' },
  mailWaitMs: { value: 60, is: 'ms that it waits for SES' },
  workflowWaitMs: { value: 20, is: 'ms that an execution takes to begin and to answer' },
  transitionMs: { value: 10, is: 'ms between two states of an execution' },
  coldOneIn: { value: 50, is: 'starts of a function of which one is cold' },
  coldCpuMs: { value: 250, is: 'ms of a processor that a cold start takes more (`npm run bench:handlers`)' },
  platformLogBytes: { value: 520, is: 'bytes that Lambda itself logs of an invocation' },
  accessLogBytes: { value: 330, is: 'bytes of the gateway’s log for a request' },
  workflowEventBytes: { value: 480, is: 'bytes of the log for an event of an execution, where all are logged' },
  tracedShare: {
    value: 0.05,
    is: 'of what is traced is recorded, besides the first of each second (X-Ray developer guide, “Sampling”)',
  },
  headerBytes: { value: 900, is: 'bytes of an answer’s headers, ours and CloudFront’s' },
  firstVisitRequests: { value: 12, is: 'files of the site that a browser fetches at its first visit' },
  firstVisitBytes: { value: 60_000, is: 'bytes that those have, compressed' },
  laterVisitBytes: { value: 1_500, is: 'bytes of the one file, the shell, that it fetches later' },
} as const satisfies Record<string, Assumed>;
