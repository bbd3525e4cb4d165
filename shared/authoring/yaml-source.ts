import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Fault, inFileOrder, isWithin, type Problem } from './problem.ts';
import { blamed } from './rules/reading.ts';
import type { Finding } from './rules/rule.ts';

type Place = Pick<Problem, 'line' | 'column'>;

/** A value in the file with the name of its field; `undefined` stands for a field that is not there. */
export interface Value {
  readonly field: string;
  readonly node: unknown;
}

/** A file: its name for messages, and its text. */
export interface OpenedFile {
  readonly file: string;
  readonly text: string;
}

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

const touches = (field: string, others: readonly string[]): boolean =>
  others.some((other) => isWithin(field, other) || isWithin(other, field));

/**
 * An activity file as its author sees it: every value is the text that was written (YAML's own guesses would make a float
 * of `1.50` and a truth of `no`), and every field remembers its line.
 */
export class YamlSource {
  readonly root: Value;
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #places = new Map<string, Place>();
  readonly #problems: Problem[] = [];
  readonly #open: OpenBeside;
  /** Files that hold the value of a field of this one, by that field. */
  readonly #parts = new Map<string, YamlSource>();
  readonly readable: boolean;

  constructor({ file, text }: OpenedFile, open: OpenBeside = nothingBeside) {
    this.#file = file;
    this.#open = open;
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: this.#lines, prettyErrors: true });
    for (const error of [...document.errors, ...document.warnings])
      this.#problems.push({ file, ...this.#place(error.pos[0]), ...blamed(syntaxFault(error)) });
    this.readable = this.#problems.length === 0;
    this.root = this.value('', document.contents, 0);
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** Names a node; `offset` is where its key or, without one, the node itself begins. */
  value(field: string, node: unknown, offset: number): Value {
    if (!this.#places.has(field)) this.#places.set(field, this.#place(offset));
    if (isAlias(node) || ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)) {
      this.blame({
        field,
        message: 'Anchors (&) and aliases (*) are not read.',
        remedy: 'Write the text out, in quotation marks where it begins with & or *.',
      });
    }
    return { field, node };
  }

  /** Opens the file that a field names by its path; records why when it cannot be. */
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

  /** A YAML file that holds the value of a field; what is found in it is told with its own name and lines. */
  part(field: string, path: string): YamlSource | undefined {
    const opened = this.beside(field, path);
    if (!opened) return undefined;
    const part = new YamlSource(opened, this.#open);
    this.#parts.set(field, part);
    return part.readable ? part : undefined;
  }

  /** Records what was found in a file that is no YAML. */
  report(problems: readonly Problem[]): void {
    this.#problems.push(...problems);
  }

  /** Records what reading finds, by the rule that wants the field. */
  blame(found: Finding): void {
    this.#record(blamed(found));
  }

  /** Records a fault at the line of its field or, where that is absent, of the nearest field around it. */
  #record({ goesBy: _, ...fault }: Fault): void {
    for (const [name, part] of this.#parts)
      if (fault.field !== name && isWithin(fault.field, name)) {
        part.#record({ ...fault, field: fault.field.slice(name.length).replace(/^\./, '') });
        return;
      }
    let nearest = fault.field;
    while (nearest !== '' && !this.#places.has(nearest))
      nearest = nearest.replace(/(?:\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '');
    const place = this.#places.get(nearest) ?? { line: 1, column: 1 };
    this.#problems.push({ file: this.#file, ...place, ...fault });
  }

  /** Records what rules find, unless what one goes by could not be read: that was said already, and is the cause. */
  blameUnlessUnread(faults: readonly Fault[]): void {
    const unread = this.unread;
    for (const fault of faults)
      if (![fault.field, ...(fault.goesBy ?? [])].some((field) => touches(field, unread))) this.#record(fault);
  }

  /** Fields of this file that something is wrong with; all of a part's stand for what it holds when it is no YAML. */
  get unread(): readonly string[] {
    const own = this.#problems.map(({ field }) => field).filter((field) => field !== '');
    const inParts = [...this.#parts].flatMap(([name, part]) =>
      part.readable ? part.unread.map((field) => `${name}.${field}`) : [name],
    );
    return [...own, ...inParts];
  }

  /** Everything that was found, in the order of the file, and of the files that it names after it. */
  get problems(): readonly Problem[] {
    return [...this.#problems.toSorted(inFileOrder), ...[...this.#parts.values()].flatMap((part) => part.problems)];
  }
}
