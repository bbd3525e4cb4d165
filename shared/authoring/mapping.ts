import type { CivilDate, CreditHundredths, PointHundredths } from '../domain/kinds.ts';
import { idPattern, isCivilDate } from '../domain/kinds.ts';
import { DocumentSource } from './document-source.ts';
import { oneLine, paragraphsOf, parseHundredths, parseWhole } from './exact.ts';
import type { Problem } from './problem.ts';
import type { OpenedFile, Source, Value } from './source.ts';
import { suggest } from './suggestion.ts';

/** How a kind of text is read: `undefined` when it cannot be, and what it should look like. */
interface Reading<Type> {
  readonly parse: (text: string) => Type | undefined;
  readonly like: string;
}

const readings = {
  date: { parse: (text) => (isCivilDate(text) ? text : undefined), like: 'a day, like 2026-01-15' },
  whole: { parse: parseWhole, like: 'a whole number, like 70' },
  hundredths: { parse: parseHundredths, like: 'a number with at most two decimals after a point, like 1.25' },
  yesNo: {
    parse: (text) => (/^(?:true|yes)$/i.test(text) ? true : /^(?:false|no)$/i.test(text) ? false : undefined),
    like: 'true or false',
  },
  id: {
    parse: (text) => (idPattern.test(text) ? text : undefined),
    like: 'an id of lower-case letters, digits and hyphens, at most 64 of them, like post-test-2',
  },
} satisfies Record<string, Reading<CivilDate | CreditHundredths | boolean>>;

/** What is read from a file that a field names, or everything that is wrong with it. */
export type FileRead<Type> =
  | { readonly kind: 'read'; readonly value: Type }
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] };

/**
 * The fields of one mapping. Each is asked for by name and kind; what is missing or unreadable is recorded, and
 * the empty value of its kind stands in, so that reading goes on and finds everything at once. Fields that
 * nobody asked for are recorded too.
 */
export class Mapping {
  readonly field: string;
  readonly #source: Source;
  readonly #values = new Map<string, Value>();
  readonly #asked: string[] = [];

  constructor(source: Source, { field, content }: Value) {
    this.field = field;
    this.#source = source;
    if (content === undefined) return; // an absent mapping: each field that must be in it is missing
    if (content.kind === 'fields') for (const [name, value] of content.fields()) this.#values.set(name, value);
    else source.blame({ field, message: 'Fields are expected here.', remedy: source.remedies.fields });
  }

  /** Reads a value as a mapping with the fields that `read` asks for, and no others. */
  static read<Type>(source: Source, value: Value, read: (mapping: Mapping) => Type): Type {
    const mapping = new Mapping(source, value);
    const result = read(mapping);
    mapping.#close();
    return result;
  }

