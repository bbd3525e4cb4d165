import type { Problem } from '../../../shared/api/problem.ts';
import type { Result } from '../../client.ts';

/** The options that a learner chose, per question. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** Where the answers stand: with the service, on their way, or only in this browser. */
export type Saving =
  | { readonly state: 'unchanged' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly problem: Problem };

export interface SaverPorts {
  readonly put: (answers: Answers) => Promise<Result<{ readonly savedAt: string }>>;
  /** Keeps answers in the browser until they are acknowledged; nothing when they are. */
  readonly keep: (answers: Answers | undefined) => void;
  readonly tell: (saving: Saving) => void;
}

export interface AnswerSaver {
  /** Saves these answers. While a save is on its way they wait, and only the latest of them are sent. */
  readonly save: (answers: Answers) => void;
  /** Sends again what could not be saved. */
  readonly retry: () => void;
}

/**
 * Saves every change, one save at a time, so that an older one can never overtake a newer. What is not acknowledged
 * stays in the browser.
 */
export function createAnswerSaver({ put, keep, tell }: SaverPorts): AnswerSaver {
  let waiting: Answers | undefined;
  let sending = false;

  async function send(): Promise<void> {
    if (sending || waiting === undefined) return;
    sending = true;
    tell({ state: 'saving' });
    const answers = waiting;
    const result = await put(answers);
    sending = false;
    if (!result.ok) return tell({ state: 'failed', problem: result.problem });
    if (waiting !== answers) return send();
    waiting = undefined;
    keep(undefined);
    tell({ state: 'saved', at: result.body.savedAt });
  }

  return {
    save: (answers) => {
      waiting = answers;
      keep(answers);
      void send();
    },
    retry: () => void send(),
  };
}
