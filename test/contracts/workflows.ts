import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowInput, Workflows } from '../../shared/ports.ts';
import type { Implementation } from './implementation.ts';

/** Workflows of one step, which does what the test says. */
export interface WorkflowsUnderTest extends Workflows {
  /** What the step does from now on. `hang`: it never ends. */
  stepNow(does: 'succeed' | 'fail' | 'hang'): void;
  /** The inputs that the step was given since the last `stepNow`. */
  seen(): readonly WorkflowInput[];
  /** From now on nobody answers. The last test calls it. */
  goDown(): Promise<void>;
  /** Lets the engine work until the condition holds. */
  until(condition: () => boolean): Promise<void>;
}

/** Says what the workflow's doors do, whoever runs it. */
export function describeWorkflows({ name, start }: Implementation<WorkflowsUnderTest>): void {
  describe(`the workflow’s doors (${name})`, () => {
    let workflows: WorkflowsUnderTest;
    let stop: () => Promise<void>;
    const input: WorkflowInput = {
      ...{ door: 'grade', workId: 'grade-01hzy3#odd: ключ', learnerId: 'l1', activityId: 'a1' },
      attemptId: 't1',
    };

    beforeAll(async () => {
      ({ port: workflows, stop } = await start());
    }, 30_000);
    afterAll(async () => stop?.());
    beforeEach(() => workflows.stepNow('succeed'));

    it('hand the workflow its input', async () => {
      await workflows.start(input);
      await workflows.until(() => workflows.seen().length > 0);
      expect(workflows.seen()).toEqual([input]);
    });

    it('start the same work again when asked again, since names are hints', async () => {
      await workflows.start(input);
      await workflows.start(input);
      await workflows.until(() => workflows.seen().length === 2);
      expect(workflows.seen()).toEqual([input, input]);
    });

    it('do not wait for the end of what was started', async () => {
      workflows.stepNow('hang');
      await expect(workflows.start(input)).resolves.toBeUndefined();
    });

    it('say that a run which was waited for ended well', async () => {
      expect(await workflows.startAndWait(input, 2_000)).toBe(true);
      expect(workflows.seen()).toEqual([input]);
    });

    it('say that a run which was waited for failed', async () => {
      workflows.stepNow('fail');
      expect(await workflows.startAndWait(input, 2_000)).toBe(false);
    });

    it('wait no longer than told', async () => {
      workflows.stepNow('hang');
      expect(await workflows.startAndWait(input, 50)).toBe(false);
    });

    it('say no and do not throw while nobody answers', async () => {
      await workflows.goDown();
      expect(await workflows.startAndWait(input, 1_000)).toBe(false);
      await expect(workflows.start(input)).rejects.toThrow();
    });
  });
}
