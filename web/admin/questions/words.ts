import type { Answered } from '../../client.ts';
import type { Tone } from '../../components/tag.tsx';

/** An import with what was found in it. */
export type Report = Answered<'GET', '/api/admin/imports/{importId}'>;
export type ImportView = Answered<'GET', '/api/admin/imports'>['imports'][number];
type Kind = ImportView['kind'];

/** What is brought in, in the plural. */
export const kindNames: Readonly<Record<Kind, string>> = {
  questions: 'Questions',
  learners: 'Learners',
  credits: 'Earlier credit',
};

export const formatNames: Readonly<Record<string, string>> = {
  gift: 'GIFT',
  aiken: 'Aiken',
  'moodle-xml': 'Moodle XML',
  qti21: 'QTI 2.1',
  qti3: 'QTI 3.0',
  csv: 'CSV',
};

export const figure = (count: number): string => count.toLocaleString('en-US');
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** Where an import stands, in a word or two. */
export function standOf({ state, rows, bad, fates }: ImportView): { readonly tone: Tone; readonly words: string } {
  switch (state) {
    case 'checking':
      return { tone: 'wait', words: 'Being checked' };
    case 'checked':
      return { tone: 'accent', words: bad === rows ? 'Nothing to import' : 'Waits for you' };
    case 'running':
      return { tone: 'wait', words: 'Being imported' };
    case 'done':
      return { tone: fates['left-out'] > 0 ? 'quiet' : 'good', words: 'Done' };
    default:
      return { tone: 'bad', words: 'Failed' };
  }
}

/** Where questions went, as people say it. */
export const targetOf = ({ target }: ImportView): string =>
  target ? `${target.activityId}, ${formatNames[target.format] ?? target.format}` : '';
