import { describe, expect, it } from 'vitest';
import { offline, type Result } from '../../web/client.ts';
import { type Answers, createAnswerSaver, type Saving } from '../../web/learner/attempt/answer-saver.ts';

type Saved = Result<{ readonly savedAt: string }>;

/** A service that answers when the test says so, and what the learner is told meanwhile. */
function service() {
  const sent: { readonly answers: Answers; readonly answer: (saved: Saved) => Promise<void> }[] = [];
  const told: Saving['state'][] = [];
  const kept: (Answers | undefined)[] = [];
  const saver = createAnswerSaver({
    put: (answers) =>
      new Promise((resolve) => {
        sent.push({
          answers,
          answer: async (saved) => {
            resolve(saved);
            await Promise.resolve();
            await Promise.resolve();
          },
        });
      }),
    keep: (answers) => kept.push(answers),
    tell: ({ state }) => told.push(state),
  });
  return { saver, sent, told, kept };
}

const saved: Saved = { ok: true, status: 200, body: { savedAt: '2026-11-24T10:42:00.000Z' } };
const broken: Saved = { ok: false, problem: offline };

describe('saving the answers of an attempt', () => {
  it('keeps an answer in the browser until the service has acknowledged it', async () => {
    const { saver, sent, kept, told } = service();
    saver.save({ q1: ['a'] });
    expect(kept).toEqual([{ q1: ['a'] }]);
    await sent[0]?.answer(saved);
    expect(kept.at(-1)).toBeUndefined();
    expect(told).toEqual(['saving', 'saved']);
  });

  it('sends only the latest answers once the save on its way is through, so that an older one never overtakes', async () => {
    const { saver, sent, told } = service();
    saver.save({ q1: ['a'] });
    saver.save({ q1: ['b'] });
    saver.save({ q1: ['c'] });
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(saved);
    expect(sent.map(({ answers }) => answers)).toEqual([{ q1: ['a'] }, { q1: ['c'] }]);
    expect(told).not.toContain('saved');
    await sent[1]?.answer(saved);
    expect(told.at(-1)).toBe('saved');
  });

  it('says that a save failed, keeps the answers, and sends them again when asked', async () => {
    const { saver, sent, told, kept } = service();
    saver.save({ q1: ['a'] });
    await sent[0]?.answer(broken);
    expect(told.at(-1)).toBe('failed');
    expect(kept.at(-1)).toEqual({ q1: ['a'] });
    saver.retry();
    await sent[1]?.answer(saved);
    expect(sent[1]?.answers).toEqual({ q1: ['a'] });
    expect(told.at(-1)).toBe('saved');
  });

  it('has nothing to send again when everything is saved', async () => {
    const { saver, sent } = service();
    saver.save({ q1: ['a'] });
    await sent[0]?.answer(saved);
    saver.retry();
    expect(sent).toHaveLength(1);
  });
});
