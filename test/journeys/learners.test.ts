import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectUsable, sidewaysScroll } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { pressOn } from './support/whole-journey.ts';

let system: RunningSystem;
let browser: Windows;
let owner: PageStaff;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  owner = await PageStaff.atDesk(browser, system);
  const learner = new HttpLearner(system, 'amelie@example.org');
  await learner.signIn({ givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician' });
  await pressOn(learner, Date.now() + 60_000);
  const underWay = new HttpLearner(system, 'lukasz@example.org');
  await underWay.signIn({ givenName: 'Łukasz', familyName: 'Zając', profession: 'nurse' });
  await underWay.call('POST', `/api/activities/acute-agitation/attempts`, { assessmentId: 'post-test' });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

/** Brings in credit of before this system, as the import screen does. */
async function bringIn(text: string): Promise<void> {
  const standing = await owner.page.evaluate(async (csv) => {
    const post = async (path: string, body?: object) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
      return answer.json();
    };
    const { importId } = await post('/api/admin/imports', { kind: 'credits', fileName: 'credits.csv', text: csv });
    await post(`/api/admin/imports/${importId}/advance`);
    await post(`/api/admin/imports/${importId}/run`, { leavingOut: 0 });
    return post(`/api/admin/imports/${importId}/advance`);
  }, text);
  expect(standing).toMatchObject({ state: 'done', fates: { added: 1 } });
}

describe('a coordinator who is called by a learner', () => {
  test('finds them by the beginning of their name, without accents', async () => {
    await owner.signInTo('/admin/learners');
    const { page } = owner;
    await owner.heading('Learners').waitFor();
    await page.getByLabel('Find').fill('nobody');
    await page.getByText('Nothing matches these filters.').waitFor();
    await expectUsable(owner);
    await page.getByLabel('Find').fill('nguyen am');
    await page.getByRole('link', { name: 'Amélie Nguyễn' }).waitFor();
    await expectUsable(owner);
  });

  test('sees what happened, and why there is credit or none', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: 'Amélie Nguyễn' }).click();
    await owner.heading('Amélie Nguyễn').waitFor();
    await page.getByText('They have the credit').first().waitFor();
    await page.getByText('Credit was awarded.').waitFor();
    await expectUsable(owner);
  });

  test('sees credit of before this system, marked as not awarded by this provider', async () => {
    const { page } = owner;
    await page.getByText('No earlier credit was brought in for them.').waitFor();
    await bringIn(
      'email,activity,activity id,credit type,amount,date,certificate number\n' +
        'amelie@example.org,Sepsis in 2019,OLD-7,ama-pra-category-1,1.25,2019-05-02,C-0815\n',
    );
    await page.reload();
    const earlier = page.getByRole('table', { name: 'Earlier credit, not awarded by this provider' });
    const row = earlier.getByRole('row', { name: /^Sepsis in 2019/ });
    await row.getByText('Not awarded here').waitFor();
    expect(await row.textContent()).toContain('1.25 AMA PRA Category 1 Credits™');
    expect(await row.textContent()).toContain('C-0815');
    expect(await page.getByRole('table', { name: 'Credits', exact: true }).textContent()).not.toContain('Sepsis');
    await expectUsable(owner);
  });

  test('goes from their page to what can be done: each form knows whom it is about', async () => {
    const { page } = owner;
    const learnerPage = new URL(page.url()).pathname;
    const learnerId = learnerPage.split('/').at(-1) ?? '';
    await page.getByRole('link', { name: 'Award by hand' }).click();
    await owner.heading('Award by hand').waitFor();
    expect(await page.getByLabel('Learners').inputValue()).toBe(learnerId);
    await owner.open(learnerPage);
    await page.getByRole('link', { name: 'Merge with another account' }).click();
    await owner.heading('Merge two accounts').waitFor();
    expect(await page.getByLabel('The account that goes').inputValue()).toBe(learnerId);
    await owner.open(learnerPage);
    await page.getByRole('link', { name: 'Add an address' }).click();
    await owner.heading('Add an address').waitFor();
    await page.getByRole('definition').getByText('Amélie Nguyễn').waitFor();
    await page.getByLabel('E-mail address').waitFor();
    await page.getByRole('link', { name: 'The learner', exact: true }).click();
    await owner.heading('Amélie Nguyễn').waitFor();
    const credits = page.getByRole('table', { name: 'Credits', exact: true });
    await credits.getByRole('rowheader').getByRole('link').click();
    await owner.heading(/^Certificate CW-/).waitFor();
  });

  test('gives somebody who is under way more attempts from their page', async () => {
    const { page } = owner;
    const told: string[] = [];
    page.on('request', (request) => told.push(request.url(), request.headers().referer ?? ''));
    await owner.open('/admin/learners');
    await page.getByLabel('Find').fill('lukasz');
    await page.waitForURL(({ hash }) => hash === '#search=lukasz');
    // A search can be kept and opened again, and stands in no address that is sent.
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    expect(await page.getByLabel('Find').inputValue()).toBe('lukasz');
    expect(told.filter((address) => address.replace(/#.*/, '').includes('lukasz'))).toEqual([]);
    await page.getByRole('link', { name: 'Łukasz Zając' }).click();
    await owner.heading('Łukasz Zając').waitFor();
    await page.getByRole('link', { name: /^Give more attempts/ }).click();
    await owner.heading('Give more attempts').waitFor();
    await page.getByRole('definition').getByText('Łukasz Zając').waitFor();
    await page.getByLabel('Reason').fill('The browser crashed in the last attempt');
    await expectUsable(owner);
    await page.getByRole('button', { name: 'Give attempts' }).click();
    await owner.heading('Łukasz Zając').waitFor();
    await page.getByText('Given. The learner can start another attempt now.').waitFor();
  });

  // The service refuses by role whatever a page does (prove-authorisation.test.ts); here a page is told another role.
  test.each([
    ['auditor', 1],
    ['author', 0],
  ])(
    'offers no change to an %s, and asks for earlier credit only where the role may read of learners',
    async (role, asked) => {
      const { page } = owner;
      let requests = 0;
      await page.route(
        ({ pathname }) => pathname === '/api/admin/me',
        async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: { ...(await response.json()), role } });
        },
      );
      page.on('request', (request) => {
        if (request.url().endsWith('/earlier-credits')) requests += 1;
      });
      await page.reload();
      await owner.heading('Łukasz Zając').waitFor();
      await page.getByText('Started attempt 1.').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('link', { name: /Award by hand|Merge with|Add an address|Give more/ }).count()).toBe(
        0,
      );
      expect(await page.getByRole('heading', { name: 'Earlier credit, recorded elsewhere' }).count()).toBe(asked);
      expect(requests).toBe(asked);
      await page.unrouteAll({ behavior: 'wait' });
    },
  );

  test.each([
    ['/admin/attempts/new', 'Give more attempts'],
    ['/admin/addresses/new', 'Add an address'],
  ])('is told where to begin by a form that was opened without a learner: %s', async (path, heading) => {
    const { page } = owner;
    await owner.open(path);
    await owner.heading(heading).waitFor();
    await page.getByText('Open the learner’s page first.').waitFor();
    await expectUsable(owner);
    await page.getByRole('link', { name: 'Find the learner' }).click();
    await owner.heading('Learners').waitFor();
  });

  test('sees them among the completions of the activity, and their credit among all credits', async () => {
    const { page } = owner;
    await owner.open('/admin/completions?activity=acute-agitation');
    await page.getByRole('link', { name: 'Amélie Nguyễn' }).waitFor();
    await expectUsable(owner);
    await owner.open('/admin/credits');
    await page.getByRole('link', { name: 'Amélie Nguyễn', exact: true }).waitFor();
    await expectUsable(owner);
  });

  test('takes the list along as a workbook', async () => {
    const { page } = owner;
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export credits as XLSX' }).click();
    expect((await downloading).suggestedFilename()).toBe('credits.xlsx');
  });

  test('takes a list that is too long for one file along part by part, and is told that more follow', async () => {
    const { page } = owner;
    await owner.open('/admin/credits');
    const file = ({ pathname }: URL): boolean => pathname === '/api/admin/credits/file';
    await page.route(file, (route) => {
      const isFirst = !route.request().url().includes('cursor=');
      const headers = {
        'content-disposition': 'attachment; filename="credits.csv"',
        'x-rows': isFirst ? '10000' : '17',
      };
      const link = { link: '</api/admin/credits/file?format=csv&cursor=abc>; rel="next"' };
      return route.fulfill({ contentType: 'text/csv', body: 'a', headers: { ...headers, ...(isFirst && link) } });
    });
    const nameAfter = async (button: RegExp): Promise<string> => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      return (await downloading).suggestedFilename();
    };
    expect(await nameAfter(/^Export credits as CSV/)).toBe('credits-part-1.csv');
    await page.getByRole('status').getByText('Rows 1 to 10,000. More follow.').waitFor();
    await expectUsable(owner);
    expect(await nameAfter(/^Part 2, from row 10,001 of the export of credits/)).toBe('credits-part-2.csv');
    await page.getByRole('status').getByText('Rows 10,001 to 10,017. That is the last.').waitFor();
    expect(await page.getByRole('button', { name: /^Part/ }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Export credits as CSV');
    await page.unroute(file);
  });
});

