import type { WorkflowInput, Workflows } from '../../../shared/ports.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Random } from '../random.ts';
import type { Weather } from '../weather.ts';
import { type Definition, type Engine, execute } from './asl.ts';

/** The credit workflow on virtual time: at least once, sometimes twice, sometimes cut off between two states. */
export function createWorkflowEngine({
  definition,
  invoke,
  clockwork,
  weather,
  random,
  trace,
  happened,
}: {
  definition: Definition;
  invoke: Engine['invoke'];
  clockwork: Clockwork;
  weather: Weather;
  random: Random;
  trace: (line: () => string) => void;
  /** Counts a fault. */
  happened: (fault: string) => void;
}): Workflows {
  let executions = 0;

  async function run(input: WorkflowInput): Promise<boolean> {
    const title = `execution/${++executions}`;
    trace(() => `${title} of ${input.workId} starts`);
    const engine: Engine = {
      invoke,
      sleep: clockwork.sleep,
      nowMs: clockwork.nowMs,
      fraction: () => random.fraction(),
      entering: async (stateName) => {
        if (random.chance(weather.climate().killExecution)) {
          happened('an execution cut off between two states');
          trace(() => `${title} is cut off before ${stateName}`);
          await new Promise(() => {});
        }
        await clockwork.sleep(1 + random.fraction() * 10);
      },
    };
    const { status } = await execute(definition, input, engine);
    trace(() => `${title} ends: ${status}`);
    return status === 'SUCCEEDED';
  }

  const laterRun = async (input: WorkflowInput, withinMs: number): Promise<void> => {
    await clockwork.sleep(random.fraction() * withinMs);
    await run(input);
  };

  const twice = (input: WorkflowInput, withinMs: readonly number[]): void => {
    happened('an execution started twice');
    void laterRun(input, random.pick(withinMs));
  };

  return {
    async start(input) {
      const { neverStart, startTwice } = weather.climate();
      if (random.chance(neverStart)) return happened('an execution never started');
      void laterRun(input, 200);
      // Express executions are delivered at least once.
      if (random.chance(startTwice)) twice(input, [200, 30_000]);
    },
    async startAndWait(input, timeoutMs) {
      const { neverStart, startTwice } = weather.climate();
      if (random.chance(neverStart)) {
        happened('an execution never started');
        return false;
      }
      if (random.chance(startTwice)) twice(input, [20, 200, 30_000]);
      return Promise.race([run(input), clockwork.sleep(timeoutMs).then(() => false)]);
    },
  };
}
