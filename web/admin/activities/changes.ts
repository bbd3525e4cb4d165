import { fieldNames } from './field-names.ts';
import { evaluationInWords, inWords, questionInWords } from './in-words.ts';
import type { Content, Part } from './merge.ts';
import { assessmentsOf } from './outline.ts';
import { entriesOf, textOf } from './use-desk.ts';

/** Something that a draft says otherwise than the version before. */
export interface Change {
  /** What it is about: `Title`, `Post-Test, question 3`. */
  readonly what: string;
  readonly was?: string;
  readonly is?: string;
}

interface Numbered {
  readonly id: string;
  readonly words: string;
}

/** Entries with ids: what was added, removed and changed. */
function listChanges(what: string, before: readonly Numbered[], now: readonly Numbered[]): readonly Change[] {
  const was = new Map(before.map(({ id, words }) => [id, words]));
  const is = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap(({ id, words }, at) =>
      was.get(id) === words
        ? []
        : [{ what: `${what} ${at + 1}`, is: words, ...(was.has(id) && { was: was.get(id) ?? '' }) }],
    ),
    ...before.flatMap(({ id, words }, at) => (is.has(id) ? [] : [{ what: `${what} ${at + 1}`, was: words }])),
  ];
}

type Parts = Readonly<Record<string, Pick<Part, 'content'>>>;

const idsOf = (entries: readonly Content[], first: string, words: (entry: Content) => string): readonly Numbered[] =>
  entries.map((entry, at) => ({ id: textOf(entry.id) || `${first}${at + 1}`, words: words(entry) }));

/** What of the fields is otherwise; those that are not to be compared are named. */
function fieldChanges(about: string, before: Content, now: Content, not: readonly string[]): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !not.includes(name));
  return names.flatMap((name) => {
    const [was, is] = [inWords(before[name]), inWords(now[name])];
    return was === is ? [] : [{ what: about + (fieldNames[name] ?? name), ...(was && { was }), ...(is && { is }) }];
  });
}

/** Everything in which a draft differs from a version, both in the parts of a draft. */
export function changesOf(before: Parts, now: Parts): readonly Change[] {
  const content = (parts: Parts, part: string): Content => parts[part]?.content ?? {};
  const assessments = (parts: Parts) =>
    assessmentsOf(content(parts, 'outline')).map(({ part, questions }) => ({
      fields: content(parts, part),
      questions: questions.map((name) => content(parts, name)),
    }));
  const [were, are] = [assessments(before), assessments(now)];
  const called = ({ fields }: (typeof were)[number]): string => textOf(fields.title) || textOf(fields.kind);
  const idOf = ({ fields }: (typeof were)[number]): string => textOf(fields.id) || textOf(fields.kind);
  return [
    // A version has its provider written out, a draft may name it.
    ...fieldChanges('', content(before, 'about'), content(now, 'about'), ['provider', ...composedFields]),
    ...are.flatMap((one) => {
      const old = were.find((other) => idOf(other) === idOf(one));
      if (!old) return [{ what: called(one), is: `${one.questions.length} questions` }];
      return [
        ...fieldChanges(`${called(one)}, `, old.fields, one.fields, ['id', 'title', 'feedback', 'shuffle']),
        ...listChanges(
          `${called(one)}, question`,
          idsOf(old.questions, 'q', questionInWords),
          idsOf(one.questions, 'q', questionInWords),
        ),
      ];
    }),
    ...were
      .filter((one) => !are.some((other) => idOf(other) === idOf(one)))
      .map((one) => ({ what: called(one), was: `${one.questions.length} questions` })),
    ...listChanges(
      'Evaluation, question',
      idsOf(entriesOf(content(before, 'evaluation').questions), 'e', evaluationInWords),
      idsOf(entriesOf(content(now, 'evaluation').questions), 'e', evaluationInWords),
    ),
  ];
}

/** What the site says in its own words where a draft says nothing. */
const composedFields = ['medium', 'method', 'requirements', 'privacy'] as const;
