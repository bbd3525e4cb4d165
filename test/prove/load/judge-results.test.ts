import { describe, expect, it } from 'vitest';
import type { Counted } from './count-results.ts';
import { judgeResults } from './judge-results.ts';
import type { Sent } from './open-loop.ts';
import type { Submission } from './submissions.ts';

const submission: Submission = { attemptId: 'a1', ends: 'passed', path: '', headers: {}, body: '' };
const told = (status: string): Sent => ({ status: 200, body: JSON.stringify({ status }), ms: 1 });
const passed = { type: 'attempt.passed', score: 100 };

const judged = (counted: Partial<Counted> = {}, answer: Sent = told('passed')) =>
  judgeResults(
    { submissions: [submission], sent: [answer] },
    {
      statusOf: new Map([['a1', 'passed']]),
      entriesOf: new Map([['a1', [passed]]]),
      workOf: new Map([['a1', 'done']]),
      sittings: 1,
      ...counted,
    },
    0,
  ).failures;

describe('the results of a load', () => {
  it('are right when each submission has exactly one', () => {
    expect(judged()).toEqual([]);
    expect(judged({}, { status: 202, body: '{"status":"grading"}', ms: 1 })).toEqual([]);
  });

  it.each([
    ['is missing', { statusOf: new Map() }, 'a1 is missing, and its answers passed'],
    ['is another', { statusOf: new Map([['a1', 'failed']]) }, 'a1 is failed, and its answers passed'],
    ['stands nowhere in the ledger', { entriesOf: new Map() }, 'a1 stands 0 times in the ledger'],
    [
      'stands twice in the ledger',
      { entriesOf: new Map([['a1', [passed, passed]]]) },
      'a1 stands 2 times in the ledger',
    ],
    ['was not finished', { workOf: new Map([['a1', 'pending']]) }, 'the work of a1 is pending'],
    ['is counted twice', { sittings: 2 }, '1 attempts ended, and 2 endings are counted for outcomes'],
  ])('are refuted by one that %s', (_, counted, failure) => {
    expect(judged(counted)).toEqual([failure]);
  });

  it('are refuted by an answer that says otherwise, is an error, or never comes', () => {
    expect(judged({}, told('failed'))).toEqual(['a1 was told failed, and its answers passed']);
    expect(judged({}, { status: 503, body: 'busy', ms: 1 })).toEqual(['a1: broken (503) busy']);
    expect(judged({}, { status: 409, body: 'no', ms: 1 })).toEqual(['a1: refused (409) no']);
    expect(judged({}, { status: 0, body: 'reset', ms: 1 })).toEqual(['a1: not answered (0) reset']);
  });
});
