import type { Execution, Outcome } from './engine.ts';

/** One run of a state machine; the outcome is there once it has ended. */
export type ExecutionRecord = {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly input: string;
  readonly startDate: Date;
  readonly execution: Execution;
  ended?: { readonly outcome: Outcome; readonly stopDate: Date };
  /** Given by StopExecution, told by DescribeExecution. */
  stopReason?: { readonly error?: string; readonly cause?: string };
};

export type Executions = {
  add(record: ExecutionRecord): void;
  find(executionArn: string): ExecutionRecord | undefined;
  running(): ExecutionRecord[];
};

/** Remembers the last executions in memory; those that still run are never forgotten. */
export function rememberExecutions(limit: number): Executions {
  const records = new Map<string, ExecutionRecord>();
  const forgetOldest = () => {
    for (const [arn, { ended }] of records) {
      if (records.size <= limit) return;
      if (ended) records.delete(arn);
    }
  };
  return {
    add(record) {
      records.set(record.executionArn, record);
      forgetOldest();
    },
    find: (executionArn) => records.get(executionArn),
    running: () => [...records.values()].filter(({ ended }) => !ended),
  };
}
