/** An element of an XML file. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Its text and its elements in their order, where texts were asked for. */
  readonly content: readonly (string | Element)[];
  readonly line: number;
}

/** Why a file is no XML that can be read, and where. */
export interface XmlFault {
  readonly line: number;
  readonly message: string;
}

export type Xml = { readonly kind: 'read'; readonly root: Element } | ({ readonly kind: 'broken' } & XmlFault);

/** What is expected of a file, and how much of it. */
export interface Expected {
  /** What is said of a file without a root: what it should be. */
  readonly one: string;
  readonly elements: number;
  readonly depth: number;
  /** Whether the text between the elements is wanted; drawings have none that is drawn. */
  readonly texts: boolean;
}

const tag =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE\s[^[\]<>]*>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?=]+)((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const references: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

/** The character of a number, where XML has such a one (XML 1.0, 2.2): no control, and no half of a pair. */
function characterOf(code: number): string | undefined {
  const isOne = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
  const character = isOne ? String.fromCodePoint(code) : '';
  return isOne && character.isWellFormed() && code !== 0xfffe && code !== 0xffff ? character : undefined;
}

/** A value with its references resolved; nothing where it uses one that is no character's (an entity of a DTD). */
function unescaped(value: string): string | undefined {
  let known = true;
  const text = value.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));?/gi, (_, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    const character = code === undefined ? references.get(name) : characterOf(code);
    known &&= character !== undefined;
    return character ?? '';
  });
  return known ? text : undefined;
}

/** An element that is not closed yet. */
interface Open {
  readonly name: string;
  readonly children: Element[];
  readonly content: (string | Element)[];
}

/** The attributes of a tag, or what is wrong with them. */
function attributesOf(passage: string, name: string): ReadonlyMap<string, string> | string {
  const values = new Map<string, string>();
  for (const [, key = '', quoted, single] of passage.matchAll(attribute)) {
    const value = unescaped(quoted ?? single ?? '');
    if (value === undefined) return `“${key}” uses an entity that XML does not know by itself.`;
    if (values.has(key)) return `“${key}” stands twice in <${name}>.`;
    values.set(key, value);
  }
  return values;
}

/**
 * Reads the elements of an XML file, strictly and without anything that reaches beyond it: no entities of its own, no
 * document type with declarations. The parsers that were looked at mend what is broken, and do not tell lines.
 */
export function readXml(text: string, expected: Expected): Xml {
  const outside: Open = { name: '', children: [], content: [] };
  const open: Open[] = [];
  let [at, line, count] = [text.startsWith('\ufeff') ? 1 : 0, 1, 0];
  const broken = (message: string): Xml => ({ kind: 'broken', line, message });
  const lines = (passage: string): number => passage.split('\n').length - 1;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next < 0 ? text.length : next);
    const inside = open.at(-1) ?? outside;
    if (expected.texts && open.length > 0) {
      const words = unescaped(between);
      if (words === undefined) return broken('The text uses an entity that XML does not know by itself.');
      inside.content.push(words);
    }
    line += lines(between);
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(text);
    if (!found) return broken('The file is not well-formed XML here.');
    const [passage, verbatim, closes, name, attributes = '', empty] = found;
    if (verbatim !== undefined && expected.texts) inside.content.push(verbatim);
    if (closes !== undefined) {
      if (inside.name !== closes) return broken(`</${closes}> closes nothing that is open here.`);
      open.pop();
    } else if (name !== undefined) {
      const values = attributesOf(attributes, name);
      if (typeof values === 'string') return broken(values);
      const begun: Open = { name, children: [], content: [] };
      const element: Element = { ...begun, attributes: values, line };
      inside.children.push(element);
      inside.content.push(element);
      count += 1;
      if (count > expected.elements) return broken(`There are more than ${expected.elements} elements.`);
      if (empty !== '/') open.push(begun);
      if (open.length > expected.depth) return broken(`Elements stand more than ${expected.depth} deep in each other.`);
    }
    line += lines(passage);
    at = next + passage.length;
  }
  const last = open.at(-1);
  if (last) return broken(`<${last.name}> is never closed.`);
  const [root, second] = outside.children;
  if (!root || second) return broken(expected.one);
  return { kind: 'read', root };
}
