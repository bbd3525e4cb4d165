import type { Fault, Problem } from './problem.ts';
import { type Content, type OpenedFile, type Remedies, Source, type Value } from './source.ts';

/** What was written as JSON: its fields, and the files beside it that they name. */
export interface AuthoredDocument {
  readonly fields: unknown;
  /** Drawings by their names, as SVG text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What is wrong in a document, and where: a JSON pointer in the document itself, or in the one that it names. */
export interface DocumentFault extends Omit<Fault, 'field' | 'goesBy'> {
  /** `/assessments/0/questions/2/options`; empty for the document itself. */
  readonly pointer: string;
  /** The name of another document, where the fault stands there. */
  readonly in?: string;
}

/** `assessments[1].questions[3].options` as a JSON pointer (RFC 6901): `/assessments/0/questions/2/options`. */
export const pointerOf = (field: string): string =>
  field
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
    .replaceAll(/\[(\d+)\]/g, (_, number: string) => `.${Number(number) - 1}`)
    .split('.')
    .map((part, index) => (index === 0 && part === '' ? '' : `/${part}`))
    .join('');

const onScreen: Remedies = {
  missing: () => 'Fill it in.',
  text: 'Write it as text.',
  list: 'Write it as a list.',
  fields: 'Fill in its fields.',
};

/** A draft as the console keeps it: JSON with the fields of an activity file, of which none need be there yet. */
export class DocumentSource extends Source {
  readonly root: Value;
  readonly readable = true;
  readonly remedies = onScreen;
  readonly #files: Readonly<Record<string, string>>;
  readonly #others: ReadonlyMap<string, AuthoredDocument>;
  readonly #names = new Map<string, string>();

  /** @param others documents that a field may name, such as the provider, by their names */
  constructor({ fields, files = {} }: AuthoredDocument, others: ReadonlyMap<string, AuthoredDocument> = new Map()) {
    super();
    this.#files = files;
    this.#others = others;
    this.root = this.#value('', fields);
  }

  #value(field: string, json: unknown): Value {
    const content = this.#content(field, json);
    return content ? { field, content } : { field };
  }

  #content(field: string, json: unknown): Content | undefined {
    if (json === undefined || json === null) return undefined;
    if (Array.isArray(json))
      return {
        kind: 'list',
        items: () => json.map((item: unknown, index) => this.#value(`${field}[${index + 1}]`, item ?? '')),
      };
    if (typeof json !== 'object') return { kind: 'text', text: String(json) };
    return {
      kind: 'fields',
      fields: () =>
        Object.entries(json)
          // What is null was emptied, and is as good as absent.
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([name, value]) => [name, this.#value(field === '' ? name : `${field}.${name}`, value)] as const),
    };
  }

  beside(field: string, path: string): OpenedFile | undefined {
    const text = Object.hasOwn(this.#files, path) ? this.#files[path] : undefined;
    if (text !== undefined) return { file: path, text };
    this.blame({ field, message: `There is no drawing “${path}”.`, remedy: 'Upload it, or choose another.' });
  }

  part(field: string, name: string): Source | undefined {
    const found = this.#others.get(name);
    if (!found) {
      this.blame({ field, message: `There is no “${name}” here.`, remedy: 'Choose one of those that there are.' });
      return undefined;
    }
    const part = new DocumentSource(found);
    this.parts.set(field, part);
    this.#names.set(field, name);
    return part;
  }

  report(field: string, problems: readonly Problem[]): void {
    for (const { file: _, line, column: __, ...problem } of problems)
      this.faults.push({ ...problem, field, message: `Line ${line}: ${problem.message}` });
  }

  /** Everything that was found, in the order in which it was, and in the documents that this one names after it. */
  get found(): readonly DocumentFault[] {
    const own = this.faults.map(({ goesBy: _, field, ...fault }) => ({ pointer: pointerOf(field), ...fault }));
    const inParts = [...this.parts].flatMap(([field, part]) =>
      part instanceof DocumentSource ? part.found.map((fault) => ({ ...fault, in: this.#names.get(field) ?? '' })) : [],
    );
    return [...own, ...inParts];
  }
}
