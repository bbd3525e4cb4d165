import { runsOf } from '../domain/run.ts';
import { type Html, html } from './html.ts';

/** A sentence with the AMA's mark in italics (cme.md 1b). */
export const sentenceHtml = (sentence: string): readonly Html[] =>
  runsOf(sentence).map(({ text, italic }) => (italic ? html`<i>${text}</i>` : html`${text}`));
