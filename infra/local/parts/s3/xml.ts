const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Control characters, which XML 1.0 cannot hold, become references: the SDK's parser reads them back. */
function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (found) => escapes[found] ?? found)
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape
      /[\x00-\x1f]/g,
      (found) => `&#x${found.charCodeAt(0).toString(16)};`,
    );
}

/** A value of an XML element: text, children by name, or an array to repeat the element; undefined leaves it out. */
type XmlValue = string | number | boolean | undefined | XmlElements | readonly XmlValue[];
export type XmlElements = { readonly [name: string]: XmlValue };

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((one: XmlValue) => element(name, one)).join('');
  if (typeof value === 'object') return `<${name}>${elements(value as XmlElements)}</${name}>`;
  return `<${name}>${escapeText(String(value))}</${name}>`;
}

function elements(children: XmlElements): string {
  return Object.entries(children)
    .map(([name, value]) => element(name, value))
    .join('');
}

/** An XML document with one root. */
export function xmlDocument(root: string, children: XmlElements): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${elements(children)}</${root}>`;
}
