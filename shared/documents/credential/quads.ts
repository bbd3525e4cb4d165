import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from './contexts.ts';
import { commonTerms, type Meaning, termsByType } from './terms.ts';

interface Named {
  readonly termType: 'NamedNode' | 'BlankNode';
  readonly value: string;
}
interface Literal {
  readonly termType: 'Literal';
  readonly value: string;
  readonly datatype: Named;
}
/** A statement of RDF, in the shape that JavaScript's RDF libraries share (RDF/JS: Data model specification). */
export interface Quad {
  readonly subject: Named;
  readonly predicate: Named;
  readonly object: Named | Literal;
  readonly graph: { readonly termType: 'DefaultGraph'; readonly value: '' };
}

type Node = Readonly<Record<string, unknown>>;

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const STRING = 'http://www.w3.org/2001/XMLSchema#string';

/** What a relative address means depends on where it is read: none may be signed. */
function named(value: string): Named {
  if (!/^[a-z][a-z\d+.-]*:/i.test(value)) throw new Error(`“${value}” is no absolute address`);
  return { termType: 'NamedNode', value };
}

const literal = (value: string, datatype: string): Literal => ({
  termType: 'Literal',
  value,
  datatype: { termType: 'NamedNode', value: datatype },
});

/** A number as JSON-LD writes it (JSON-LD 1.1 API, 8.2.2): whole ones plainly, others as a canonical xsd:double. */
const numeral = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * What a credential or a proof says, as statements of RDF: what a JSON-LD processor makes of it by its contexts, for the terms that
 * ours are written in. Reading contexts is two thirds of a processor's work and most of its code, and ours are always the same two.
 * @throws where there is a context, a type, a term or a value that is none of those.
 */
export function quadsOf({ '@context': contexts, ...document }: Node): readonly Quad[] {
  for (const context of many(contexts))
    if (context !== CREDENTIALS_CONTEXT && context !== OPEN_BADGES_CONTEXT)
      throw new Error(`${context} is no context that is known here`);
  // By what they say: a statement that is made twice is one.
  const quads = new Map<string, Quad>();
  let blanks = 0;
  const state = (subject: Named, property: string, object: Named | Literal): void => {
    const quad: Quad = { subject, predicate: named(property), object, graph: { termType: 'DefaultGraph', value: '' } };
    quads.set(JSON.stringify(quad), quad);
  };

  function objectOf(value: unknown, meaning: Meaning, term: string): Named | Literal {
    const kind = meaning.value;
    if (kind === 'node' && isNode(value)) return describe(value);
    if (kind === 'node' && typeof value === 'string') return named(value);
    if (kind === 'text' && typeof value === 'string') return literal(value, STRING);
    if (typeof kind === 'object' && 'datatype' in kind) {
      if (typeof value === 'string' || typeof value === 'boolean') return literal(String(value), kind.datatype);
      if (typeof value === 'number' && Number.isFinite(value)) return literal(numeral(value), kind.datatype);
    }
    const address = typeof kind === 'object' && 'words' in kind && typeof value === 'string' && kind.words[value];
    if (address) return named(address);
    throw new Error(`${JSON.stringify(value)} cannot be what “${term}” says`);
  }

  function describe({ id, type, ...said }: Node): Named {
    const subject: Named = typeof id === 'string' ? named(id) : { termType: 'BlankNode', value: `b${blanks++}` };
    const kinds = many(type ?? []).map((name) => {
      const kind = Object.hasOwn(termsByType, String(name)) ? termsByType[String(name)] : undefined;
      if (!kind) throw new Error(`“${name}” is no type that is known here`);
      return kind;
    });
    for (const kind of kinds) state(subject, TYPE, named(kind.type));
    const terms = new Map([commonTerms, ...kinds.map((kind) => kind.terms)].flatMap(Object.entries<Meaning>));
    for (const [term, value] of Object.entries(said)) {
      const meaning = terms.get(term);
      if (!meaning) throw new Error(`“${term}” is no term that is known here`);
      for (const one of many(value)) state(subject, meaning.property, objectOf(one, meaning, term));
    }
    return subject;
  }

  describe(document);
  return [...quads.values()];
}
