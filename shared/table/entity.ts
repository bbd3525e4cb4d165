import type { Key } from '../ports.ts';

type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** A kind of row: its key as templates, and the key of given parts. */
export interface Entity<Parts extends string = string> {
  readonly pk: string;
  readonly sk: string;
  /** @throws when a part holds `#`, which would let one key reach into another's space. */
  keyOf(parts: { readonly [Name in Parts]: string | number }): Key;
}

/** Numbers are padded, so that they sort as numbers: `0000000012`. */
const text = (part: string | number): string => (typeof part === 'number' ? String(part).padStart(10, '0') : part);

/** What fills a template; it is taken apart once, since keys are made with every read. */
function filling(template: string): (parts: Readonly<Record<string, string | number>>) => string {
  const [before = '', ...rest] = template.split('{');
  const places = rest.map((piece) => piece.split('}'));
  return (parts) => {
    let key = before;
    for (const [name = '', after = ''] of places) {
      const part = text(parts[name] ?? '');
      if (part === '' || part.includes('#')) throw new RangeError(`“${part}” cannot be the ${name} of a key`);
      key += part + after;
    }
    return key;
  };
}

/** A kind of row. What it holds stands above it, where no function carries it along; the page of rows is made from there. */
export function entity<const Pk extends string, const Sk extends string>(
  pk: Pk,
  sk: Sk,
): Entity<NamesIn<Pk> | NamesIn<Sk>> {
  const [fillPk, fillSk] = [filling(pk), filling(sk)];
  return { pk, sk, keyOf: (parts) => ({ pk: fillPk(parts), sk: fillSk(parts) }) };
}
