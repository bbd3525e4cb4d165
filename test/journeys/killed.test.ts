import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HttpLearner } from './support/http-learner.ts';
import { freePort, type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { pressOn, walletOf } from './support/whole-journey.ts';

/** The host is killed so many times while a learner is under way, after these delays in milliseconds. */
const delays = [40, 220, 600];

const dataDir = mkdtempSync(join(tmpdir(), 'credit-wallet-killed-'));
let port: number;
let system: RunningSystem;
const start = (): Promise<RunningSystem> => startRunningSystem({ dataDir, port });

beforeAll(async () => {
  port = await freePort();
  system = await start();
}, 180_000);

afterAll(async () => {
  await system?.end('SIGINT');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a system that is killed without warning', () => {
  test('loses no submission and awards no credit twice, wherever in the journey the kill falls', async () => {
    const learner = new HttpLearner(system, 'survivor@example.org');
    await learner.signIn({ givenName: 'Ngozi', familyName: 'Adébáyọ̀', profession: 'physician' });
    for (const delay of delays) {
      const pressing = pressOn(learner, Date.now() + 10_000).catch(() => undefined);
      await pause(delay);
      await system.end('SIGKILL');
      await pressing;
      system = await start();
    }
    await pressOn(learner, Date.now() + 60_000);
    const { credits } = await walletOf(learner);
    expect(credits).toHaveLength(1);
    expect(credits[0]).toMatchObject({ activityId: 'acute-agitation', amount: 75 });
    const { body } = await learner.call('GET', `/api/certificates/${credits[0]?.certificateId}`);
    expect(body).toMatchObject({ status: 'valid', version: 1 });
  }, 120_000);

  test('a second start on the same folder says so in one line', async () => {
    const second = startRunningSystem({ dataDir, port: await freePort() });
    await expect(second).rejects.toThrow(
      /The folder .+ is in use by process \d+\. Stop it or choose another with --data\./,
    );
  });

  test('a start on a used port says so in one line', async () => {
    const other = mkdtempSync(join(tmpdir(), 'credit-wallet-other-'));
    await expect(startRunningSystem({ dataDir: other, port })).rejects.toThrow(/Port \d+ is in use/);
    rmSync(other, { recursive: true, force: true });
  });

  test('Ctrl-C stops it at once, and nothing is lost', async () => {
    const learner = new HttpLearner(system, 'keeper@example.org');
    await learner.signIn({ givenName: 'Ingrid', familyName: 'Þórðarson', profession: 'physician' });
    await pressOn(learner, Date.now() + 60_000);
    const before = await walletOf(learner);
    const began = Date.now();
    expect(await system.end('SIGINT')).toBe(0);
    // No measurement: the host waits two seconds at most for what is under way, and a busy machine lets it wait for its turn.
    expect(Date.now() - began).toBeLessThan(10_000);
    system = await start();
    expect(await walletOf(learner)).toEqual(before);
  }, 120_000);
});

describe('many requests at once', () => {
  test('64 submissions of one attempt in parallel, half of them with other answers, come to one result', async () => {
    const learner = new HttpLearner(system, 'parallel@example.org');
    await learner.signIn({ givenName: 'Łukasz', familyName: 'Żółć', profession: 'nurse' });
    const started = await learner.call('POST', '/api/activities/home-blood-pressure/attempts', {
      assessmentId: 'post-test',
    });
    const attempt = started.body as unknown as {
      readonly attemptId: string;
      readonly questions: readonly {
        readonly questionId: string;
        readonly options: readonly { readonly optionId: string }[];
      }[];
    };
    const choosing = (place: number) =>
      Object.fromEntries(attempt.questions.map(({ questionId, options }) => [questionId, [options[place]?.optionId]]));
    const submissions = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        learner.call('POST', `/api/attempts/${attempt.attemptId}/submission`, { answers: choosing(index % 2) }),
      ),
    );
    expect(submissions.filter(({ status }) => ![200, 202, 409].includes(status))).toEqual([]);
    const accepted = submissions.filter(({ status }) => status !== 409);
    expect(accepted.length).toBeGreaterThanOrEqual(1);
    expect(accepted.length).toBeLessThanOrEqual(32);
    const scores = new Set(accepted.filter(({ status }) => status === 200).map(({ body }) => body.score));
    expect(scores.size).toBeLessThanOrEqual(1);
    const { body } = await learner.call('GET', `/api/attempts/${attempt.attemptId}`);
    expect(body).toMatchObject({ number: 1, attemptsLeft: 2 });
  }, 60_000);

  test('a learner who double-clicks on claim all along is awarded once', async () => {
    const learner = new HttpLearner(system, 'double@example.org');
    await learner.signIn({ givenName: 'José María', familyName: 'de la Cruz', profession: 'physician' });
    const until = Date.now() + 60_000;
    const claims = { claims: [{ creditType: 'ama-pra-category-1', amount: 75 }] };
    const clicking = (async () => {
      for (let click = 0; click < 400; click++) {
        await Promise.all([1, 2].map(() => learner.call('POST', '/api/activities/acute-agitation/claims', claims)));
        const { credits } = await walletOf(learner);
        if (credits.length > 0) return;
      }
    })();
    await Promise.all([pressOn(learner, until), clicking]);
    expect((await walletOf(learner)).credits).toHaveLength(1);
  }, 90_000);
});