  /** The full name of a field of this mapping. */
  path(name: string): string {
    return this.field === '' ? name : `${this.field}.${name}`;
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  #find(name: string): Value | undefined {
    if (!this.#asked.includes(name)) this.#asked.push(name);
    const value = this.#values.get(name);
    // `name:` with nothing after it is as good as absent.
    return value?.content?.kind === 'text' && value.content.text === '' ? undefined : value;
  }

  #missing(name: string): undefined {
    this.#source.blame({
      field: this.path(name),
      message: `“${name}” is missing.`,
      remedy: this.#source.remedies.missing(name),
    });
  }

  #raw(name: string): string | undefined {
    const value = this.#find(name);
    return value && this.#text(value);
  }

  #text({ field, content }: Value): string | undefined {
    if (content?.kind === 'text') return content.text;
    this.#source.blame({ field, message: 'Text is expected here.', remedy: this.#source.remedies.text });
  }

  #read<Type>(name: string, { parse, like }: Reading<Type>): Type | undefined {
    const text = this.#raw(name)?.trim();
    if (text === undefined) return undefined;
    const result = parse(text);
    if (result === undefined)
      this.#source.blame({ field: this.path(name), message: `“${text}” cannot be read.`, remedy: `Write ${like}.` });
    return result;
  }

  /** Asks for a field that must be there. */
  #must<Type>(name: string, read: () => Type | undefined, empty: Type): Type {
    if (this.has(name)) return read() ?? empty;
    this.#missing(name);
    return empty;
  }

  maybeText(name: string): string | undefined {
    const text = this.#raw(name);
    return text === undefined ? undefined : oneLine(text);
  }

  text(name: string): string {
    return this.#must(name, () => this.maybeText(name), '');
  }

  paragraphs(name: string): readonly string[] {
    const text = this.#raw(name);
    return text === undefined ? [] : paragraphsOf(text);
  }

  maybeId(name: string): string | undefined {
    return this.#read(name, readings.id);
  }

  id(name: string): string {
    return this.#must(name, () => this.maybeId(name), '');
  }

  maybeDate(name: string): CivilDate | undefined {
    return this.#read(name, readings.date);
  }

  date(name: string): CivilDate {
    return this.#must(name, () => this.maybeDate(name), '');
  }

  maybeWhole(name: string): number | undefined {
    return this.#read(name, readings.whole);
  }

  whole(name: string): number {
    return this.#must(name, () => this.maybeWhole(name), 0);
  }

  maybeHundredths(name: string): CreditHundredths | undefined {
    return this.#read(name, readings.hundredths);
  }

  hundredths(name: string): CreditHundredths {
    return this.#must(name, () => this.maybeHundredths(name), 0);
  }

  maybePoints(name: string): PointHundredths | undefined {
    return this.#read<number>(name, readings.hundredths);
  }

  points(name: string): PointHundredths {
    return this.#must<number>(name, () => this.maybePoints(name), 0);
  }

  maybeYesNo(name: string): boolean | undefined {
    return this.#read(name, readings.yesNo);
  }

  maybeChoice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.maybeText(name);
    const choice = choices.find((candidate) => candidate === text);
    if (text !== undefined && choice === undefined)
      this.#source.blame({
        field: this.path(name),
        message: `“${text}” is not known here.`,
        remedy: suggest(text, choices),
      });
    return choice;
  }

  choice<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    return this.#must(name, () => this.maybeChoice(name, choices), choices[0]);
  }

  /** The entries of a list that are words of another; none when the field is absent. */
  choices<Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] {
    return this.list(name).flatMap((value) => {
      const text = oneLine(this.#text(value) ?? '');
      const choice = choices.find((candidate) => candidate === text);
      if (choice === undefined)
        this.#source.blame({
          field: value.field,
          message: `“${text}” is not known here.`,
          remedy: suggest(text, choices),
        });
      return choice ?? [];
    });
  }

  /** The entries of a list, numbered from 1; none when the field is absent. */
  list(name: string): readonly Value[] {
    const value = this.#find(name);
    if (value === undefined) return [];
    if (value.content?.kind === 'list') return value.content.items();
    this.#source.blame({
      field: value.field,
      message: 'A list is expected here.',
      remedy: this.#source.remedies.list,
    });
    return [];
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value) => oneLine(this.#text(value) ?? ''));
  }

  /** The mappings of a list, read one by one. */
  mappings<Type>(name: string, read: (mapping: Mapping, index: number) => Type): readonly Type[] {
    return this.list(name).map((value, index) => Mapping.read(this.#source, value, (mapping) => read(mapping, index)));
  }

  /** The entries of a list that are either a text, as a short form, or a mapping. */
  entries<Type>(
    name: string,
    fromText: (text: string, index: number) => Type,
    fromMapping: (mapping: Mapping, index: number) => Type,
  ): readonly Type[] {
    return this.list(name).map((value, index) =>
      value.content?.kind === 'text'
        ? fromText(oneLine(value.content.text), index)
        : Mapping.read(this.#source, value, (mapping) => fromMapping(mapping, index)),
    );
  }

  mapping<Type>(name: string, read: (mapping: Mapping) => Type): Type {
    return Mapping.read(this.#source, this.#find(name) ?? { field: this.path(name) }, read);
  }

  /** Whether a field stands there with nothing after its colon, or with a comment. */
  isBlank(name: string): boolean {
    return this.#values.has(name) && !this.has(name);
  }

  /** Records a fault of a field that could be read, or of the mapping itself. */
  blame(name: string, message: string, remedy: string): void {
    this.#source.blame({ field: name === '' ? this.field : this.path(name), message, remedy });
  }

  /** What the file that a field names holds, as `read` reads it; what is wrong with it is told with its own lines. */
  maybeFile<Type>(name: string, read: (file: OpenedFile) => FileRead<Type>): Type | undefined {
    const path = this.maybeText(name);
    const opened = path === undefined ? undefined : this.#source.beside(this.path(name), path);
    if (!opened) return undefined;
    const result = read(opened);
    if (result.kind === 'read') return result.value;
    this.#source.report(this.path(name), result.problems);
  }

  /** A mapping that stands here or, where a text stands here instead, in what that names. */
  mappingOrFile<Type>(name: string, read: (mapping: Mapping) => Type): Type {
    const value = this.#find(name);
    if (value?.content?.kind !== 'text') return this.mapping(name, read);
    const source = this.#source.part(value.field, oneLine(value.content.text));
    // What cannot be opened was said; nothing more is to be found in it.
    const found = source ?? new DocumentSource({ fields: {} });
    return Mapping.read(found, found.root, read);
  }

  /** Records every field that was not asked for. */
  #close(): void {
    for (const [name, { field }] of this.#values)
      if (!this.#asked.includes(name))
        this.#source.blame({ field, message: `“${name}” is no field of this.`, remedy: suggest(name, this.#asked) });
  }
}
