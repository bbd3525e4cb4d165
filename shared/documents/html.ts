const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Controls but tab and line ends stand in no HTML or XML document; a lone half of a character in neither.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Makes a text safe as the content of an element and as a quoted attribute's value, in HTML and in XML. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** HTML that is safe to put into a page: made by `html`, or vouched for by `trusted`. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

/** Vouches for markup of our own making (a constant style sheet). Never for anything that came from outside. */
export const trusted = (markup: string): Html => new Html(markup);

/** What a template takes: text is escaped, `Html` stands as it is, lists are joined, nothing is nothing. */
export type Content = string | number | Html | undefined | false | readonly Content[];

const render = (content: Content): string => {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return content.map(render).join('');
};

/** A template that escapes what is put into it: `` html`<p>${name}</p>` ``. Quote every attribute. */
export const html = (literals: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(literals.map((literal, index) => literal + render(contents[index])).join(''));

/** A link target that is a page of the web, or nothing: `javascript:` and the like never reach an `href`. */
export function webAddress(address: string): string | undefined {
  const parsed = URL.parse(address);
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.href : undefined;
}
