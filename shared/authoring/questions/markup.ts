/** Plain text of the HTML that learning systems keep questions in. */
import { type Said, said } from './bank.ts';

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
  ...{ deg: '°', micro: 'µ', plusmn: '±', times: '×', divide: '÷', le: '≤', ge: '≥', ne: '≠', asymp: '≈', minus: '−' },
  ...{ frac12: '½', frac14: '¼', frac34: '¾', sup1: '¹', sup2: '²', sup3: '³', permil: '‰', infin: '∞', radic: '√' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', kappa: 'κ', lambda: 'λ', mu: 'μ', pi: 'π' },
  ...{ sigma: 'σ', tau: 'τ', chi: 'χ', omega: 'ω', Delta: 'Δ', Sigma: 'Σ', Omega: 'Ω' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', bull: '•', middot: '·', sect: '§', para: '¶' },
  ...{ copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', cent: '¢', yen: '¥' },
  ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç' },
  ...{ egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ' },
  ...{ oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö', oslash: 'ø', uacute: 'ú', ucirc: 'û', uuml: 'ü', szlig: 'ß' },
  ...{ Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', Eacute: 'É', Aring: 'Å', Oslash: 'Ø', Ccedil: 'Ç', Ntilde: 'Ñ' },
};

/** Resolves the references of HTML to characters; one that is not known stays as it stands. */
const resolved = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,30}));/gi, (reference, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
    return Object.hasOwn(named, name) ? (named[name] ?? '') : reference;
  });

// 10<sup>9</sup> without its mark would be 109: a number that somebody may dose by.
const raised: Readonly<Record<string, string>> = {
  ...{ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
  ...{ '+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ' },
};
const lowered: Readonly<Record<string, string>> = {
  ...{ 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' },
  ...{ '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎' },
};
const shifted = (text: string, by: Readonly<Record<string, string>>, sign: string): string => {
  const characters = [...text];
  return characters.every((character) => Object.hasOwn(by, character))
    ? characters.map((character) => by[character]).join('')
    : /\d/.test(text)
      ? `${sign}(${text})`
      : text;
};

/** Elements that show what no text says. */
const shows: Readonly<Record<string, string>> = {
  ...{
    img: 'a picture',
    svg: 'a drawing',
    math: 'a formula',
    object: 'an embedded object',
    embed: 'an embedded object',
  },
  ...{ audio: 'a sound', video: 'a video', iframe: 'an embedded page', table: 'a table' },
};

const tag = /<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/gi;
const inlines = new Set(['a', 'abbr', 'b', 'cite', 'code', 'em', 'font', 'i', 'kbd', 'mark', 'q', 's', 'small']);
for (const name of ['span', 'strong', 'u', 'var', 'sub', 'sup', 'wbr']) inlines.add(name);

/** Markup without its comments; one that never ends is none. In one pass: a pattern would look for the end again and again. */
function withoutComments(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const begins = html.indexOf('<!--', at);
    const ends = begins < 0 ? -1 : html.indexOf('-->', begins);
    if (ends < 0) return kept.join('') + html.slice(at);
    kept.push(html.slice(at, begins));
    at = ends + '-->'.length;
  }
}

/** The text of a passage of HTML, on one line, and what of it cannot be told in text. */
export function textOfHtml(html: string): { readonly text: string; readonly faults: readonly Said[] } {
  const held = new Set<string>();
  const marked = withoutComments(html).replace(
    /<(sup|sub)(?:\s[^<>]*)?>([^<>]{1,40})<\/\1>/gi,
    (_, name: string, inner: string) => {
      const text = resolved(inner).trim();
      return name.toLowerCase() === 'sup' ? shifted(text, raised, '^') : shifted(text, lowered, '_');
    },
  );
  const plain = marked.replace(tag, (_, _slash: string, name: string) => {
    const lower = name.toLowerCase();
    if (Object.hasOwn(shows, lower)) held.add(shows[lower] ?? '');
    return inlines.has(lower) ? '' : ' ';
  });
  const faults = [...held].map((what) =>
    said(
      `It shows ${what}, which a question here cannot.`,
      'Put it into the activity’s material, or describe it in words.',
    ),
  );
  return { text: resolved(plain), faults };
}

const known = /<\/?(?:p|br|b|i|u|em|strong|sub|sup|span|div|ul|ol|li|img|table|a|h[1-6]|font|code)(?:\s[^<>]*)?\/?>/i;

/** Whether a text of no stated format is HTML: it has a tag that editors write. */
export const looksLikeHtml = (text: string): boolean => known.test(text);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text without control characters as XML has it, in elements and attributes; two code points are no characters there. */
export const xmlText = (text: string): string =>
  text.replace(/[\ufffe\uffff]/g, '').replace(/[&<>"]/g, (one) => escapes[one] ?? '');
