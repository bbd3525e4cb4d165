/** In bytes of UTF-8: a row of DynamoDB holds 400 KB, and something else stands in it too. */
export const LARGEST_IN_ROW = 350_000;

/** How much of a row a text takes. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
