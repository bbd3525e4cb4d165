import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Fault, inFileOrder, isWithin, type Problem } from './problem.ts';

type Place = Pick<Problem, 'line' | 'column'>;

/** A value in the file with the name of its field; `undefined` stands for a field that is not there. */
export interface Value {
  readonly field: string;
  readonly node: unknown;
}

const remedies: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put the text in quotation marks, or on lines of its own after >-, where it contains a colon.',
  DUPLICATE_KEY: 'Remove one of the two.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Line the text up with the line above that it belongs to.',
  MISSING_CHAR: 'Close the quotation mark or bracket.',
};

const syntaxFault = ({ code, message }: YAMLError): Fault => ({
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
  readonly readable: boolean;

  constructor({ file, text }: { readonly file: string; readonly text: string }) {
    this.#file = file;
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: this.#lines, prettyErrors: true });
    for (const error of [...document.errors, ...document.warnings])
      this.#problems.push({ file, ...this.#place(error.pos[0]), ...syntaxFault(error) });
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

  /** Records a fault at the line of its field or, where that is absent, of the nearest field around it. */
  blame({ field, message, remedy }: Fault): void {
    let nearest = field;
    while (nearest !== '' && !this.#places.has(nearest))
      nearest = nearest.replace(/(?:\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '');
    const place = this.#places.get(nearest) ?? { line: 1, column: 1 };
    this.#problems.push({ file: this.#file, ...place, field, message, remedy });
  }

  /** Records what a rule finds, unless what it goes by could not be read: that was said already, and is the cause. */
  blameUnlessUnread(faults: readonly Fault[]): void {
    const unread = this.#problems.map(({ field }) => field).filter((field) => field !== '');
    for (const fault of faults)
      if (![fault.field, ...(fault.goesBy ?? [])].some((field) => touches(field, unread))) this.blame(fault);
  }

  /** Everything that was found, in the order of the file. */
  get problems(): readonly Problem[] {
    return this.#problems.toSorted(inFileOrder);
  }
}
