import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPoster } from '../../functions/adapters/webhook-poster.ts';
import { DAY, HOUR, MINUTE } from '../../shared/domain/kinds.ts';
import type { Delivery } from '../../shared/domain/webhook.ts';
import { content } from '../support/activity.ts';
import { createLearner } from '../support/learner.ts';
import '../support/refusals.ts';
import type { ReceivedMessage } from '../simulation/ports/memory-poster.ts';
import { createService, type Service } from '../support/service.ts';
import { createStaff, type StaffBrowser } from '../support/staff.ts';

const url = 'https://register.example.org/credits';
const events = ['credit.awarded', 'certificate.issued', 'certificate.revoked'];

let service: Service;
let owner: StaffBrowser;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  owner = await createStaff(service, 'owner');
});
const add = async (more = {}) => {
  const { body } = await owner.ask('addWebhook', { body: { url, description: 'Registry', events, ...more } });
  return { endpointId: body.webhook.endpointId, secret: body.secret };
};
const messages = async (endpointId: string) =>
  (await owner.ask('getWebhook', { params: { endpointId } })).body.deliveries;
const received = () => service.receivers.received;
const answering = (status: number) => {
  service.receivers.answers.of = () => ({ kind: 'answered', status, excerpt: 'So be it' });
};
/** What a receiver makes of a message, by the library of Standard Webhooks, whose clock is set to the service's. */
function verified(secret: string, message: ReceivedMessage | undefined = received().at(-1)): { readonly type: string } {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(service.now()) });
  try {
    return new Webhook(secret).verify(message?.body ?? '', { ...message?.headers }) as { readonly type: string };
  } finally {
    vi.useRealTimers();
  }
}

describe('an address that is told of events', () => {
  it('is told of an award and its certificate: ids and facts, and neither a name nor an address', async () => {
    const { endpointId } = await add();
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    expect(received()).toEqual([]);
    expect(await service.deliverWebhooks()).toEqual({ delivered: 2, delayed: 0, parked: 0 });
    const bodies = received().map(({ body }) => JSON.parse(body));
    bodies.sort((a, b) => (a.type > b.type ? -1 : 1));
    expect(bodies).toMatchObject([
      {
        type: 'credit.awarded',
        timestamp: service.now(),
        data: { certificateId, activityId: 'hand-hygiene', credits: [{ amount: 100, basis: 'awarded' }] },
      },
      { type: 'certificate.issued', data: { certificateId, version: 1, verifyUrl: expect.stringContaining('/v/') } },
    ]);
    expect(
      received()
        .map(({ body }) => body)
        .join(),
    ).not.toMatch(/Amélie|Nguyễn|amelie@/);
    expect(received().map((message) => message.url)).toEqual([url, url]);
    const delivered = { status: 'delivered', tries: 1, attempts: [{ status: 204 }] };
    expect(await messages(endpointId)).toMatchObject([delivered, delivered]);
    expect(await service.deliverWebhooks()).toEqual({ delivered: 0, delayed: 0, parked: 0 });
  });

  it('is told that a certificate was revoked, and only of what it wants to be told of', async () => {
    await add({ events: ['certificate.revoked'] });
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    await service.deliverWebhooks();
    expect(received()).toEqual([]);
    const asked = { kind: 'revoke', certificateId, reason: 'Awarded in error', by: 'one@meridian.example' };
    const proposed = await service.proposeChange(asked);
    const [{ changeId } = { changeId: '' }] = service.held<{ changeId: string }>('change');
    expect(proposed).toMatchObject({ outcome: expect.any(String) });
    await service.decideChange({ changeId, approve: true, by: 'two@meridian.example' });
    await service.deliverWebhooks();
    expect(received().map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: 'certificate.revoked', data: { certificateId, changeId, on: expect.any(String) } },
    ]);
  });

  it('leaves no trace where nobody wants to be told', async () => {
    const learner = await createLearner(service);
    await learner.complete();
    expect(service.held<Delivery>('delivery')).toEqual([]);
  });

  it('is not told while it is disabled, and of what waited when it is enabled again', async () => {
    const { endpointId } = await add();
    const learner = await createLearner(service);
    await learner.complete();
    const params = { endpointId };
    const settings = { url, description: '', events };
    await owner.ask('changeWebhook', { params, body: { ...settings, status: 'disabled' } });
    expect(await service.deliverWebhooks()).toMatchObject({ delivered: 0 });
    const other = await createLearner(service, { email: 'other@example.org' });
    await other.complete();
    await owner.ask('changeWebhook', { params, body: { ...settings, status: 'enabled' } });
    expect(await service.deliverWebhooks()).toMatchObject({ delivered: 2 });
  });
});

