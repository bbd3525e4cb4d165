const tag = /<(\/?[A-Za-z!?][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const attribute = /\s([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?/g;

/** The letters of a name may say its language and direction; that is about them and runs nothing. */
const aboutLetters = new Set(['lang', 'dir']);

/** The elements of a page in their order, each with the names of its attributes: what a browser makes of it but for its words. */
export const skeletonOf = (markup: string): string =>
  [...markup.matchAll(tag)]
    .map(([, name = '', rest = '']) => {
      const names = [...rest.matchAll(attribute)].map(([, one = '']) => one.toLowerCase());
      return [name.toLowerCase(), ...names.filter((one) => !aboutLetters.has(one))].join(' ');
    })
    .join('\n');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
const withoutEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => entities[name] ?? '');

/** The words of a page, as a reader sees them. */
export const wordsOf = (markup: string): string =>
  withoutEntities(markup.replace(/<style>[\s\S]*?<\/style>/g, '').replace(tag, ''));

/** Where links and references of a page lead: none may be of a kind that runs something. */
const leads = /\s(?:href|src|action|formaction|data|xlink:href)="([^"]*)"/g;
export const liveLinks = (markup: string): readonly string[] =>
  [...markup.matchAll(leads)]
    .map(([, address = '']) => withoutEntities(address))
    .filter(
      (address) =>
        !/^(?:https:\/\/|\/(?!\/)|#|mailto:|interaction:https:\/\/|data:image\/(?:png|svg\+xml);)/.test(address),
    );

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Why a text is no well-formed XML, by the rules that a text of people could break; nothing where it is. */
export function xmlFault(document: string): string | undefined {
  if (forbidden.test(document) || !document.isWellFormed()) return 'a character that XML has not';
  const text = document.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const open: string[] = [];
  let at = 0;
  for (const found of text.matchAll(/<(?:\?[^?]*\?|(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?))>/g)) {
    const between = text.slice(at, found.index);
    if (/[<]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|\]\]>/i.test(between))
      return `stray markup: ${between.slice(0, 80)}`;
    at = found.index + found[0].length;
    const [, end, name = '', , empty] = found;
    if (!name) continue;
    if (end && open.pop() !== name) return `${name} ends and was not begun`;
    if (!end && !empty) open.push(name);
  }
  return open.length > 0 || text.slice(at).trim() !== ''
    ? `something is open at the end: ${open.join(' ')}`
    : undefined;
}
