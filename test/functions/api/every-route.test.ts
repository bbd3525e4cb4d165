import { beforeAll, describe, expect, it } from 'vitest';
import { isForKeys, isForStaff, type Route } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import { content } from '../../support/activity.ts';
import { createBrowser, type Sent } from '../../support/browser.ts';
import { createKeyHolder, type KeyHolder } from '../../support/key-holder.ts';
import { createLearner, type Learner, nurse } from '../../support/learner.ts';
import { plausible } from '../../support/plausible.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

type Name = keyof Routes;
const all = Object.entries(routes) as readonly (readonly [Name, Route])[];
const named = (which: (route: Route) => boolean): readonly Name[] =>
  all.filter(([, route]) => which(route)).map(([name]) => name);

const withBody = named(({ body }) => body !== undefined);
const learners = named(({ access }) => access === 'learner');
/** Whose body may be empty, so that some of the strange ones are honest. */
const takesNothing: readonly Name[] = ['challengePasskey', ...named(({ reads }) => reads === true)];
const withId = named(({ path }) => path.includes('{'));

let service: Service;
let owner: Learner;
let other: Learner;
let office: StaffBrowser;
let register: KeyHolder;
/** Who may ask a route: a system with a key, for the console an owner, else a learner. */
const askerOf = (name: Name, learner = other): Learner | StaffBrowser | KeyHolder => {
  const { access }: Route = routes[name];
  return isForKeys(access) ? register : isForStaff(access) ? office : learner;
};
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  service = createService();
  await service.publish(content());
  owner = await createLearner(service);
  const { attemptId } = (await owner.start()).body;
  await owner.submit(attemptId);
  await owner.evaluate();
  await owner.claim(['ama-pra-category-1', 100]);
  const certificateId = (await owner.ask('getWallet')).body.credits[0]?.certificateId ?? '';
  const { shareId, url } = (await owner.ask('shareTranscript', { body: { expiresInDays: 7 } })).body;
  const token = url.split('/').at(-1) ?? '';
  await owner.ask('getCredential', { params: { certificateId, format: 'jwt' } });
  const { url: offer } = (await owner.ask('offerToWallet', { params: { certificateId } })).body;
  const offerToken = /[\w-]{43}/.exec(offer)?.[0] ?? '';
  ids = {
    ...{ activityId: 'hand-hygiene', attemptId, certificateId, shareId, token, offerToken },
    ...{ staffId: 'nobody', changeId: 'none', batchId: 'none', learnerId: 'none', endpointId: 'none', keyId: 'none' },
    importId: 'nothing',
    ...{ part: 'about', version: '1', providerId: 'nobody', drawing: 'logo', setId: 'nothing' },
    ...{ format: 'jsonld', purpose: 'revocation', list: '1', day: '2026-03-09' },
  };
  other = await createLearner(service, { email: 'other@example.org', profile: nurse });
  office = await createStaff(service, 'owner');
  register = await createKeyHolder(service);
});

const sent = (name: Name, more: Partial<Sent> = {}): Sent => ({
  params: ids,
  ...('reads' in routes[name] && { body: {} }),
  ...(name in plausible && { body: plausible[name] }),
  ...more,
});

