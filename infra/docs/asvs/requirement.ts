/** A file or folder of the project, from its root. */
export type Place = string;

/** What this system has to say to a requirement. */
type Answer =
  /** Met: how, and where the code and the test that show it are. */
  | { readonly kind: 'met'; readonly how: string; readonly see: readonly [Place, ...Place[]] }
  /** There is nothing here that it could be asked of. */
  | { readonly kind: 'not applicable'; readonly because: string }
  /** Decided otherwise, with the reason and what makes up for it. */
  | { readonly kind: 'deviation'; readonly because: string; readonly see: readonly [Place, ...Place[]] }
  /** Not met yet. */
  | { readonly kind: 'open'; readonly missing: string };

/** A requirement of OWASP ASVS 5.0.0 by its id, what it is about in a few words of ours, and the answer. */
export interface Requirement {
  readonly id: string;
  readonly level: 1 | 2;
  readonly about: string;
  readonly answer: Answer;
}
type Asked = readonly [id: string, level: 1 | 2, about: string];

export const met = ([id, level, about]: Asked, how: string, ...see: readonly [Place, ...Place[]]): Requirement => ({
  id,
  level,
  about,
  answer: { kind: 'met', how, see },
});

export const deviation = (
  [id, level, about]: Asked,
  because: string,
  ...see: readonly [Place, ...Place[]]
): Requirement => ({ id, level, about, answer: { kind: 'deviation', because, see } });

export const open = ([id, level, about]: Asked, missing: string): Requirement => ({
  ...{ id, level, about },
  answer: { kind: 'open', missing },
});

/** Requirements that have nothing to be asked of, for one reason. */
export const notApplicable = (because: string, ...asked: readonly Asked[]): readonly Requirement[] =>
  asked.map(([id, level, about]) => ({ id, level, about, answer: { kind: 'not applicable', because } }));
