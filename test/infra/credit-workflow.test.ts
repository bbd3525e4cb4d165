import { beforeAll, describe, expect, it } from 'vitest';
import { type Synthesis, synthesize } from '../../infra/synth.ts';
import { retryable, steps } from '../../shared/workflow/steps.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Resource?: string;
  readonly Result?: string;
  readonly TimeoutSeconds?: number;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Retry?: readonly Readonly<Record<string, unknown>>[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

let synthesis: Synthesis;
let machine: { readonly StartAt: string; readonly States: Readonly<Record<string, State>> };
beforeAll(async () => {
  synthesis = await synthesize();
  machine = JSON.parse(synthesis.workflow.definition);
}, 120_000);

const tasks = () => Object.entries(machine.States).filter(([, { Type }]) => Type === 'Task');

describe('the credit workflow', () => {
  it('is an Express workflow whose log holds no data of learners', () => {
    expect(synthesis.template.Resources[synthesis.workflow.logicalId]?.Properties).toMatchObject({
      StateMachineType: 'EXPRESS',
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ERROR' },
    });
  });

  it('has a task for every step of the registry, each calling that step’s own function', () => {
    const functionOf = Object.fromEntries(tasks().map(([name, { Resource = '' }]) => [name, Resource]));
    expect(Object.keys(functionOf).toSorted()).toEqual(
      Object.values(steps)
        .map(({ state }) => state)
        .toSorted(),
    );
    for (const [state, resource] of Object.entries(functionOf))
      expect(resource).toMatch(new RegExp(`^\\$\\{${state}[0-9A-F]{8}\\.Arn\\}$`));
  });

  it('tries every step again on the errors of the registry, with full jitter, within a time limit', () => {
    for (const [name, { Retry, TimeoutSeconds }] of tasks()) {
      expect(Retry, name).toEqual([
        {
          ErrorEquals: retryable,
          IntervalSeconds: 1,
          MaxAttempts: 3,
          BackoffRate: 2,
          MaxDelaySeconds: 5,
          JitterStrategy: 'FULL',
        },
      ]);
      expect(TimeoutSeconds, name).toBeGreaterThan(0);
    }
  });

  it('parks what a step cannot do, with the name of the step', () => {
    const parked = Object.entries(steps).filter(([name]) => name !== 'park-work');
    for (const [name, { state }] of parked) {
      const [caught] = machine.States[state]?.Catch ?? [];
      expect(caught?.ErrorEquals, name).toEqual(['States.ALL']);
      expect(machine.States[caught?.Next ?? ''], name).toMatchObject({
        Type: 'Pass',
        Result: name,
        ResultPath: '$.step',
        Next: 'ParkWork',
      });
    }
  });

  it('fails loudly when its input names no door', () => {
    const doors = machine.States[machine.StartAt];
    expect(machine.States[doors?.Default ?? '']?.Type).toBe('Fail');
  });

  it('never waits for a person or a clock', () => {
    expect(Object.values(machine.States).map(({ Type }) => Type)).not.toContain('Wait');
    expect(synthesis.workflow.definition).not.toContain('waitForTaskToken');
  });
});