describe('every route that takes a body', () => {
  it.each(withBody)('%s refuses what is not JSON, by its form and by its declared type', async (name) => {
    for (const text of ['{', '', 'null x', '{"a":1,}', "{'a':1}", '\u0000', '[1', 'undefined', '{"code":"\\ud800"}']) {
      const answer = await askerOf(name).ask(name, { params: ids, text });
      expect(answer, text).toBeRefusedFor('malformed-json');
      expect(answer.status).toBe(400);
    }
    // Bytes of another charset would be read as other letters, and a name would be printed wrong.
    const otherCharsets = ['iso-8859-1', '"UTF-16"', 'windows-1252'].map((name) => `application/json; charset=${name}`);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
      ...otherCharsets,
    ]) {
      const answer = await askerOf(name).ask(name, sent(name, { headers: { 'content-type': type } }));
      expect(answer, type).toBeRefusedFor('not-json');
      expect(answer.status).toBe(415);
    }
  });

  it.each(withBody)('%s refuses a body of more characters than it says it takes', async (name) => {
    const { largestBody = 100_000 }: Route = routes[name];
    const answer = await askerOf(name).ask(name, { params: ids, text: `"${'x'.repeat(largestBody)}"` });
    expect(answer.status).toBe(413);
    expect(answer).toBeRefusedFor('body-too-large');
  });

  it.each(withBody)('%s refuses JSON of any other form by 422, and never breaks over it', async (name) => {
    for (const body of [
      null,
      1,
      true,
      'x',
      [],
      [[]],
      {},
      { answers: 1 },
      { claims: {} },
      { email: {} },
      { code: [] },
    ]) {
      const answer = await askerOf(name).ask(name, { params: ids, body });
      // A body without answers submits the saved ones: to nobody’s attempt here.
      const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
      if (isObject && takesNothing.includes(name) && answer.status !== 422) continue;
      expect(name === 'submitAttempt' ? [404, 422] : [422], JSON.stringify(body)).toContain(answer.status);
      expect(answer.reasons.length).toBeGreaterThan(0);
    }
  });

  it.each(withBody)('%s reads a body that the gateway hands over in base64', async (name) => {
    const event = (body: string) =>
      service.handle(name, {
        ...{
          version: '2.0',
          routeKey: `${routes[name].method} ${routes[name].path}`,
          rawPath: '/',
          rawQueryString: '',
          pathParameters: ids,
          body,
        },
        ...{ headers: { 'content-type': 'application/json', authorization: `Bearer ${register.secret}` } },
        isBase64Encoded: true,
        cookies: [...askerOf(name).cookies].map(([cookie, value]) => `${cookie}=${value}`),
        requestContext: {
          ...{ accountId: '', apiId: '', domainName: '', domainPrefix: '', requestId: '', routeKey: '', stage: '' },
          ...{ time: '', timeEpoch: 0 },
          http: { method: routes[name].method, path: '/', protocol: '', sourceIp: '192.0.2.9', userAgent: '' },
        },
      });
    expect((await event(Buffer.from('{').toString('base64'))).statusCode).toBe(400);
    expect((await event(Buffer.from('[]').toString('base64'))).statusCode).toBe(422);
  });
});

describe('every route for learners', () => {
  it.each(learners)('%s wants a session, and none that was made up', async (name) => {
    const browser = createBrowser(service);
    const sessions = [
      undefined,
      '',
      'made-up',
      'x'.repeat(5_000),
      '%00',
      owner.cookies.get('__Host-session')?.slice(1),
    ];
    for (const session of sessions) {
      if (session) browser.cookies.set('__Host-session', session);
      const answer = await browser.ask(name, sent(name));
      expect(answer).toBeRefusedFor('not-signed-in');
      expect(answer.status).toBe(401);
    }
  });
});

describe('every route that names a thing', () => {
  it.each(withId)('%s says 404 to an id that there is not, and to what cannot be one', async (name) => {
    const strange = [
      'nothing',
      '0'.repeat(26),
      'x'.repeat(65),
      'a#b',
      '../me',
      'a/b',
      '%2e',
      'ü',
      "'",
      ' ',
      '__proto__',
      'constructor',
    ];
    for (const id of strange) {
      const params = Object.fromEntries(Object.keys(ids).map((part) => [part, id]));
      const answer = await askerOf(name, owner).ask(name, sent(name, { params }));
      expect(answer.status, id).toBe(404);
      if (answer.problem) expect(answer).toBeRefusedFor('not-found');
      // Whoever follows a link that was cut short or mangled reads a page, as for any other that leads nowhere.
      const { answers }: Route = routes[name];
      expect(answer.problem === undefined, id).toBe(answers[404] === 'html');
    }
  });
});

describe('every answer', () => {
  // They tell of no person, and the same to everybody.
  const keptByCaches: Readonly<Record<string, string>> = {
    getDidDocument: 'public, max-age=300',
    getStatusList: 'public, max-age=60',
  };
  it.each(all.map(([name]) => name))('%s is not kept by caches, and a problem names the request', async (name) => {
    const answer = await createBrowser(service).ask(name, { params: { ...ids, activityId: 'none' } });
    expect(answer.headers['cache-control']).toBe(keptByCaches[name] ?? 'no-store');
    if (answer.problem) {
      expect(answer.problem).toMatchObject({ requestId: 'request-1', status: answer.status });
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.problem.type).toBe(`/problems/${answer.reasons[0]?.code}`);
    }
  });

  it('is logged once, without a word of what was sent', () => {
    const text = JSON.stringify(service.logged);
    expect(service.logged.filter(({ event }) => event === 'request.broken')).toEqual([]);
    expect(text).not.toMatch(/amelie|example\.org|Nguyễn/);
  });
});
