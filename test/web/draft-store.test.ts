import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftStore } from '../../web/admin/activities/draft-store.ts';
import type { Kept } from '../../web/admin/activities/kept-parts.ts';
import type { Content, Part } from '../../web/admin/activities/merge.ts';
import { offline, type Result } from '../../web/client.ts';

type Saved = Result<{ rev: number; savedAt: string }>;
const at = '2026-11-24T10:42:00.000Z';
const later = '2026-11-24T10:43:00.000Z';

/** Whatever else says no to a save. */
const refusal = (status: number, current?: Part): Saved => ({
  ok: false,
  problem: { type: '/problems/no', title: 'No', status, detail: 'No.', reasons: [], requestId: 'r', current },
});

/** A service that has parts and revisions, a browser that keeps things, and the store between the two. */
function atDesk(loaded: Record<string, Part>, kept = new Map<string, Kept>()) {
  const service = new Map(Object.entries(loaded));
  const browser = new Map(kept);
  const puts: string[] = [];
  const answers: Saved[] = [];
  const store = createDraftStore(
    {
      put: async (part: string, content: Content, rev: number): Promise<Saved> => {
        puts.push(part);
        const answer = answers.shift();
        if (answer) return answer;
        const stands = service.get(part);
        if ((stands?.rev ?? 0) !== rev) return refusal(412, stands);
        service.set(part, { rev: rev + 1, content, savedAt: at });
        return { ok: true, status: 200, body: { rev: rev + 1, savedAt: at } };
      },
      keep: (part, what) => void (what ? browser.set(part, what) : browser.delete(part)),
    },
    loaded,
    kept,
  );
  /** Somebody else saves first. */
  const saveAsOther = (part: string, change: Content): void => {
    const stands = service.get(part);
    service.set(part, {
      ...{ rev: (stands?.rev ?? 0) + 1, content: { ...stands?.content, ...change } },
      ...{ savedAt: later, savedBy: 'Theodora' },
    });
  };
  return { store, service, browser, puts, answers, saveAsOther };
}

const about = { rev: 3, content: { title: 'Inhalers', audience: 'Nurses' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is typed into a draft', () => {
  it('is kept in the browser at once, saved after a pause, and then kept no longer', async () => {
    const { store, service, browser, puts } = atDesk({ about });
    store.change('about', { ...about.content, title: 'Inhalers and' });
    store.change('about', { ...about.content, title: 'Inhalers and spacers' });
    expect(browser.get('about')).toMatchObject({ rev: 3, content: { title: 'Inhalers and spacers' } });
    expect(store.saving().state).toBe('waiting');
    await vi.runAllTimersAsync();
    expect(puts).toEqual(['about']);
    expect(service.get('about')).toMatchObject({ rev: 4, content: { title: 'Inhalers and spacers' } });
    expect(store.saving()).toEqual({ state: 'saved', at });
    expect(browser.size).toBe(0);
  });

  it('waits in the browser while the line is broken, and is sent when it is back', async () => {
    const { store, service, browser, answers } = atDesk({ about });
    answers.push({ ok: false, problem: offline });
    store.change('about', { title: 'Typed in a tunnel' });
    expect(await store.flush()).toBe(false);
    expect(store.saving()).toMatchObject({ state: 'failed', problem: { status: 0 } });
    expect(browser.get('about')?.content).toEqual({ title: 'Typed in a tunnel' });
    store.retry();
    await vi.runAllTimersAsync();
    expect(service.get('about')?.content).toEqual({ title: 'Typed in a tunnel' });
    expect(browser.size).toBe(0);
  });

  it('is saved once the draft is loaded again by whoever was signed out meanwhile', async () => {
    const { store, service, browser, answers } = atDesk({ about });
    answers.push(refusal(401));
    store.change('about', { title: 'Typed before lunch' });
    expect(await store.flush()).toBe(false);
    expect(store.saving()).toMatchObject({ state: 'failed', problem: { status: 401 } });
    store.refresh({ about });
    await vi.runAllTimersAsync();
    expect(service.get('about')?.content).toEqual({ title: 'Typed before lunch' });
    expect(store.saving()).toEqual({ state: 'saved', at });
    expect(browser.size).toBe(0);
  });

  it('is not sent again as the service refused it, only because the draft is loaded again', async () => {
    const { store, puts, answers } = atDesk({ about });
    answers.push(refusal(422));
    store.change('about', { article: 'far too long' });
    expect(await store.flush()).toBe(false);
    store.refresh({ about });
    await vi.runAllTimersAsync();
    expect(puts).toEqual(['about']);
    expect(store.saving()).toMatchObject({ state: 'failed', problem: { status: 422 } });
  });

  it('is found again by whoever closed the window before it was saved', async () => {
    const kept = new Map([['about', { rev: 3, base: about.content, content: { title: 'Not saved yet' } }]]);
    const { store, service } = atDesk({ about }, kept);
    expect(store.content('about')).toEqual({ title: 'Not saved yet' });
    await vi.runAllTimersAsync();
    expect(service.get('about')?.content).toEqual({ title: 'Not saved yet' });
  });

  it('is saved question by question, and the outline that names them last', async () => {
    const { store, puts } = atDesk({ outline: { rev: 1, content: { assessments: [] } } });
    store.change('outline', { assessments: [{ part: 'assessment-a', questions: ['question-a'] }] });
    store.change('question-a', { text: 'Which?' });
    store.change('assessment-a', { kind: 'post-test' });
    expect(await store.flush()).toBe(true);
    expect(puts).toEqual(['question-a', 'assessment-a', 'outline']);
  });

  it('that the service refuses keeps nothing else from being saved, and is tried again once it is changed', async () => {
    const { store, service, answers } = atDesk({ about, evaluation: { rev: 1, content: {} } });
    answers.push(refusal(422));
    store.change('about', { article: 'far too long' });
    store.change('evaluation', { questions: [{ text: 'Why?' }] });
    expect(await store.flush()).toBe(false);
    expect(service.get('evaluation')?.rev).toBe(2);
    expect(store.saving().state).toBe('failed');
    store.change('about', { article: 'short' });
    expect(await store.flush()).toBe(true);
    expect(service.get('about')?.content).toEqual({ article: 'short' });
  });
});

