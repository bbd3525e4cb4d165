import type { SNSEvent } from 'aws-lambda';
import type { Handler } from '../../functions/capabilities.ts';
import type { ApiEvent, ApiResult } from '../../functions/middleware/request.ts';
import type { Route } from '../../shared/api/route.ts';
import { type Routes, routes } from '../../shared/api/routes.ts';
import { type StepName, steps } from '../../shared/workflow/steps.ts';

/** The functions of production, found by the names that the registries give them. */
export interface Functions {
  readonly api: Readonly<Record<keyof Routes, Handler<ApiEvent, ApiResult>>>;
  readonly step: Readonly<Record<StepName, Handler<unknown, unknown>>>;
  readonly sweep: Handler<unknown, unknown>;
  readonly deliver: Handler<unknown, unknown>;
  readonly runBatches: Handler<unknown, unknown>;
  readonly carryOnImports: Handler<unknown, unknown>;
  /** What the mail service tells of mails that it took. */
  readonly feedback: Handler<SNSEvent, void>;
  readonly erase: Handler<unknown, unknown>;
  readonly remind: Handler<unknown, unknown>;
  /** What the command line invokes. */
  readonly command: Readonly<
    Record<'publish' | 'propose' | 'decide' | 'redrive' | 'eraseLearner', Handler<unknown, unknown>>
  >;
}

interface Module<Event, Result> {
  readonly handler: Handler<Event, Result>;
}

/** Loads every function that a learner’s journey touches, and what staff do to it meanwhile. */
export async function loadFunctions(): Promise<Functions> {
  const learners = (Object.entries(routes) as readonly (readonly [string, Route])[]).filter(
    ([, { servedBy }]) => !servedBy,
  );
  const api = learners.map(async ([name, { name: file }]) => {
    const { handler }: Module<ApiEvent, ApiResult> = await import(`../../functions/api/${file}.ts`);
    return [name, handler] as const;
  });
  const step = Object.keys(steps).map(async (name) => {
    const { handler }: Module<unknown, unknown> = await import(`../../functions/workflow/${name}.ts`);
    return [name, handler] as const;
  });
  const { handler: sweep } = await import('../../functions/scheduled/sweep-outbox.ts');
  const { handler: deliver } = await import('../../functions/scheduled/deliver-webhooks.ts');
  const { handler: runBatches } = await import('../../functions/scheduled/run-batches.ts');
  const { handler: carryOnImports } = await import('../../functions/scheduled/carry-on-imports.ts');
  const { handler: feedback } = await import('../../functions/scheduled/record-mail-feedback.ts');
  const { handler: erase } = await import('../../functions/scheduled/erase-learners.ts');
  const { handler: remind } = await import('../../functions/scheduled/remind-learners.ts');
  const { handler: publish } = await import('../../functions/commands/publish-activity.ts');
  const { handler: propose } = await import('../../functions/commands/propose-change.ts');
  const { handler: decide } = await import('../../functions/commands/decide-change.ts');
  const { handler: redrive } = await import('../../functions/commands/redrive-work.ts');
  const { handler: eraseLearner } = await import('../../functions/commands/erase-learner.ts');
  const { handler: withdrawActivity } = await import('../../functions/admin/activities/withdraw-activity.ts');
  const { handler: reinstateActivity } = await import('../../functions/admin/activities/reinstate-activity.ts');
  const { handler: closeActivity } = await import('../../functions/admin/activities/close-activity.ts');
  const { handler: askAward } = await import('../../functions/admin/changes/ask-award.ts');
  const { handler: askMerge } = await import('../../functions/admin/changes/ask-merge.ts');
  const { handler: askChangeBatch } = await import('../../functions/admin/changes/ask-change-batch.ts');
  const { handler: askAwardBatch } = await import('../../functions/admin/changes/ask-award-batch.ts');
  const { handler: approveBatch } = await import('../../functions/admin/changes/approve-batch.ts');
  const { handler: runBatch } = await import('../../functions/admin/changes/run-batch.ts');
  const { handler: getBatch } = await import('../../functions/admin/changes/get-batch.ts');
  const { handler: importTable } = await import('../../functions/admin/questions/import-table.ts');
  const { handler: runImport } = await import('../../functions/admin/questions/run-import.ts');
  const { handler: advanceImport } = await import('../../functions/admin/questions/advance-import.ts');
  const { handler: getImport } = await import('../../functions/admin/questions/get-import.ts');
  return {
    api: {
      ...(Object.fromEntries(await Promise.all(api)) as Functions['api']),
      ...{ withdrawActivity, reinstateActivity, closeActivity, askAward, askMerge },
      ...{ askChangeBatch, askAwardBatch, approveBatch, runBatch, getBatch },
      ...{ importTable, runImport, advanceImport, getImport },
    },
    step: Object.fromEntries(await Promise.all(step)) as Functions['step'],
    ...{ sweep, deliver, feedback, runBatches, carryOnImports, erase, remind },
    command: { publish, propose, decide, redrive, eraseLearner },
  };
}
