/** What the formats in XML have in common. */
import { type Element, readXml } from '../xml.ts';
import { noBank, type QuestionBank } from './bank.ts';
import { xmlText } from './markup.ts';

/** An element's name without the prefix of its namespace. */
export const nameOf = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  (element?.children ?? []).filter((child) => nameOf(child) === name);

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  childrenOf(element, name)[0];

/** The text in an element, of all that is in it. Elements are at most 40 deep. */
export const textIn = (element: Element | undefined): string =>
  (element?.content ?? []).map((part) => (typeof part === 'string' ? part : textIn(part))).join('');

/** What stands in an element, as markup again; elements that `leave` names are left out. */
export const markupIn = (element: Element | undefined, leave: (element: Element) => boolean = () => false): string =>
  (element?.content ?? [])
    .map((part) =>
      typeof part === 'string'
        ? xmlText(part)
        : leave(part)
          ? ' '
          : `<${nameOf(part)}>${markupIn(part, leave)}</${nameOf(part)}>`,
    )
    .join('');

/** Every element within another, that itself first, in the order of the file. */
export const within = (element: Element): readonly Element[] => [element, ...element.children.flatMap(within)];

/** Reads a file whose root has one of the names, where names matter, or says why it is none. */
export function rootOf(
  text: string,
  { names, one, remedy }: { readonly names?: readonly string[]; readonly one: string; readonly remedy: string },
): Element | QuestionBank {
  if (/<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)/.test(text))
    return noBank(
      'The file declares entities or a document type of its own, which is never read here.',
      'Remove them.',
    );
  const xml = readXml(text, { one, elements: 200_000, depth: 40, texts: true });
  if (xml.kind === 'broken')
    return noBank(xml.message, 'Export the file again, or mend it with an XML editor.', xml.line);
  return (names?.includes(nameOf(xml.root)) ?? true)
    ? xml.root
    : noBank(`<${xml.root.name}> is no such bank. ${one}`, remedy, xml.root.line);
}
