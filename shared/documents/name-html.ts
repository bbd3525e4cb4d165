import { type Html, html } from './html.ts';
import { nationalForms } from './pdf/han.ts';

const languages = { china: 'zh-Hans', taiwan: 'zh-Hant', japan: 'ja' } as const;

const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const hangul = /\p{Script=Hangul}/u;

/**
 * The language of a name, as far as its characters tell: a browser draws ideographs in the forms of that country, as the PDF
 * does. Other letters do not say whose they are, only that no English voice should read them: an empty language.
 */
function languageOf(name: string): string | undefined {
  const [forms] = nationalForms(name);
  if (hangul.test(name)) return 'ko';
  if (forms) return languages[forms];
  return foreign.test(name) ? '' : undefined;
}

/** A name inside an English page: it runs in its own direction and turns nothing around it. */
export function nameHtml(name: string): Html {
  const language = languageOf(name);
  return language === undefined ? html`<bdi>${name}</bdi>` : html`<bdi dir="auto" lang="${language}">${name}</bdi>`;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** The same in text alone, by Unicode's isolates, which programs that do not know them do not show. */
export const nameText = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);
