/** An element of a drawing's file. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly line: number;
}

/** Why a file is no XML that can be read, and where. */
export interface XmlFault {
  readonly line: number;
  readonly message: string;
}

export type Xml = { readonly kind: 'read'; readonly root: Element } | ({ readonly kind: 'broken' } & XmlFault);

const tag =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE\s[^[\]<>]*>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?=]+)((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const MOST_ELEMENTS = 2_000;
const DEEPEST = 40;

/** A value with its references resolved; nothing where it uses one that is no character's (an entity of a DTD). */
function unescaped(value: string): string | undefined {
  let known = true;
  const text = value.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));?/gi, (_, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    const character = code === undefined ? references[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    known &&= character !== undefined;
    return character ?? '';
  });
  return known ? text : undefined;
}

/**
 * Reads the elements of an XML file, strictly and without anything that reaches beyond it: no entities of its own, no
 * document type with declarations. Text between the elements is passed over; drawings have none that is drawn.
 */
export function readXml(text: string): Xml {
  const top: Element[] = [];
  const open: { readonly name: string; readonly children: Element[] }[] = [];
  let [at, line, count] = [text.startsWith('\ufeff') ? 1 : 0, 1, 0];
  const broken = (message: string): Xml => ({ kind: 'broken', line, message });
  const lines = (passage: string): number => passage.split('\n').length - 1;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    line += lines(text.slice(at, next < 0 ? text.length : next));
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(text);
    if (!found) return broken('The file is not well-formed XML here.');
    const [passage, closes, name, attributes = '', empty] = found;
    const inside = open.at(-1);
    if (closes !== undefined) {
      if (inside?.name !== closes) return broken(`</${closes}> closes nothing that is open here.`);
      open.pop();
    } else if (name !== undefined) {
      const children: Element[] = [];
      const values = new Map<string, string>();
      for (const [, key = '', quoted, single] of attributes.matchAll(attribute)) {
        const value = unescaped(quoted ?? single ?? '');
        if (value === undefined) return broken(`“${key}” uses an entity that XML does not know by itself.`);
        if (values.has(key)) return broken(`“${key}” stands twice in <${name}>.`);
        values.set(key, value);
      }
      (inside?.children ?? top).push({ name, attributes: values, children, line });
      count += 1;
      if (count > MOST_ELEMENTS) return broken(`There are more than ${MOST_ELEMENTS} elements.`);
      if (empty !== '/') open.push({ name, children });
      if (open.length > DEEPEST) return broken(`Elements stand more than ${DEEPEST} deep in each other.`);
    }
    line += lines(passage);
    at = next + passage.length;
  }
  const last = open.at(-1);
  if (last) return broken(`<${last.name}> is never closed.`);
  const [root, second] = top;
  if (!root || second) return broken('A drawing is one <svg> element.');
  return { kind: 'read', root };
}
