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
  /** What the mail service tells of mails that it took. */
  readonly feedback: Handler<SNSEvent, void>;
  /** What the command line invokes. */
  readonly command: Readonly<Record<'publish' | 'propose' | 'decide' | 'redrive', Handler<unknown, unknown>>>;
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
  const { handler: feedback } = await import('../../functions/scheduled/record-mail-feedback.ts');
  const { handler: publish } = await import('../../functions/commands/publish-activity.ts');
  const { handler: propose } = await import('../../functions/commands/propose-change.ts');
  const { handler: decide } = await import('../../functions/commands/decide-change.ts');
  const { handler: redrive } = await import('../../functions/commands/redrive-work.ts');
  const { handler: withdrawActivity } = await import('../../functions/admin/activities/withdraw-activity.ts');
  const { handler: reinstateActivity } = await import('../../functions/admin/activities/reinstate-activity.ts');
  const { handler: closeActivity } = await import('../../functions/admin/activities/close-activity.ts');
  const { handler: askAward } = await import('../../functions/admin/changes/ask-award.ts');
  const { handler: askMerge } = await import('../../functions/admin/changes/ask-merge.ts');
  return {
    api: {
      ...(Object.fromEntries(await Promise.all(api)) as Functions['api']),
      ...{ withdrawActivity, reinstateActivity, closeActivity, askAward, askMerge },
    },
    step: Object.fromEntries(await Promise.all(step)) as Functions['step'],
    sweep,
    deliver,
    feedback,
    command: { publish, propose, decide, redrive },
  };
}
