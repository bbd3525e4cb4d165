import { describe, expect, it, vi } from 'vitest';
import { unconfirmed } from '../../web/admin/components/confirm.tsx';
import { groupsOf } from '../../web/admin/components/data-table.tsx';
import { fetchFile, fileNameOf, partName, rowsSaid } from '../../web/admin/components/file-parts.ts';
import { type Pages, withPage } from '../../web/admin/components/pages.ts';
import { addressWith } from '../../web/admin/components/query.ts';
import { withStepUp } from '../../web/admin/components/with-step-up.ts';
import { offeredTo, placeOf, sections } from '../../web/admin/frame/navigation.ts';
import { figureOf, waiting } from '../../web/admin/frame/waiting.ts';
import { screens } from '../../web/admin/screens.ts';
import { offline, type Result } from '../../web/client.ts';
import { signInTo } from '../../web/components/landing.ts';
import { paramsOf } from '../../web/components/paths.ts';

describe('the filters of a list', () => {
  const defaults = { status: '', text: '', sort: 'newest' };

  it('stand in the address, so that a filtered list can be kept and shared', () => {
    expect(addressWith('/admin/learners', {}, { text: 'Łukasz & co' }, defaults)).toBe(
      '/admin/learners?text=%C5%81ukasz+%26+co',
    );
    expect(addressWith('/admin/learners', { text: 'ann' }, { status: 'claimed' }, defaults)).toBe(
      '/admin/learners?text=ann&status=claimed',
    );
  });

  it('stand where browsers send them to nobody when they may hold somebody’s name or address', () => {
    expect(addressWith('/admin/learners', { order: 'given' }, { search: 'Łukasz & co' }, {})).toBe(
      '/admin/learners?order=given#search=%C5%81ukasz+%26+co',
    );
    expect(addressWith('/admin/learners', { search: 'ann' }, { search: '' }, {})).toBe('/admin/learners');
    expect(signInTo('/admin/learners?order=given', '#search=ann')).toBe(
      '/admin/sign-in?to=%2Fadmin%2Flearners%3Forder%3Dgiven#search=ann',
    );
  });

  it('leave the address once they are as by default, and leave there what others keep in it', () => {
    const query = { text: 'ann', sort: 'name', tab: 'mail' };
    expect(addressWith('/admin/learners', query, { text: '', sort: 'newest' }, defaults)).toBe(
      '/admin/learners?tab=mail',
    );
    expect(addressWith('/admin/learners', { text: 'ann' }, defaults, defaults)).toBe('/admin/learners');
  });
});

