/** A number as PDF writes it: at most three decimals, no exponent. */
export const number = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};
