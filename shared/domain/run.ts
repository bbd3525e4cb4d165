/** A run of text that is set in one style. */
export interface Run {
  readonly text: string;
  readonly italic: boolean;
}

// The AMA's mark stands in italics with its ™ wherever it stands (cme.md 1b, "AMA mark").
const amaMark = /(AMA PRA Category 1 Credit(?:s|\(s\))?™)/;

/** Splits a sentence into runs, so that a mark that must be in italics is, in print, on screen and in mail alike. */
export const runsOf = (sentence: string): readonly Run[] =>
  sentence
    .split(amaMark)
    .filter((text) => text !== '')
    .map((text) => ({ text, italic: amaMark.test(text) }));
