import { beforeEach, describe, expect, it } from 'vitest';
import { isForKeys, type KeyAccess, type Route } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import { type ApiKey, scopes } from '../../../shared/domain/api-key.ts';
import { DAY, MINUTE } from '../../../shared/domain/kinds.ts';
import { roles } from '../../../shared/domain/staff.ts';
import { content } from '../../support/activity.ts';
import { createBrowser, type Sent } from '../../support/browser.ts';
import { createKeyHolder } from '../../support/key-holder.ts';
import { createLearner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

type Name = keyof Routes;
const byKey = (Object.entries(routes) as readonly (readonly [Name, Route])[]).flatMap(([name, { access }]) =>
  isForKeys(access) ? [[name, access] as const] : [],
);
const matrix = byKey.flatMap(([name, access]) => scopes.map((scope) => [name, scope, access] as const));
const sentTo = (name: Name): Sent => ({
  params: Object.fromEntries([...routes[name].path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => [part, 'none'])),
  ...('body' in routes[name] && { body: {} }),
});
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

let service: Service;
beforeEach(() => {
  service = createService();
});

describe('every route of keys, for every scope', () => {
  it.each(matrix)(
    '%s, asked by a key with %s alone, is answered as the registry says',
    async (name, scope, access: KeyAccess) => {
      const { ask } = await createKeyHolder(service, { allowed: [scope] });
      const answer = await ask(name, sentTo(name));
      if (access.key === scope) return expect([401, 403, 500]).not.toContain(answer.status);
      expect(answer).toBeRefusedFor('scope-missing');
      expect(answer.status).toBe(403);
      expect(answer.headers['www-authenticate']).toMatch(`error="insufficient_scope", scope="${access.key}"`);
    },
  );
});

describe('every route of keys', () => {
  const names = byKey.map(([name]) => name);

  it.each(names)('%s wants a key, and says so as RFC 6750 does', async (name) => {
    const answer = await createBrowser(service).ask(name, sentTo(name));
    expect(answer).toBeRefusedFor('key-unknown');
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="Credit Wallet"');
    expect(JSON.parse(answer.text)).toMatchObject({ title: 'Send an API key that is valid' });
  });

  it.each(names)('%s knows no key that was made up, cut short or sent in another way', async (name) => {
    const { secret } = await createKeyHolder(service);
    const { ask } = createBrowser(service);
    for (const authorization of [
      ...['', 'Bearer', 'Bearer ', 'Bearer cw_', `Bearer cw_${'A'.repeat(43)}`, `Bearer ${'x'.repeat(5_000)}`],
      ...[secret, `Basic ${secret}`, `Bearer ${secret.slice(0, -1)}`, `Bearer ${secret}x`, `Bearer ${secret.slice(3)}`],
      `Bearer ${secret}, Bearer ${secret}`,
    ]) {
      const answer = await ask(name, { ...sentTo(name), headers: { authorization } });
      expect(answer, authorization).toBeRefusedFor('key-unknown');
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
    }
  });

  it.each(names)('%s is opened by a key to the end of its last day, and no longer', async (name) => {
    service.at('2026-03-09T23:59:59.999Z');
    const { ask } = await createKeyHolder(service, { expiresOn: '2026-03-10' });
    service.pass(DAY);
    expect([401, 403]).not.toContain((await ask(name, sentTo(name))).status);
    service.pass(1);
    expect(await ask(name, sentTo(name))).toBeRefusedFor('key-expired');
  });

  it.each(names)('%s is not opened by a key that was revoked, from that moment on', async (name) => {
    const { ask, owner, keyId } = await createKeyHolder(service);
    await ask(name, sentTo(name));
    await owner.ask('revokeApiKey', { params: { keyId } });
    const answer = await ask(name, sentTo(name));
    expect(answer).toBeRefusedFor('key-revoked');
    expect(answer.status).toBe(401);
  });

  it.each(names)('%s looks at no cookie: neither a learner’s nor staff’s in any role', async (name) => {
    expect(await (await createLearner(service)).ask(name, sentTo(name))).toBeRefusedFor('key-unknown');
    for (const role of roles)
      expect(await (await createStaff(service, role)).ask(name, sentTo(name))).toBeRefusedFor('key-unknown');
  });

  it.each(names)('%s answers a program, whatever its headers say of where it comes from', async (name) => {
    const { ask } = await createKeyHolder(service);
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect(await ask(name, { ...sentTo(name), headers })).toMatchObject({
      status: (await ask(name, sentTo(name))).status,
    });
  });

  it('is the only one that a key opens: to all others it is nobody’s', async () => {
    const { secret } = await createKeyHolder(service);
    const { ask } = createBrowser(service);
    const headers = bearer(secret);
    expect(await ask('listApiKeys', { headers })).toBeRefusedFor('not-signed-in');
    expect(await ask('getMe', { headers })).toBeRefusedFor('not-signed-in');
  });
});

describe('a key', () => {
  const body = { name: 'Register of the hospital', scopes: ['credits:read'] };

  it('is shown whole once, and kept as nothing but its hash', async () => {
    const { secret, key, owner } = await createKeyHolder(service, { name: body.name });
    expect(secret).toMatch(/^cw_[\w-]{43}$/);
    expect(key).toMatchObject({ prefix: secret.slice(0, 9), standing: 'active', createdBy: owner.name });
    const listed = await owner.ask('listApiKeys');
    expect(listed.body.keys).toEqual([key]);
    const trail = await owner.ask('listAuditTrail', { body: { type: 'api-key.made' } });
    expect(trail.text).toContain(key.keyId);
    for (const said of [listed.text, trail.text, JSON.stringify(service.table.rows()), JSON.stringify(service.logged)])
      expect(said).not.toContain(secret.slice(9));
  });

  it('is made with a name, with scopes that there are, and to a day that is not over', async () => {
    const { ask } = await createStaff(service, 'owner');
    const made = (more: object) => ask('makeApiKey', { body: { ...body, ...more } });
    expect(await made({ name: '  ' })).toBeRefusedFor('invalid');
    expect(await made({ scopes: [] })).toBeRefusedFor('invalid');
    expect(await made({ scopes: ['credits:write'] })).toBeRefusedFor('invalid');
    expect(await made({ expiresOn: '2026-02-30' })).toBeRefusedFor('invalid');
    expect(await made({ expiresOn: '2026-03-08' })).toBeRefusedFor('day-over');
    expect(service.held('apiKey')).toEqual([]);
    expect((await made({ expiresOn: '2026-03-09' })).status).toBe(201);
    const twice = await made({ scopes: ['learners:read', 'credits:read', 'learners:read'] });
    expect(twice.body.key.scopes).toEqual(['credits:read', 'learners:read']);
  });

  it('is one of fifty that open something', async () => {
    const { ask } = await createStaff(service, 'owner');
    for (let count = 0; count < 50; count++) await ask('makeApiKey', { body });
    expect(await ask('makeApiKey', { body })).toBeRefusedFor('too-many-keys');
    const [first] = (await ask('listApiKeys')).body.keys;
    await ask('revokeApiKey', { params: { keyId: first?.keyId ?? '' } });
    expect((await ask('makeApiKey', { body })).status).toBe(201);
  });

  it('is revoked once, however often that is asked for, and the audit trail says by whom', async () => {
    const { owner, keyId } = await createKeyHolder(service);
    const revoke = () => owner.ask('revokeApiKey', { params: { keyId } });
    const revokedAt = service.now();
    expect((await revoke()).body).toMatchObject({ standing: 'revoked', revokedAt });
    service.pass(MINUTE);
    expect((await revoke()).body).toMatchObject({ standing: 'revoked', revokedAt });
    const { entries } = (await owner.ask('listAuditTrail', { body: { type: 'api-key.revoked' } })).body;
    expect(entries).toMatchObject([{ by: owner.staffId, data: { keyId } }]);
  });

  it('is told apart in the log by its id, refused or not', async () => {
    const { ask, keyId } = await createKeyHolder(service, { allowed: ['credits:read'] });
    await ask('readCredits');
    await ask('readActivities');
    expect(service.logged.slice(-2)).toMatchObject([
      { route: 'read-credits', status: 200, keyId },
      { route: 'read-activities', status: 403, keyId, problem: 'scope-missing' },
    ]);
  });

  it('has the day of its last use written, once a day', async () => {
    const { ask, keyId } = await createKeyHolder(service);
    const revision = () => service.table.rows().find(({ kind, sk }) => kind === 'apiKey' && sk === keyId)?.rev;
    const lastUsedOn = () => service.held<ApiKey>('apiKey')[0]?.lastUsedOn;
    expect(lastUsedOn()).toBeUndefined();
    for (let count = 0; count < 3; count++) await ask('readCredits');
    expect([lastUsedOn(), revision()]).toEqual(['2026-03-09', 2]);
    service.pass(DAY);
    await ask('readCredits');
    expect([lastUsedOn(), revision()]).toEqual(['2026-03-10', 3]);
  });

  it('may ask six hundred times a minute, and is told how long to wait; another waits for nothing', async () => {
    const { ask } = await createKeyHolder(service);
    const other = await createKeyHolder(service, { name: 'Other' });
    for (let count = 0; count < 600; count++) await ask('readActivities');
    const answer = await ask('readActivities');
    expect(answer).toBeRefusedFor('too-many-requests');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await other.ask('readActivities')).status).toBe(200);
    service.pass(MINUTE);
    expect((await ask('readActivities')).status).toBe(200);
  });
});

