import { alike } from '../../../shared/domain/canonical-json.ts';

/** The content of a part of a draft: the fields of an activity file, whatever was typed into them so far. */
export type Content = Readonly<Record<string, unknown>>;

export interface Merged {
  readonly content: Content;
  /** The fields that both changed, each otherwise; in `content` they are as the one at this screen has them. */
  readonly clashes: readonly string[];
}

/** How what two people made of one thing becomes one. */
export type Merge = (base: Content, mine: Content, theirs: Content) => Merged;

/**
 * What two people wrote at once, field by field, from what both began with: a field that one of them changed is as that one
 * has it. Only where both changed the same field somebody has to choose.
 */
export function mergeFields(base: Content, mine: Content, theirs: Content): Merged {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const clashes: string[] = [];
  const entries = names.map((name) => {
    if (alike(mine[name], base[name])) return [name, theirs[name]] as const;
    if (!alike(theirs[name], base[name]) && !alike(mine[name], theirs[name])) clashes.push(name);
    return [name, mine[name]] as const;
  });
  return { content: Object.fromEntries(entries.filter(([, value]) => value !== undefined)), clashes };
}

/** The fields of `theirs` in the place of mine. */
const withFieldsOf = (content: Content, theirs: Content, fields: readonly string[]): Content =>
  Object.fromEntries(
    Object.entries({ ...content, ...Object.fromEntries(fields.map((name) => [name, theirs[name]])) }).filter(
      ([, value]) => value !== undefined,
    ),
  );

/** What is saved under a revision of its own, as the service has it: a part of a draft, or a provider. */
export interface Part {
  readonly rev: number;
  readonly content: Content;
  readonly savedAt?: string | undefined;
  readonly savedBy?: string | undefined;
}

/** What is worked at. */
export interface Held extends Part {
  /** What the service had at `rev`, as far as it is known here. */
  readonly base: Content;
}

/** Fields that somebody else changed too, and saved first. */
export interface Conflict {
  readonly part: string;
  readonly fields: readonly string[];
  readonly mine: Content;
  readonly theirs: Part;
}

/** What stands there, with nothing typed over it. */
export const heldOf = (part: Part): Held => ({ ...part, base: part.content });

/** What is held once what stands there now is taken in, or what somebody has to choose before. */
export function meet(
  part: string,
  { base, content: mine }: Held,
  theirs: Part,
  merge: Merge = mergeFields,
): { readonly held: Held } | { readonly conflict: Conflict } {
  const { content, clashes } = merge(base, mine, theirs.content);
  if (clashes.length > 0) return { conflict: { part, fields: clashes, mine, theirs } };
  return { held: { ...heldOf(theirs), content } };
}

/** What is held once it is chosen: the fields of the conflict as they have them, or as I do. */
export function settle(held: Held, { theirs, fields }: Conflict, choice: 'mine' | 'theirs'): Held {
  const { content } = mergeFields(held.base, held.content, theirs.content);
  return { ...heldOf(theirs), content: choice === 'theirs' ? withFieldsOf(content, theirs.content, fields) : content };
}

/**
 * My order of a list, without what they removed, and with what they added after what it stood after with them. Nothing that
 * either added is lost, so nobody has to choose.
 */
export function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const merged = mine.filter((id) => theirs.includes(id) || !base.includes(id));
  for (const [at, id] of theirs.entries()) {
    if (base.includes(id) || merged.includes(id)) continue;
    const before = theirs.slice(0, at).findLast((other) => merged.includes(other));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
  }
  return merged;
}
