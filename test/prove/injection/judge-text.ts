/** What any output may leave out: controls, marks of direction and of no width, halves of characters; and white space counts once. */
const leftOut = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\ufffd\s]+/gu;

/** A text as it is compared: its letters and signs alone, in their order. */
export const letters = (text: string): string => text.normalize('NFC').replace(leftOut, '');

/** Whether a text is shown to the letter. */
export const shows = (output: string, text: string): boolean => letters(output).includes(letters(text));