describe('two people who write at once', () => {
  it('keep what both changed, where they changed other fields', async () => {
    const { store, service, saveAsOther } = atDesk({ about });
    saveAsOther('about', { audience: 'Nurses and pharmacists' });
    store.change('about', { ...about.content, title: 'Inhaler technique' });
    expect(await store.flush()).toBe(true);
    const both = { title: 'Inhaler technique', audience: 'Nurses and pharmacists' };
    expect(service.get('about')?.content).toEqual(both);
    expect(store.content('about')).toEqual(both);
    expect(store.conflicts()).toEqual([]);
  });

  it.each([
    ['mine', 'My title'],
    ['theirs', 'Their title'],
  ] as const)('are asked where they changed the same field, and %s stays', async (choice, title) => {
    const { store, service, browser, saveAsOther } = atDesk({ about });
    saveAsOther('about', { title: 'Their title', summary: 'Theirs alone' });
    store.change('about', { title: 'My title', audience: 'Mine alone' });
    expect(await store.flush()).toBe(false);
    const [conflict] = store.conflicts();
    expect(conflict).toMatchObject({
      part: 'about',
      fields: ['title'],
      theirs: { savedBy: 'Theodora', savedAt: later },
    });
    expect(browser.get('about')?.content.title).toBe('My title');
    store.resolve('about', choice);
    expect(await store.flush()).toBe(true);
    const settled = { title, summary: 'Theirs alone', audience: 'Mine alone' };
    expect(service.get('about')?.content).toEqual(settled);
    expect(store.content('about')).toEqual(settled);
    expect([store.conflicts(), browser.size]).toEqual([[], 0]);
  });

  it('lose no question that either added, and nobody is asked', async () => {
    const outline = (...questions: string[]) => ({ assessments: [{ part: 'assessment-a', questions }] });
    const { store, service, saveAsOther } = atDesk({
      outline: { rev: 1, content: outline('question-1', 'question-2') },
    });
    saveAsOther('outline', outline('question-1', 'question-3', 'question-2'));
    store.change('outline', outline('question-2', 'question-1', 'question-4'));
    expect(await store.flush()).toBe(true);
    expect(service.get('outline')?.content).toEqual(outline('question-2', 'question-1', 'question-3', 'question-4'));
  });
});
