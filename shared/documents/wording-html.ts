import { runsOf } from '../domain/run.ts';
import type { CreditLine } from './certificate-wording.ts';
import { type Html, html } from './html.ts';

/** A sentence with the AMA's mark in italics (cme.md 1b). */
export const sentenceHtml = (sentence: string): readonly Html[] =>
  runsOf(sentence).map(({ text, italic }) => (italic ? html`<i>${text}</i>` : html`${text}`));

/** One credit of a certificate as an item of a list. */
export const creditItem = ({ sentence, activityNumber }: CreditLine): Html =>
  html`<li>${sentenceHtml(sentence)}${activityNumber && html`<small>Activity number ${activityNumber}</small>`}</li>`;

/** A certificate's statements, a paragraph each. */
export const statementParagraphs = (statements: readonly string[]): readonly Html[] =>
  statements.map((statement) => html`<p>${sentenceHtml(statement)}</p>`);
