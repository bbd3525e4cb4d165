import middy from '@middy/core';
import { parse } from 'zod/mini';
import { LostRaceError } from '../shared/ports.ts';
import { type StepInput, type StepName, type StepOutput, steps } from '../shared/workflow/steps.ts';
import { type Capabilities, type Context, type Handler, handlerOver, type Needs } from './capabilities.ts';
import { againAfterLostRaces } from './races.ts';
import { logBroken } from './trouble.ts';

type Logic<Name extends StepName, N extends Needs> = (
  input: StepInput<Name>,
  capabilities: Capabilities<N>,
) => Promise<StepOutput<Name>>;

/**
 * The one stack that every workflow step stands in: it parses what comes in and goes out by the step's schemas and logs
 * one line. What a step throws keeps its name, since Step Functions retries by it.
 */
export function step<const Name extends StepName, N extends Needs>(
  name: Name,
  needs: N,
  logic: Logic<Name, N>,
): Handler<unknown, StepOutput<Name>> {
  const { input, output } = steps[name];
  return handlerOver(needs, (capabilities) => {
    const { log } = capabilities;
    const stack = middy<unknown, StepOutput<Name>>()
      .use({
        after: ({ event, response }) => {
          log({ event: 'step', step: name, workId: workIdOf(event) });
          parse(output, response);
        },
        onError: ({ event, error }) => {
          // A lost race is retried and says nothing about the system.
          if (!(error instanceof LostRaceError)) logBroken(log, name, workIdOf(event), error);
        },
      })
      .handler(async (event: unknown) => {
        const parsed = parse(input, event) as StepInput<Name>;
        return againAfterLostRaces(() => logic(parsed, capabilities));
      });
    return (event: unknown, context: Context) => stack(event, context as never);
  });
}

const workIdOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'workId' in event ? String(event.workId) : 'unknown';
