import type { WorkflowInput } from '../../../shared/ports.ts';
import { workflowInput } from '../../../shared/workflow/steps.ts';
import type { Implementation } from '../../contracts/implementation.ts';
import { describeWorkflows, type WorkflowsUnderTest } from '../../contracts/workflows.ts';
import { createClockwork } from '../clockwork.ts';
import { randomFrom } from '../random.ts';
import { scriptedWeather } from '../weather.ts';
import { readDefinition } from './asl.ts';
import { createWorkflowEngine } from './workflow-engine.ts';

const definition = readDefinition(
  JSON.stringify({
    StartAt: 'Step',
    States: { Step: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:000000000000:function:step', End: true } },
  }),
);

/** The simulation’s engine in fair weather, whose clock goes on while somebody waits. */
const simulatedWorkflows: Implementation<WorkflowsUnderTest> = {
  name: 'of the simulation',
  async start() {
    let does: 'succeed' | 'fail' | 'hang' | 'nothing' = 'succeed';
    let seen: WorkflowInput[] = [];
    const clockwork = createClockwork(0, () => false);
    const { start, startAndWait } = createWorkflowEngine({
      ...{ definition, clockwork, weather: scriptedWeather(new Map()), random: randomFrom(1) },
      ...{ trace: () => {}, happened: () => {} },
      async invoke(_, payload) {
        seen.push(workflowInput.parse(payload));
        if (does === 'fail') throw new Error('The step failed');
        if (does === 'hang') await new Promise(() => {});
        return {};
      },
    });
    /** Lets time pass until a promise is settled. */
    async function elapsing<Result>(promise: Promise<Result>): Promise<Result> {
      let settled = false;
      const end = (): void => {
        settled = true;
      };
      promise.then(end, end);
      await clockwork.runUntil(() => settled);
      return promise;
    }
    return {
      port: {
        start: (input) => (does === 'nothing' ? Promise.reject(new Error('down')) : elapsing(start(input))),
        startAndWait: (input, ms) => (does === 'nothing' ? Promise.resolve(false) : elapsing(startAndWait(input, ms))),
        stepNow(next) {
          does = next;
          seen = [];
        },
        seen: () => seen,
        async goDown() {
          does = 'nothing';
        },
        until: (condition) => clockwork.runUntil(condition),
      },
      stop: async () => {},
    };
  },
};

describeWorkflows(simulatedWorkflows);
