import type { Problem } from '../../../shared/api/problem.ts';
import { alike } from '../../../shared/domain/canonical-json.ts';
import type { Result } from '../../client.ts';
import type { Kept } from './kept-parts.ts';
import { type Conflict, type Content, type Held, heldOf, type Merge, meet, type Part, settle } from './merge.ts';
import { mergeOutlines } from './outline.ts';

/** Where what was typed stands: with the service, on its way, or only in this browser. */
export type Saving =
  | { readonly state: 'unchanged' }
  | { readonly state: 'waiting' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly problem: Problem };

interface DraftPorts {
  readonly put: (part: string, content: Content, rev: number) => Promise<Result<{ rev: number; savedAt: string }>>;
  /** Keeps what is not saved in the browser; nothing, when it is. */
  readonly keep: (part: string, kept: Kept | undefined) => void;
}

export type DraftStore = ReturnType<typeof createDraftStore>;

/** So that a word that is typed is saved once, and a sentence before one has looked up. */
const PAUSE_MS = 700;

/** Questions are saved before the outline names them; what the service does not have yet is of no draft. */
const inOrder = (parts: ReadonlySet<string>): readonly string[] =>
  [...parts].toSorted((a, b) => Number(a === 'outline') - Number(b === 'outline'));

/** Nobody has to choose between two outlines. */
const joinOutlines: Merge = (base, mine, theirs) => ({
  content: mergeOutlines(base, mine, theirs),
  clashes: [],
});

/** Whether trying again may help by itself: the line was broken, or the service had trouble. */
const mayPass = ({ status }: Problem): boolean => status === 0 || status === 401 || status === 429 || status >= 500;

/**
 * The draft that is open: every change is kept in the browser at once, and saved after a pause, one part at a time. What somebody
 * else saved meanwhile is taken in field by field; only where both changed the same field it is asked which shall stay.
 */
export function createDraftStore(
  { put, keep }: DraftPorts,
  loaded: Readonly<Record<string, Part>>,
  kept: ReadonlyMap<string, Kept> = new Map(),
) {
  const parts = new Map<string, Held>();
  /** Changed and not acknowledged. */
  const waiting = new Set<string>();
  /** Refused as they are; tried again once they are changed. */
  const refused = new Map<string, Problem>();
  const conflicts = new Map<string, Conflict>();
  const watchers = new Map<string, Set<() => void>>();
  let saving: Saving = { state: 'unchanged' };
  let sending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let whenSettled: (() => void)[] = [];

  const notify = (about: string): void => watchers.get(about)?.forEach((watcher) => void watcher());
  const tell = (next: Saving): void => {
    saving = next;
    notify('saving');
  };
  const hold = (part: string, held: Held): void => {
    parts.set(part, held);
    notify(part);
  };
  const keepHeld = (part: string): void => {
    const held = parts.get(part);
    keep(part, held && waiting.has(part) ? { rev: held.rev, base: held.base, content: held.content } : undefined);
  };

  /** Takes in what stands there now, in the place of what was known. */
  function takeIn(part: string, theirs: Part): void {
    const held = parts.get(part);
    if (!held) return;
    const met = part === 'outline' ? meet(part, held, theirs, joinOutlines) : meet(part, held, theirs);
    if ('conflict' in met) {
      conflicts.set(part, met.conflict);
      notify('conflicts');
      return;
    }
    hold(part, met.held);
    if (alike(met.held.content, theirs.content)) waiting.delete(part);
    keepHeld(part);
  }

  const next = (): string | undefined => inOrder(waiting).find((part) => !conflicts.has(part) && !refused.has(part));

  function rest(): void {
    for (const settled of whenSettled) settled();
    whenSettled = [];
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    if (sending) return;
    const part = next();
    const held = part === undefined ? undefined : parts.get(part);
    if (part === undefined || !held) return rest();
    sending = true;
    tell({ state: 'saving' });
    const result = await put(part, held.content, held.rev);
    sending = false;
    const now = parts.get(part) ?? held;
    if (result.ok) {
      const { rev, savedAt } = result.body;
      if (now.content === held.content) waiting.delete(part);
      parts.set(part, { rev, savedAt, base: held.content, content: now.content });
      keepHeld(part);
      const [still] = refused.values();
      tell(still ? { state: 'failed', problem: still } : { state: 'saved', at: savedAt });
      return send();
    }
    const current = result.problem.current as Part | undefined;
    if (result.problem.status === 412 && current) {
      takeIn(part, current);
      if (next() === undefined)
        tell(waiting.size > 0 ? { state: 'waiting' } : { state: 'saved', at: current.savedAt ?? '' });
      return send();
    }
    if (!mayPass(result.problem)) refused.set(part, result.problem);
    tell({ state: 'failed', problem: result.problem });
    return mayPass(result.problem) ? rest() : send();
  }

  function change(part: string, content: Content): void {
    const held = parts.get(part) ?? { rev: 0, base: {}, content: {} };
    waiting.add(part);
    refused.delete(part);
    hold(part, { ...held, content });
    keepHeld(part);
    if (saving.state !== 'saving' && saving.state !== 'failed') tell({ state: 'waiting' });
    clearTimeout(timer);
    timer = setTimeout(() => void send(), PAUSE_MS);
  }

  /** Settles a conflict: its fields as they have them, or as I do. */
  function resolve(part: string, choice: 'mine' | 'theirs'): void {
    const [conflict, held] = [conflicts.get(part), parts.get(part)];
    if (!conflict || !held) return;
    const settled = settle(held, conflict, choice);
    conflicts.delete(part);
    hold(part, settled);
    if (alike(settled.content, settled.base)) waiting.delete(part);
    keepHeld(part);
    notify('conflicts');
    void send();
  }

  /**
   * Takes in what was loaded again: parts that nobody changed here are as they are there. The service answers, so what waits
   * for it is sent: whoever was signed out and is back has nothing to press.
   */
  function refresh(latest: Readonly<Record<string, Part>>): void {
    for (const [part, theirs] of Object.entries(latest)) {
      const held = parts.get(part);
      if (!held || (!waiting.has(part) && theirs.rev > held.rev)) hold(part, heldOf(theirs));
    }
    if (saving.state === 'failed') void send();
  }

  for (const [part, stands] of Object.entries(loaded)) parts.set(part, heldOf(stands));
  for (const [part, { rev, base, content }] of kept) {
    const stands = loaded[part];
    if (stands && alike(stands.content, content)) keep(part, undefined);
    else {
      waiting.add(part);
      parts.set(part, { rev, base, content });
      if (stands && stands.rev !== rev) takeIn(part, stands);
    }
  }
  if (waiting.size > 0) {
    saving = { state: 'waiting' };
    timer = setTimeout(() => void send(), 0);
  }

  return {
    content: (part: string): Content => parts.get(part)?.content ?? {},
    has: (part: string): boolean => parts.has(part),
    saving: (): Saving => saving,
    conflicts: (): readonly Conflict[] => [...conflicts.values()],
    change,
    resolve,
    refresh,
    /** Tries again what failed. */
    retry: (): void => {
      refused.clear();
      void send();
    },
    /** Saves what waits, now. Whether everything is saved then. */
    flush: (): Promise<boolean> =>
      new Promise((resolved) => {
        whenSettled.push(() => resolved(waiting.size === 0));
        void send();
      }),
    /** Tells of changes of a part, of `saving`, or of `conflicts`; gives how to stop. */
    watch: (about: string, watcher: () => void): (() => void) => {
      const those = watchers.get(about) ?? new Set();
      watchers.set(about, those.add(watcher));
      return () => void those.delete(watcher);
    },
  };
}