describe('the signature', () => {
  it('is what receivers verify by the library of Standard Webhooks, and no altered message passes', async () => {
    const { secret } = await add();
    await (await createLearner(service)).complete();
    await service.deliverWebhooks();
    expect(events).toContain(verified(secret).type);
    const message = received().at(-1);
    const altered = { ...message, body: message?.body.replace('hand-hygiene', 'hand-surgery') ?? '' };
    expect(() => verified(secret, altered as never)).toThrow();
    expect(() => verified(`whsec_${'B'.repeat(43)}=`)).toThrow();
  });

  it('is made with both secrets for a day after the secret was replaced, then with the new one alone', async () => {
    const { endpointId, secret: former } = await add();
    const made = await owner.ask('replaceWebhookSecret', { params: { endpointId } });
    const { secret } = made.body;
    expect(secret).not.toBe(former);
    await (await createLearner(service)).complete();
    await service.deliverWebhooks();
    for (const each of [former, secret]) expect(events).toContain(verified(each).type);
    service.pass(DAY);
    await (await createLearner(service, { email: 'b@example.org' })).complete();
    await service.deliverWebhooks();
    expect(events).toContain(verified(secret).type);
    expect(() => verified(former)).toThrow();
  });
});

describe('a message that its receiver does not take', () => {
  let endpointId: string;
  beforeEach(async () => {
    ({ endpointId } = await add({ events: ['credit.awarded'] }));
    await (await createLearner(service)).complete();
    answering(500);
  });

  it('is tried later and later under the same id, and arrives when the receiver is mended', async () => {
    expect(await service.deliverWebhooks()).toMatchObject({ delayed: 1 });
    expect(await service.deliverWebhooks()).toMatchObject({ delayed: 0 });
    service.pass(HOUR);
    expect(await service.deliverWebhooks()).toMatchObject({ delayed: 1 });
    const [waiting] = await messages(endpointId);
    expect(waiting).toMatchObject({ status: 'queued', tries: 2, attempts: [{ status: 500, excerpt: 'So be it' }, {}] });
    answering(200);
    service.pass(HOUR);
    expect(await service.deliverWebhooks()).toMatchObject({ delivered: 1 });
    expect(new Set(received().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('is parked after days, where staff see it and have it delivered again', async () => {
    for (let hours = 0; hours < 6 * 24; hours += 6) {
      await service.deliverWebhooks();
      service.pass(6 * HOUR);
    }
    owner = await createStaff(service, 'owner');
    const query = { kind: 'webhook' };
    const [parked] = (await owner.ask('listStuckWork', { query })).body.items;
    expect(parked).toMatchObject({ state: 'parked', reason: 'The receiver answered 500.', input: { endpointId } });
    const said = (await owner.ask('getSystemHealth')).body.findings.find(({ part }) => part === 'Parked webhooks');
    expect(said?.state).toBe('look');
    answering(200);
    await owner.ask('redriveStuckWork', { body: { ids: [parked?.id ?? ''] } });
    expect(await service.deliverWebhooks()).toMatchObject({ delivered: 1 });
    expect((await owner.ask('listStuckWork', { query })).body.items).toEqual([]);
  });

  it('is listed among what fails, with the time of its next try', async () => {
    await service.deliverWebhooks();
    const query = { kind: 'webhook', state: 'failing' };
    expect((await owner.ask('listStuckWork', { query })).body.items).toMatchObject([
      { state: 'failing', nextTryAt: expect.any(String), tries: 1 },
    ]);
  });

  it('has its address disabled when that says that it is gone for good', async () => {
    answering(410);
    expect(await service.deliverWebhooks()).toMatchObject({ parked: 1 });
    expect((await owner.ask('listWebhooks')).body.webhooks).toMatchObject([
      { status: 'disabled', goneAt: service.now() },
    ]);
  });

  it('keeps messages to others from nothing', async () => {
    const other = await add({ url: 'https://other.example.org/', events: ['credit.awarded'] });
    service.receivers.answers.of = (message) =>
      message.url === url
        ? { kind: 'unreachable', problem: 'No answer within 10 s.' }
        : { kind: 'answered', status: 204, excerpt: '' };
    for (const email of ['b@example.org', 'c@example.org', 'd@example.org', 'e@example.org', 'f@example.org'])
      await (await createLearner(service, { email })).complete();
    await service.deliverWebhooks();
    expect((await messages(other.endpointId)).map(({ status }) => status)).toEqual(Array(5).fill('delivered'));
    expect(new Set((await messages(endpointId)).map(({ status }) => status))).toEqual(new Set(['queued']));
  });

  it('is tried by somebody else when whoever tried it died over it, and not before', async () => {
    let tries = 0;
    service.receivers.answers.of = () => {
      if (++tries === 1) throw new Error('The process dies');
      return { kind: 'answered', status: 204, excerpt: '' };
    };
    await service.deliverWebhooks();
    expect(await service.deliverWebhooks()).toMatchObject({ delivered: 0 });
    service.pass(2 * MINUTE);
    expect(await service.deliverWebhooks()).toMatchObject({ delivered: 1 });
  });
});

describe('what an owner may name', () => {
  it.each([
    ['http://register.example.org/', 'not-https'],
    ['register.example.org', 'not-an-address'],
    ['https://127.0.0.1/', 'not-public'],
    ['https://169.254.169.254/latest/meta-data', 'not-public'],
    ['https://[::1]/', 'not-public'],
    ['https://2130706433/', 'not-public'],
    ['https://localhost/', 'not-public'],
    ['https://user:secret@register.example.org/', 'secret-in-address'],
    ['https://register.example.org/#part', 'not-an-address'],
    ['javascript:alert(1)', 'not-https'],
  ])('is not %s', async (refused, code) => {
    const body = { url: refused, description: '', events };
    expect(await owner.ask('addWebhook', { body })).toBeRefusedFor(code);
    expect(service.held('webhookEndpoint')).toEqual([]);
  });

  it('is ten addresses, with known events, and is in the audit trail without the secret', async () => {
    const { secret } = await add();
    for (let more = 1; more < 10; more++) await add();
    expect(await owner.ask('addWebhook', { body: { url, description: '', events } })).toBeRefusedFor(
      'too-many-webhooks',
    );
    expect(await owner.ask('addWebhook', { body: { url, description: '', events: ['x'] } })).toBeRefusedFor('invalid');
    const { text } = await owner.ask('listAuditTrail', { body: { type: 'webhook.added' } });
    expect(text).toContain(owner.staffId);
    expect(text).not.toContain(secret);
    expect((await owner.ask('listWebhooks')).text).not.toContain('whsec_');
  });
});

describe('a real receiver', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  it('gets what it verifies by its secret alone', async () => {
    const { secret } = await add();
    await (await createLearner(service)).complete();
    const taken: string[] = [];
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      taken.push(verified(secret, { url: '', headers, body }).type);
      response.writeHead(204).end();
    });
    await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const { post } = createPoster({ toLoopback: true });
    await service.deliverWebhooks();
    for (const message of received()) {
      expect(await post({ ...message, url: `http://127.0.0.1:${port}/` })).toMatchObject({ status: 204 });
    }
    expect(taken.toSorted()).toEqual(['certificate.issued', 'credit.awarded']);
  });
});
