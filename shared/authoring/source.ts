import { type Fault, isWithin, type Problem } from './problem.ts';
import { blamed } from './rules/reading.ts';
import type { Finding } from './rules/rule.ts';

/**
 * What stands in a field, whatever it was written in: text, a list, or fields of its own. Lists and fields are looked into
 * when they are asked for. `other` can be none of these, and was told as such.
 */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: () => readonly Value[] }
  | { readonly kind: 'fields'; readonly fields: () => readonly (readonly [name: string, value: Value])[] }
  | { readonly kind: 'other' };

/** A value with the name of its field; without content it is not there. */
export interface Value {
  readonly field: string;
  readonly content?: Content | undefined;
}

/** A file: its name for messages, and its text. */
export interface OpenedFile {
  readonly file: string;
  readonly text: string;
}

/** What to do about a value that is missing, or is another kind of thing, in words of whoever wrote it. */
export interface Remedies {
  missing(name: string): string;
  readonly text: string;
  readonly list: string;
  readonly fields: string;
}

const touches = (field: string, others: readonly string[]): boolean =>
  others.some((other) => isWithin(field, other) || isWithin(other, field));

/** The name of a field within a part of its own, or nothing for one that is not in it. */
const within = (field: string, part: string): string | undefined =>
  field !== part && isWithin(field, part) ? field.slice(part.length).replace(/^\./, '') : undefined;

/**
 * What an author wrote, as fields with names, and everything that is found wrong with it. A file and a draft are read and judged
 * by the same code through it.
 */
export abstract class Source {
  abstract readonly root: Value;
  abstract readonly readable: boolean;
  abstract readonly remedies: Remedies;
  protected readonly faults: Fault[] = [];
  /** What holds the value of a field elsewhere, by that field. */
  protected readonly parts = new Map<string, Source>();

  /** Opens what a field names by its path; records why when it cannot be. */
  abstract beside(field: string, path: string): OpenedFile | undefined;

  /** Opens what holds the fields of a field that names it; what is found in it is told with its own places. */
  abstract part(field: string, path: string): Source | undefined;

  /** Records what was found in a file that a field names, and that is no such source. */
  abstract report(field: string, problems: readonly Problem[]): void;

  /** Records what reading finds, by the rule that wants the field. */
  blame(found: Finding): void {
    this.#record(blamed(found));
  }

  /** Records a fault where its field is kept. */
  #record(fault: Fault): void {
    for (const [name, part] of this.parts) {
      const field = within(fault.field, name);
      if (field !== undefined) {
        part.#record({ ...fault, field });
        return;
      }
    }
    this.faults.push(fault);
  }

  /** Records what rules find, unless what one goes by could not be read: that was said already, and is the cause. */
  blameUnlessUnread(faults: readonly Fault[]): void {
    const unread = this.unread;
    for (const fault of faults)
      if (![fault.field, ...(fault.goesBy ?? [])].some((field) => touches(field, unread))) this.#record(fault);
  }

  /** Fields that something is wrong with; all of a part's stand for what it holds when it cannot be read. */
  get unread(): readonly string[] {
    const own = this.unreadHere.filter((field) => field !== '');
    const inParts = [...this.parts].flatMap(([name, part]) =>
      part.readable ? part.unread.map((field) => `${name}.${field}`) : [name],
    );
    return [...own, ...inParts];
  }

  protected get unreadHere(): readonly string[] {
    return this.faults.map(({ field }) => field);
  }
}