describe('a list that is loaded page by page', () => {
  type Loaded = Pick<Pages<string>, 'state' | 'pages' | 'problem' | 'stale'> & { readonly next: string | undefined };
  const nothing: Loaded = { state: 'loading', pages: [], problem: undefined, stale: true, next: undefined };
  interface Names {
    readonly names: readonly string[];
    readonly next?: string;
  }
  const answer = (names: readonly string[], next?: string): Result<Names> => ({
    ...{ ok: true, status: 200, body: { names, ...(next !== undefined && { next }) } },
  });
  const rowsOf = ({ names }: Names) => names;

  it('adds a page after those that are there, and knows whether more follow', () => {
    const first = withPage(nothing, answer(['a', 'b'], 'after-b'), { first: true, rowsOf });
    expect(first).toEqual({ state: 'ready', pages: [['a', 'b']], problem: undefined, stale: false, next: 'after-b' });
    const all = withPage(first, answer(['c']), { first: false, rowsOf });
    expect(all).toEqual({
      state: 'ready',
      pages: [['a', 'b'], ['c']],
      problem: undefined,
      stale: false,
      next: undefined,
    });
  });

  it('begins anew with the first page of another question', () => {
    const before: Loaded = { ...nothing, pages: [['a', 'b'], ['c']] };
    expect(withPage(before, answer(['x']), { first: true, rowsOf }).pages).toEqual([['x']]);
    expect(withPage(before, answer([]), { first: true, rowsOf }).pages).toEqual([]);
  });

  it('keeps what is shown, and the way on, when a later page fails, and shows nothing old when the first one does', () => {
    const before: Loaded = { ...nothing, pages: [['a']], next: 'after-a' };
    const failed: Result<Names> = { ok: false, problem: offline };
    expect(withPage(before, failed, { first: false, rowsOf })).toMatchObject({
      ...{ state: 'failed', pages: [['a']], next: 'after-a', problem: offline },
    });
    expect(withPage(before, failed, { first: true, rowsOf })).toMatchObject({ state: 'failed', pages: [] });
  });

  it('draws a long list in groups that the browser can skip', () => {
    expect(groupsOf(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(groupsOf([])).toEqual([]);
  });
});

describe('what matters is confirmed', () => {
  it('by a reason and the word that is asked for, each missing one said beside its field', () => {
    const wanted = { typed: 'REVOKE', reason: 'Why' };
    expect(unconfirmed(wanted, { typed: 'REVOKE ', reason: 'Awarded twice.' })).toBeUndefined();
    const missing = unconfirmed(wanted, { typed: 'revoke', reason: '  ' });
    expect(missing?.reasons.map(({ field }) => field)).toEqual(['/reason', '/typed']);
    expect(unconfirmed({}, { typed: '', reason: '' })).toBeUndefined();
  });

  const refused = {
    ok: false,
    problem: { ...offline, type: '/problems/step-up-needed', status: 403 },
  } as const;
  const done = { ok: true, status: 200, body: 'done' } as const;

  it('by the passkey, where the service wants to see it, and is then done once', async () => {
    const answers = [refused, done];
    const asked: string[] = [];
    const result = await withStepUp(
      async () => answers.shift() ?? refused,
      async () => asked.push('passkey') > 0,
    );
    expect(result).toBe(done);
    expect(asked).toEqual(['passkey']);
  });

  it('is not done when the passkey is not shown, and nobody is asked for it without need', async () => {
    let calls = 0;
    const call = async () => {
      calls += 1;
      return refused;
    };
    expect(await withStepUp(call, async () => false)).toBe(refused);
    expect(calls).toBe(1);
    const otherwise = { ok: false, problem: { ...offline, type: '/problems/not-allowed', status: 403 } } as const;
    const never = () => Promise.reject(new Error('asked'));
    expect(await withStepUp(async () => otherwise, never)).toBe(otherwise);
  });
});

describe('a file that is exported', () => {
  it('keeps the name that it was sent under', () => {
    expect(fileNameOf('attachment; filename="learners-2026-11-26.csv"', 'learners.csv')).toBe(
      'learners-2026-11-26.csv',
    );
    expect(fileNameOf(null, 'learners.csv')).toBe('learners.csv');
  });

  it('says in its name which part it is, and in words what it holds and whether more follow', () => {
    expect(partName('credits.csv', 2)).toBe('credits-part-2.csv');
    expect(partName('audit-2026-03-09-2026-03-10.xlsx', 1)).toBe('audit-2026-03-09-2026-03-10-part-1.xlsx');
    expect(rowsSaid(0, 10_000, true)).toBe('Rows 1 to 10,000. More follow.');
    expect(rowsSaid(20_000, 345, false)).toBe('Rows 20,001 to 20,345. That is the last.');
    expect(rowsSaid(10_000, 0, true)).toBe('No rows in this part. More follow.');
  });

  it('knows where it goes on, by a link or by where the next one begins, and waits where many come at once', async () => {
    vi.useFakeTimers();
    const headers = { 'content-type': 'text/csv', 'x-rows': '10000' };
    const link = '</api/admin/credits/file?format=csv&cursor=abc>; rel="next"';
    const answers = [
      new Response('{}', { status: 503 }),
      new Response('a', { headers: { ...headers, link } }),
      new Response('b', { headers: { ...headers, 'next-cursor': 'xyz' } }),
      new Response('c', { headers }),
    ];
    vi.stubGlobal('fetch', async () => answers.shift());
    const asked = fetchFile('/api/admin/credits/file?format=csv', 'credits.csv');
    await vi.runAllTimersAsync();
    expect(await asked).toMatchObject({
      body: { rows: 10_000, next: '/api/admin/credits/file?format=csv&cursor=abc' },
    });
    const posted = { url: '/api/admin/learners/file', body: { format: 'csv', order: 'given' } };
    const next = { ...posted, body: { ...posted.body, cursor: 'xyz' } };
    expect(await fetchFile(posted, 'learners.csv')).toMatchObject({ body: { next } });
    const last = await fetchFile(next, 'learners.csv');
    expect(last.ok && 'name' in last.body && last.body.next).toBeUndefined();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
});

describe('the navigation of the console', () => {
  const every = sections.flatMap(({ places }) => places);
  const namesFor = (role: Parameters<typeof offeredTo>[0]) =>
    offeredTo(role).flatMap(({ places }) => places.map(({ name }) => name));

  it('offers to each role what it may use, and shows an author no learner', () => {
    expect(namesFor('author')).toEqual(['Start', 'Activities', 'Imports and exports', 'Outcomes']);
    expect(namesFor('auditor')).toContain('Audit log');
    expect(namesFor('auditor')).not.toContain('Webhooks and API keys');
    expect(namesFor('owner')).toHaveLength(every.length);
  });

  it('offers nothing that has no screen', () => {
    const paths = screens.map(([path]) => path);
    for (const { href } of every) expect(paths).toContain(href);
  });

  it('marks the place that an address is within', () => {
    const nameOf = (path: string) => placeOf(path, every)?.name;
    expect(nameOf('/admin/')).toBe('Start');
    expect(nameOf('/admin/learners/0123')).toBe('Learners');
    expect(nameOf('/admin/operations/mail')).toBe('Mail');
    expect(nameOf('/admin/operations')).toBe('System health');
    expect(nameOf('/admin/certificates/0123')).toBe('Corrections');
    expect(nameOf('/admin/elsewhere')).toBeUndefined();
  });
});

describe('the start page', () => {
  it('counts what waits, and says where the service has counted no further', () => {
    expect(figureOf({ count: 1_234, more: false })).toBe('1,234');
    expect(figureOf({ count: 25, more: true })).toBe('25+');
  });

  it('says of corrections too that more wait than the first page holds', async () => {
    const corrections = waiting.find(({ href }) => href === '/admin/changes');
    vi.stubGlobal('fetch', async () =>
      Response.json({ changes: [{}, {}], batches: [{}], next: '2026-11-24T10:42:00.000Z#c' }),
    );
    expect(await corrections?.ask()).toMatchObject({ ok: true, body: { count: 3, more: true } });
    vi.stubGlobal('fetch', async () => Response.json({ changes: [{}], batches: [] }));
    expect(await corrections?.ask()).toMatchObject({ ok: true, body: { count: 1, more: false } });
  });

  it('counts only what the navigation leads to as well', () => {
    const hrefs = sections.flatMap(({ places }) => places.map(({ href }) => href));
    for (const { href } of waiting) expect(hrefs).toContain(href.replace(/\?.*/, ''));
  });
});

describe('the addresses of the console', () => {
  it('lead to its own sign-in, and those of the learner site to the learners’', () => {
    expect(signInTo('/admin/learners?text=ann')).toBe('/admin/sign-in?to=%2Fadmin%2Flearners%3Ftext%3Dann');
    expect(signInTo('/wallet')).toBe('/sign-in?to=%2Fwallet');
    expect(signInTo('/administration')).toBe('/sign-in?to=%2Fadministration');
  });

  it('may end in a slash or not', () => {
    expect(paramsOf('/admin/', '/admin')).toEqual({});
    expect(paramsOf('/admin/learners/:learnerId', '/admin/learners/0123')).toEqual({ learnerId: '0123' });
  });
});
