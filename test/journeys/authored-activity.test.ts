import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type DraftParts, partsOf } from '../../shared/authoring/draft-parts.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

const file = join(import.meta.dirname, '..', '..', 'docs', 'samples', 'home-blood-pressure.yaml');
const activity = '/api/admin/activities/pressure-at-home';

let system: RunningSystem;
let browser: Windows;
let author: PageStaff;

interface Said {
  readonly status: number;
  // A stranger's client has no types: each test says what it expects of the body.
  readonly body: Record<string, never> & Record<string, unknown>;
}

/** Asks the console's API as its page would: with the session of the browser, from its own origin. */
const ask = (method: string, path: string, { body, rev }: { body?: unknown; rev?: number } = {}): Promise<Said> =>
  author.page.evaluate(
    async ([verb, address, json, ifMatch]) => {
      const response = await fetch(address ?? '', {
        method: verb ?? 'GET',
        headers: { 'content-type': 'application/json', ...(ifMatch && { 'if-match': ifMatch }) },
        ...(json && { body: json }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, body: isJson ? JSON.parse(text) : { text } };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body), rev === undefined ? '' : `"${rev}"`] as const,
  );

/** The sample's file as an author would write it in the console, whose provider is kept there by its id. */
function written(): DraftParts {
  let count = 0;
  const { id: _, ...sample } = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  return partsOf({ ...sample, title: 'Blood Pressure at Home', provider: 'meridian' }, () => String(++count));
}

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  author = await PageStaff.atDesk(browser, system);
  await author.signInTo('/admin/');
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

describe('an activity that is written in the console', () => {
  test('finds the sample’s provider, and is saved part by part', async () => {
    const begun = await ask('POST', '/api/admin/activities', {
      body: { activityId: 'pressure-at-home', title: 'Untitled' },
    });
    expect(begun.status).toBe(201);
    expect(begun.body.parts).toMatchObject({ about: { rev: 1, content: { provider: 'meridian' } } });
    for (const [part, content] of written()) {
      const rev = Object.keys(begun.body.parts ?? {}).includes(part) ? 1 : 0;
      expect((await ask('PUT', `${activity}/draft/${part}`, { body: { content }, rev })).status).toBe(200);
    }
    expect((await ask('GET', `${activity}/checklist`)).body).toMatchObject({ ready: true });
  });

  test('tells of two tabs the one that comes too late what the other saved', async () => {
    const content = written().get('evaluation');
    const [one, other] = await Promise.all([
      ask('PUT', `${activity}/draft/evaluation`, { body: { content: { ...content, tab: 'one' } }, rev: 2 }),
      ask('PUT', `${activity}/draft/evaluation`, { body: { content: { ...content, tab: 'other' } }, rev: 2 }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    const late = one.status === 412 ? one : other;
    expect(late.body.current).toMatchObject({ part: 'evaluation', rev: 3 });
    expect((await ask('PUT', `${activity}/draft/evaluation`, { body: { content }, rev: 3 })).status).toBe(200);
  });

  test('is published, taken by a learner, withdrawn, and finished by whoever was under way', async () => {
    const preview = await ask('POST', `${activity}/certificate-preview`, { body: {} });
    expect(preview.body.sheet).toContain('Meridian Society for Continuing Education');
    expect((await ask('POST', `${activity}/publish`)).body).toEqual({ outcome: 'published', version: 1 });
    const learner = new HttpLearner(system, 'taker@example.org');
    await learner.signIn({ givenName: 'Ida', familyName: 'Okoro', profession: 'physician' });
    const begun = await learner.call('POST', '/api/activities/pressure-at-home/attempts', {
      assessmentId: 'post-test',
    });
    expect(begun.status).toBe(201);
    expect(begun.body.questions).toHaveLength(10);

    const because = { body: { reason: 'The guideline changed.' } };
    expect((await ask('POST', `${activity}/withdraw`, because)).body).toMatchObject({ state: 'withdrawn' });
    const { body } = await learner.call('GET', '/api/activities');
    expect(JSON.stringify(body)).toContain('pressure-at-home');
    const stranger = new HttpLearner(system, 'late@example.org');
    await stranger.signIn({ givenName: 'Ulla', familyName: 'Late', profession: 'nurse' });
    expect(JSON.stringify((await stranger.call('GET', '/api/activities')).body)).not.toContain('pressure-at-home');
    const questions = begun.body.questions as unknown as readonly {
      questionId: string;
      options: { optionId: string }[];
    }[];
    const answers = Object.fromEntries(
      questions.map(({ questionId, options }) => [questionId, [options[0]?.optionId]]),
    );
    const graded = await learner.call('POST', `/api/attempts/${begun.body.attemptId}/submission`, { answers });
    expect(['passed', 'failed', 'grading']).toContain(graded.body.status);
    expect(graded.status).toBeLessThan(300);
  });
});
