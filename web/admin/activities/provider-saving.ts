import type { Problem } from '../../../shared/api/problem.ts';
import type { Result } from '../../client.ts';
import { type Conflict, type Held, meet, mergeFields, type Part } from './merge.ts';
import { gathered, spread } from './provider-content.ts';
import type { Provider } from './types.ts';
import { textOf } from './use-desk.ts';

/** A provider as it is worked at: its fields side by side. */
export const partOf = ({ rev, fields, savedAt, savedBy }: Provider): Part => ({
  ...{ rev, content: spread(fields), savedAt, savedBy },
});

/** The revisions of a provider’s drawings, by their names. */
export type Revisions = Readonly<Record<string, number>>;

export const revisionsOf = ({ drawings }: Pick<Provider, 'drawings'>): Revisions =>
  Object.fromEntries(Object.entries(drawings).map(([name, { rev }]) => [name, rev]));

/** A provider that nobody wrote down yet. */
export const unwritten: Held = { rev: 0, base: {}, content: {} };

/** What stands with the service instead, where somebody saved first. */
export const currentIn = (problem: Problem): Provider | undefined =>
  problem.status === 412 ? (problem.current as Provider | undefined) : undefined;

/** What came of saving: it is saved, with whose changes beside mine; or somebody has to choose before. */
export type SavedProvider =
  | { readonly saved: Held; readonly with?: string | undefined }
  | { readonly conflict: Conflict };

/**
 * Saves a provider on what it was read from. What somebody else saved meanwhile is taken in field by field, as in a draft; where both
 * changed the same field, nothing is saved before it is chosen.
 */
export async function saveOver(
  part: string,
  held: Held,
  put: (fields: Provider['fields'], rev: number) => Promise<Result<{ readonly rev: number; readonly savedAt: string }>>,
): Promise<Result<SavedProvider>> {
  let mine = held;
  let others: string | undefined;
  for (;;) {
    const result = await put(gathered(mine.content), mine.rev);
    if (result.ok) {
      const { rev, savedAt } = result.body;
      return { ...result, body: { saved: { rev, savedAt, base: mine.content, content: mine.content }, with: others } };
    }
    const current = currentIn(result.problem);
    if (!current) return result;
    const met = meet(part, mine, partOf(current));
    if ('conflict' in met) return { ok: true, status: result.problem.status, body: met };
    mine = met.held;
    others = current.savedBy;
  }
}

/** What was saved, with what was typed into the form while it was on its way. */
export const withTyped = (saved: Held, sent: Held, now: Held): Held => ({
  ...saved,
  content: mergeFields(sent.content, now.content, saved.content).content,
});

/** That a provider that was to be new has the name of one that is kept: it is not changed by somebody who does not see it. */
export function taken({ fields }: Provider): Problem {
  const message = `A provider is kept here under that name: ${textOf(fields.name)}.`;
  const remedy = 'Choose it under Details, or give this one another name.';
  const title = 'There is a problem with what was sent';
  return {
    ...{ type: '/problems/provider-known', title, status: 422, detail: title, requestId: '' },
    reasons: [{ code: 'provider-known', message, remedy, field: '/name' }],
  };
}
