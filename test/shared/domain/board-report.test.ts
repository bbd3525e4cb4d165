import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoardReport,
  decideAnswer,
  decideReport,
  messagesOf,
  openStates,
  reportStateOf,
  type Told,
} from '../../../shared/domain/board-report.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';

const key = { learnerId: 'ana', activityId: 'hand-hygiene', board: 'ABIM' } as const;
const at = '2026-03-09T12:00:00.000Z';
const later = '2026-03-10T12:00:00.000Z';
const told: fc.Arbitrary<Told> = fc.record({
  action: fc.constantFrom('add', 'delete'),
  points: fc.integer({ min: 1, max: 8 }).map((quarters) => quarters * 25),
});

/** What a board has of the points after it was told some things, each of which it accepted or refused. */
function boardHas(messages: readonly (Told & { readonly refused: boolean })[]): number {
  let has = 0;
  for (const { action, points, refused } of messages) if (!refused) has = action === 'add' ? points : 0;
  return has;
}

describe('what a board was told of points', () => {
  it('is settled exactly when the board has what is so, whatever it was told and refused before', () => {
    const message = fc.record({ told, refused: fc.boolean() });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 1 }), told, (messages, now) => {
        let report: BoardReport | undefined;
        for (const each of messages) {
          report = decideReport({ ...key, ...each.told }, report, at);
          const verdict = each.refused ? 'refused' : 'accepted';
          const answered = decideAnswer(report, { verdict, reason: 'Unknown.' }, later);
          if (answered && !isRefusal(answered)) report = answered;
        }
        const has = boardHas(messages.map(({ told: said, refused }) => ({ ...said, refused })));
        const wanted = now.action === 'add' ? now.points : 0;
        const isOpen = openStates.includes(reportStateOf(now, report));
        // A deletion that was refused is tried again: whether the board has them is not known then.
        const unknown = messages.some(({ told: { action }, refused }) => action === 'delete' && refused);
        if (!unknown) expect(isOpen).toBe(has !== wanted);
      }),
    );
  });

  it('is taken back before other points are added, since there is no update', () => {
    const report = { ...key, action: 'add', points: 100, reportedAt: at } as const;
    const now = { action: 'add', points: 75 } as const;
    expect(messagesOf(now, report, reportStateOf(now, report))).toEqual([{ action: 'delete', points: 100 }, now]);
    const gone = { action: 'delete', points: 100 } as const;
    expect(messagesOf(gone, report, reportStateOf(gone, report))).toEqual([gone]);
    expect(messagesOf(now, undefined, 'due')).toEqual([now]);
  });

  it('is said once, however often it is pressed, and anew once the board refused', () => {
    const asked = { ...key, action: 'add', points: 100 } as const;
    const report = decideReport(asked, undefined, at);
    expect(decideReport(asked, report, later)).toBeUndefined();
    const refused = decideAnswer(report, { verdict: 'refused', reason: ' Unknown. ' }, later);
    expect(refused).toMatchObject({ answer: { verdict: 'refused', reason: 'Unknown.', at: later } });
    if (!refused || isRefusal(refused)) return;
    expect(decideAnswer(refused, { verdict: 'refused', reason: 'Unknown.' }, later)).toBeUndefined();
    expect(decideReport(asked, refused, later)).toEqual({ ...asked, reportedAt: later });
  });
});
