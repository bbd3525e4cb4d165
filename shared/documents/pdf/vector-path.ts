/** A number as PDF writes it: at most three decimals, no exponent. */
export const number = (value: number): string => String(Math.round(value * 1_000) / 1_000 || 0);
