import type { WorkflowInput, Workflows } from '../../shared/ports.ts';
import { retryable, type StepName } from '../../shared/workflow/steps.ts';

const mostRetries = 3;

/** What becomes of the work that is handed over: done at once, or forgotten, as after a crash. */
export interface DirectWorkflows extends Workflows {
  mode: 'prompt' | 'lost';
}

/** Runs the real steps one after another in the order of the credit workflow, with its retries, without waiting between. */
export function directWorkflows(run: (step: StepName, input: unknown) => Promise<unknown>): DirectWorkflows {
  async function tried(step: StepName, input: unknown): Promise<unknown> {
    for (let retries = 0; ; retries++) {
      try {
        return await run(step, input);
      } catch (error) {
        const { name } = error instanceof Error ? error : new Error();
        if (retries === mostRetries || !(retryable as readonly string[]).includes(name)) throw error;
      }
    }
  }

  async function execute(input: WorkflowInput): Promise<void> {
    let at: StepName = input.door === 'grade' ? 'grade-attempt' : 'award-credit';
    let last: unknown = input;
    const step = async (name: StepName): Promise<unknown> => {
      at = name;
      const output = await tried(name, last);
      last = output;
      return output;
    };
    try {
      if (input.door === 'grade') await step('grade-attempt');
      else for (const name of ['award-credit', 'render-certificate', 'send-award-email'] as const) await step(name);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      const cause = JSON.stringify({ errorType: name, errorMessage: message });
      await run('park-work', { ...input, step: at, error: { Error: name, Cause: cause } });
    }
  }

  const workflows: DirectWorkflows = {
    mode: 'prompt',
    async start(input) {
      if (workflows.mode === 'prompt') await execute(input);
    },
    async startAndWait(input) {
      if (workflows.mode === 'lost') return false;
      await execute(input);
      return true;
    },
  };
  return workflows;
}
