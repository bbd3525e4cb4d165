import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Held } from './examine.ts';
import { explain } from './explain.ts';

const folder = mkdtempSync(join(tmpdir(), 'explained-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [one, other] = ['0a1b2c3d4e5f6g7h8j9k0m1n2p', '7zyxwvtsrqpnmkjhgfedcba987'];
const failed = (id: string) => ({ step: 'render-certificate', error: 'NotFound', reason: `no snapshot of ${id}` });
const held = {
  work: [
    { status: 'done', tries: 0 },
    { status: 'pending', tries: 4, failure: failed(one) },
    { status: 'pending', tries: 4, failure: failed(other) },
  ],
  states: new Map([
    [one, { status: 'pending' }],
    [other, { status: 'parked', reason: 'no glyph' }],
  ]),
  mail: [{ kind: 'credit-award', status: 'sent', tries: 1 }],
} as unknown as Held;

it('counts how all work ended, and keeps the last lines of the log that tell of something broken', () => {
  const routine = [
    'grade-attempt {"at":"2026-11-27","event":"step","step":"grade-attempt","workId":"w1"}',
    'submit-attempt {"event":"request","route":"submitAttempt","status":200}',
  ];
  const broken = [
    'submit-attempt {"event":"request","route":"submitAttempt","status":500}',
    'render-certificate {"event":"step.broken","error":"NotFound"}',
    'render-certificate Error: out of memory',
  ];
  writeFileSync(join(folder, 'log.before'), `${[...routine, ...Array(60).fill('a line of long ago')].join('\n')}\n`);
  writeFileSync(join(folder, 'log'), `${[...routine, ...broken, ...routine].join('\n')}\n`);
  const told = explain(held, folder);
  expect(told.slice(0, 8)).toEqual([
    'Works:',
    '2 × pending after 4 tries, failed last at render-certificate: NotFound: no snapshot of …',
    '1 × done after 0 tries',
    'Certificates:',
    '1 × pending',
    '1 × parked: no glyph',
    'Mails:',
    '1 × credit-award sent after 1 tries',
  ]);
  expect(told[8]).toBe('Of 69 lines of the log 63 tell of something broken. The last of them:');
  expect(told.slice(9)).toHaveLength(40);
  expect(told.slice(-3)).toEqual(broken);
});