/** What scrolling costs the browser: rows that were added or taken away at once, and tasks that held up everything else. */
interface Cost {
  readonly added: number[];
  removed: number;
  readonly longTasks: number[];
}

describe('a list of five thousand', () => {
  const ROWS = 5_000;
  const PAGE = 100;

  /** Answers the list of learners by itself: to sign so many in would take an hour. */
  async function serveMany(): Promise<readonly string[]> {
    const asked: string[] = [];
    await owner.page.route(
      ({ pathname }) => pathname === '/api/admin/learners/search',
      async (route) => {
        const from = Number(route.request().postDataJSON().cursor ?? 0);
        asked.push(String(from));
        const learners = Array.from({ length: PAGE }, (_, each) => ({
          ...{ learnerId: `learner${from + each}`, email: `learner${from + each}@example.org` },
          ...{ givenName: 'Dana', familyName: `Number ${from + each}`, profession: 'nurse', credentials: 'RN' },
          createdAt: '2026-03-09T04:30:00.000Z',
        }));
        const next = from + PAGE < ROWS ? { next: String(from + PAGE) } : {};
        await route.fulfill({ json: { learners, ...next } });
      },
    );
    return asked;
  }

  const watch = () =>
    owner.page.evaluate(() => {
      const cost: Cost = { added: [], removed: 0, longTasks: [] };
      const rowsIn = (nodes: NodeList) =>
        [...nodes].reduce(
          (sum, node) =>
            sum + (node instanceof Element ? node.querySelectorAll('tr').length + Number(node.matches('tr')) : 0),
          0,
        );
      new MutationObserver((records) => {
        const added = records.reduce((sum, { addedNodes }) => sum + rowsIn(addedNodes), 0);
        if (added > 0) cost.added.push(added);
        cost.removed += records.reduce((sum, { removedNodes }) => sum + rowsIn(removedNodes), 0);
      }).observe(document.body, { childList: true, subtree: true });
      new PerformanceObserver((seen) => {
        cost.longTasks.push(...seen.getEntries().map(({ duration }) => duration));
      }).observe({ entryTypes: ['longtask'] });
      Object.assign(globalThis, { cost });
    });

  test('is scrolled to its end by the wheel: every row comes, each page is drawn once, and nothing stands still', async () => {
    const { page } = owner;
    const asked = await serveMany();
    await owner.open('/admin/learners');
    await page.getByText('100 shown, more follow').waitFor();
    await watch();
    await page.mouse.move(640, 500);
    // Asked for by its class: to look through the text of so many rows would be the longest task of all.
    const counted = () => page.evaluate(() => document.querySelector('.following')?.textContent ?? '');
    const until = Date.now() + 150_000;
    while (!(await counted()).startsWith('5,000 rows') && Date.now() < until) {
      await page.mouse.wheel(0, 3_000);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    }
    expect(await counted()).toBe('5,000 rows in Learners');
    expect(await page.locator('tbody tr').count()).toBe(ROWS);
    expect(asked).toEqual(Array.from({ length: ROWS / PAGE }, (_, each) => String(each * PAGE)));

    const cost = await page.evaluate(() => (globalThis as unknown as { cost: Cost }).cost);
    // What is there is not drawn again when more comes: the 49th page costs what the first did.
    expect(Math.max(...cost.added)).toBe(PAGE);
    expect(cost.added.reduce((sum, each) => sum + each, 0)).toBe(ROWS - PAGE);
    expect(cost.removed).toBe(0);
    // No reader would bear two seconds; a machine that does ten other things meanwhile needs less than one.
    expect(cost.longTasks.filter((duration) => duration > 2_000)).toEqual([]);
  }, 180_000);

  test('has its last row in sight and leads on from it', async () => {
    const { page } = owner;
    await page.mouse.wheel(0, 1_000_000);
    const last = page.locator('a[href="/admin/learners/learner4999"]');
    await last.scrollIntoViewIfNeeded();
    expect(await last.textContent()).toBe('Dana Number 4999, RN');
    expect(await sidewaysScroll(page)).toBe(0);
    await page.unrouteAll({ behavior: 'wait' });
  });
});
