import { systemClock } from '../../../functions/adapters/system.ts';
import { handler as awardCredit } from '../../../functions/workflow/award-credit.ts';
import { functionOf, isForKeys, isForStaff, type Route } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import type { WorkflowInput } from '../../../shared/workflow/steps.ts';
import { content } from '../../support/activity.ts';
import { eventOf } from '../../support/browser.ts';
import { createKeyHolder } from '../../support/key-holder.ts';
import { createLearner, nurse } from '../../support/learner.ts';
import { plausible } from '../../support/plausible.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

/** Learners at every stage, staff, and the event that each function of the API meets first. */
export async function firstEvents(): Promise<{
  readonly service: Service;
  /** By the function's name. */
  readonly events: ReadonlyMap<string, unknown>;
}> {
  const service = createService({ at: systemClock().now() });
  await service.publish(content());
  const awarded = await createLearner(service);
  const certificateId = await awarded.complete();
  const { shareId, url } = (await awarded.ask('shareTranscript', { body: { expiresInDays: 7 } })).body;
  const { url: offer } = (await awarded.ask('offerToWallet', { params: { certificateId } })).body;
  const attempting = await createLearner(service, { email: 'other@example.org', profile: nurse });
  const { attemptId } = (await attempting.start()).body;
  const office = await createStaff(service, 'owner');
  const register = await createKeyHolder(service);

  const params = {
    ...{ activityId: 'hand-hygiene', attemptId, certificateId, shareId, token: url.split('/').at(-1) ?? '' },
    offerToken: /[\w-]{43}/.exec(offer)?.[0] ?? '',
    ...{ format: 'jsonld', purpose: 'revocation', list: '1', day: service.now().slice(0, 10) },
  };
  const eventFor = (name: keyof Routes): unknown => {
    const route: Route = routes[name];
    const who = isForStaff(route.access) ? office : route.path.includes('ttempt') ? attempting : awarded;
    const headers = isForKeys(route.access) ? { authorization: `Bearer ${register.secret}` } : {};
    return eventOf(route, { params, body: plausible[name], headers }, who.cookies);
  };
  const events = new Map<string, unknown>();
  // Of an area of the console the first route stands for all: what they share is loaded with each.
  for (const name of Object.keys(routes) as (keyof Routes)[]) {
    const served = functionOf(routes[name]);
    if (!events.has(served)) events.set(served, eventFor(name));
  }
  events.set('render-certificate', await toBeRendered(service));
  return { service, events };
}

/** The input of the step that renders, for a certificate that was awarded and is not rendered yet. */
async function toBeRendered(service: Service): Promise<unknown> {
  const learner = await createLearner(service, { email: 'third@example.org' });
  await learner.ready();
  const asked: WorkflowInput[] = [];
  service.workflows.startAndWait = async (input) => {
    asked.push(input);
    return false;
  };
  await learner.claim(['ama-pra-category-1', 100]);
  return awardCredit.using(service.portsOf('award-credit'))(asked[0], { awsRequestId: 'award' });
}
