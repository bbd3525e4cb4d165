import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { inFileOrder, type Problem } from './problem.ts';
import { blamed } from './rules/reading.ts';
import type { Finding } from './rules/rule.ts';
import { type Content, type OpenedFile, type Remedies, Source, type Value } from './source.ts';

type Place = Pick<Problem, 'line' | 'column'>;

/** A file that another names, or why it cannot be read and what to do. */
export type Opened =
  | ({ readonly kind: 'opened' } & OpenedFile)
  | ({ readonly kind: 'unreadable' } & Pick<Problem, 'message' | 'remedy'>);

/** Opens a file by its path as another file has it, relative to that one. The caller reaches the disk. */
export type OpenBeside = (from: string, path: string) => Opened;

const nothingBeside: OpenBeside = () => ({
  kind: 'unreadable',
  message: 'No other file can be read here.',
  remedy: 'Write what it holds in its place.',
});

const remedies: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put the text in quotation marks, or on lines of its own after >-, where it contains a colon.',
  DUPLICATE_KEY: 'Remove one of the two.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Line the text up with the line above that it belongs to.',
  MISSING_CHAR: 'Close the quotation mark or bracket.',
};

const syntaxFault = ({ code, message }: YAMLError): Finding => ({
  field: '',
  message: `This is not readable YAML: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}.`,
  remedy:
    remedies[code] ??
    'Put text that begins with a bracket or another sign in quotation marks; docs/samples.md has examples.',
});

const startOf = (node: unknown): number => (isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? 0) : 0);

const inYaml: Remedies = {
  missing: (name) => `Add “${name}:”.`,
  text: 'Write it after the colon, on one line.',
  list: 'Begin each entry with a hyphen.',
  fields: 'Write lines like “name: value”.',
};

/**
 * An activity file as its author sees it: every value is the text that was written (YAML's own guesses would make a float
 * of `1.50` and a truth of `no`), and every field remembers its line.
 */
export class YamlSource extends Source {
  readonly root: Value;
  readonly readable: boolean;
  readonly remedies = inYaml;
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #places = new Map<string, Place>();
  readonly #elsewhere: Problem[] = [];
  readonly #open: OpenBeside;

  constructor({ file, text }: OpenedFile, open: OpenBeside = nothingBeside) {
    super();
    this.#file = file;
    this.#open = open;
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: this.#lines, prettyErrors: true });
    for (const error of [...document.errors, ...document.warnings])
      this.#elsewhere.push({ file, ...this.#place(error.pos[0]), ...blamed(syntaxFault(error)) });
    this.readable = this.#elsewhere.length === 0;
    this.root = this.#value('', document.contents, 0);
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** Names a node; `offset` is where its key or, without one, the node itself begins. */
  #value(field: string, node: unknown, offset: number): Value {
    if (!this.#places.has(field)) this.#places.set(field, this.#place(offset));
    if (isAlias(node) || ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)) {
      this.blame({
        field,
        message: 'Anchors (&) and aliases (*) are not read.',
        remedy: 'Write the text out, in quotation marks where it begins with & or *.',
      });
    }
    return { field, content: this.#content(field, node) };
  }

  #content(field: string, node: unknown): Content {
    if (isScalar(node)) {
      const text = String(node.value);
      if (!text.isWellFormed())
        this.blame({
          field,
          message: 'Half a character stands in this text (\\ud800 to \\udfff).',
          remedy: 'Write the whole character, or leave it out.',
        });
      return { kind: 'text', text };
    }
    if (isSeq(node))
      return {
        kind: 'list',
        items: () => node.items.map((item, index) => this.#value(`${field}[${index + 1}]`, item, startOf(item))),
      };
    if (!isMap(node)) return { kind: 'other' };
    return {
      kind: 'fields',
      fields: () =>
        node.items.map(({ key, value }) => {
          const name = isScalar(key) ? String(key.value) : '?';
          return [name, this.#value(field === '' ? name : `${field}.${name}`, value, startOf(key))];
        }),
    };
  }

  beside(field: string, path: string): OpenedFile | undefined {
    const blame = (message: string, remedy: string): void => this.blame({ field, message, remedy });
    if (path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.includes('\\'))
      blame(`“${path}” does not lead from this file to another.`, 'Write a path like provider/logo.svg.');
    else {
      const opened = this.#open(this.#file, path);
      if (opened.kind === 'opened') return opened;
      blame(`“${path}”: ${opened.message}`, opened.remedy);
    }
  }

  part(field: string, path: string): YamlSource | undefined {
    const opened = this.beside(field, path);
    if (!opened) return undefined;
    const part = new YamlSource(opened, this.#open);
    this.parts.set(field, part);
    return part.readable ? part : undefined;
  }

  report(_: string, problems: readonly Problem[]): void {
    this.#elsewhere.push(...problems);
  }

  /** The line of a field or, where that is absent, of the nearest field around it. */
  #placeOf(field: string): Place {
    let nearest = field;
    while (nearest !== '' && !this.#places.has(nearest))
      nearest = nearest.replace(/(?:\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '');
    return this.#places.get(nearest) ?? { line: 1, column: 1 };
  }

  protected override get unreadHere(): readonly string[] {
    return [...super.unreadHere, ...this.#elsewhere.map(({ field }) => field)];
  }

  /** Everything that was found, in the order of the file, and of the files that it names after it. */
  get problems(): readonly Problem[] {
    const own = this.faults.map(({ goesBy: _, ...fault }) => ({
      file: this.#file,
      ...this.#placeOf(fault.field),
      ...fault,
    }));
    const inParts = [...this.parts.values()].flatMap((part) => (part instanceof YamlSource ? part.problems : []));
    return [...[...own, ...this.#elsewhere].toSorted(inFileOrder), ...inParts];
  }
}