describe('the answer that shows a key', () => {
  it('is given again to a repeat with the same Idempotency-Key, by which alone what is kept of it opens', async () => {
    const { ask } = await createStaff(service, 'owner');
    const body = { name: 'Register', scopes: ['credits:read'] };
    const headers = { 'idempotency-key': 'once' };
    const first = await ask('makeApiKey', { body, headers });
    const again = await ask('makeApiKey', { body, headers });
    expect(again.body).toEqual(first.body);
    expect(service.held('apiKey')).toHaveLength(1);
    expect(JSON.stringify(service.table.rows())).not.toContain(first.body.secret.slice(9));
  });
});

describe('a register that follows credit', () => {
  beforeEach(async () => {
    await service.publish(content());
  });

  it('reads awards since an instant, oldest first, without a name', async () => {
    const first = await (await createLearner(service)).complete();
    service.pass(MINUTE);
    const since = service.now();
    const second = await (await createLearner(service, { email: 'b@example.org' })).complete();
    const { ask } = await createKeyHolder(service);
    const all = await ask('readCredits');
    expect(all.body.credits.map(({ certificateId }) => certificateId)).toEqual([first, second]);
    expect(all.text).not.toMatch(/Amélie|Nguyễn|example\.org/);
    expect(all.body.credits[1]).toMatchObject({
      ...{ activityId: 'hand-hygiene', awardedAt: since, standing: 'valid' },
      credits: [{ creditType: 'ama-pra-category-1', amount: 100, basis: 'awarded' }],
    });
    // With or without milliseconds it is the same instant.
    for (const instant of [since, since.replace('.000Z', 'Z')])
      expect((await ask('readCredits', { query: { since: instant } })).body.credits).toEqual([all.body.credits[1]]);
    for (const wrong of ['yesterday', '2026-03-09', '2026-02-30T00:00:00Z', '2026-03-09T00:00:00+02:00'])
      expect(await ask('readCredits', { query: { since: wrong } })).toBeRefusedFor('invalid');
  });

  it('reads a hundred a page, and each award once', async () => {
    const learner = await createLearner(service);
    await learner.complete();
    const [award] = service.table.rows().filter(({ kind }) => kind === 'credit');
    if (!award) throw new Error('There is no award');
    for (let more = 1; more < 250; more++) {
      const [at = '', who = '', ...rest] = award.listSk?.split('#') ?? [];
      const sk = `more-${String(more).padStart(3, '0')}#0000000001`;
      const row = { ...award, sk, rev: 1, listSk: [at, who, String(more), ...rest].join('#') };
      await service.table.write([{ kind: 'put', row, expect: 'absent' }]);
    }
    const { ask } = await createKeyHolder(service);
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await ask('readCredits', { query: { since: service.now(), ...(cursor && { cursor }) } });
      sizes.push(body.credits.length);
      cursor = body.next;
    } while (cursor !== undefined);
    expect(sizes).toEqual([100, 100, 50]);
  });

  it('reads one award by its certificate, with what became of that, and still no name', async () => {
    const certificateId = await (await createLearner(service)).complete();
    const { ask, owner } = await createKeyHolder(service);
    const read = () => ask('readAward', { params: { certificateId } });
    const award = await read();
    expect(award.body).toMatchObject({
      ...{ certificateId, activityId: 'hand-hygiene', activityVersion: 1, standing: 'valid' },
      ...{
        verifyUrl: `https://credit.example.org/v/${certificateId}`,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(award.text).not.toMatch(/Amélie|Nguyễn|example\.org"/);
    await service.proposeChange({ kind: 'suspend', certificateId, reason: 'In question', by: owner.staffId });
    const asked = service.held<{ changeId: string; status: string }>('change')[0];
    if (asked?.status === 'proposed')
      await service.decideChange({ changeId: asked.changeId, approve: true, by: 'two@meridian.example' });
    expect((await read()).body).toMatchObject({ standing: 'suspended', suspendedOn: expect.any(String) });
    expect((await ask('readCredits')).body.credits).toMatchObject([{ certificateId, standing: 'suspended' }]);
  });

  it('reads what is on offer, and what was withdrawn as such', async () => {
    const { ask, owner } = await createKeyHolder(service);
    const offered = async () => (await ask('readActivities')).body.activities;
    expect(await offered()).toMatchObject([{ activityId: 'hand-hygiene', version: 1, credits: expect.any(Array) }]);
    const withdrawn = { params: { activityId: 'hand-hygiene' }, body: { reason: 'Overtaken by new evidence.' } };
    await owner.ask('withdrawActivity', withdrawn);
    expect(await offered()).toMatchObject([{ activityId: 'hand-hygiene', withdrawnAt: service.now() }]);
  });

  it('is told who has exactly an address, which leaves an entry in the audit trail', async () => {
    const learner = await createLearner(service);
    await learner.complete();
    const { ask, owner, keyId } = await createKeyHolder(service, { allowed: ['learners:read'] });
    const found = (email: string) => ask('findLearner', { body: { email } });
    const trail = async () =>
      (await owner.ask('listAuditTrail', { body: { type: 'learner.handed-to-key' } })).body.entries;
    for (const nobody of ['nobody@example.org', 'amelie', 'amelie@'])
      expect([404, 422]).toContain((await found(nobody)).status);
    expect(await trail()).toEqual([]);
    const { learnerId, email } = service.held<{ learnerId: string; email: string }>('learner')[0] ?? {};
    const answer = (await found(String(email).toUpperCase())).body;
    expect(answer).toMatchObject({ learnerId, email, accounts: [learnerId], familyName: expect.any(String) });
    expect(await trail()).toMatchObject([{ by: 'api-key', data: { keyId, learnerId } }]);
    await service.eraseLearner({ learner: learnerId ?? '', reason: 'Asked by letter', by: 'tester' });
    service.pass(8 * DAY);
    await service.eraseLearners();
    expect((await found(String(email))).status).toBe(404);
  });
});
