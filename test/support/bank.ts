/** A bank of 200 questions in GIFT, five of which cannot be asked: as a department hands it in. */

const good = (number: number): string =>
  [
    `::hygiene-${number}::Patient ${number} is seen after patient ${number - 1}. What comes first? {`,
    `=Hand rub, moment ${(number % 5) + 1}`,
    '~The chart',
    '~New gloves over the old ones',
    `####Hands carry what they touched at bed ${number - 1}.`,
    '}',
  ].join('\n');

const bad: Readonly<Record<number, string>> = {
  17: '::hygiene-17::How long is hand rub rubbed in? {#20:5}',
  58: '::hygiene-58::Which of these is right? {~The first ~The second}',
  101: '::hygiene-101::Describe the audit of your ward. {}',
  154: good(12),
  199: '::hygiene-199::Which product is it? {=Rub ~Soap',
};
const items = Array.from({ length: 200 }, (_, index) => bad[index + 1] ?? good(index + 1));

export const bankOf200 = `${items.join('\n\n')}\n`;

const lineOf = (item: number): number =>
  items.slice(0, item - 1).reduce((line, text) => line + text.split('\n').length + 1, 1);

/** What is to be said of the bad ones: line, item and why. */
export const faultsOf200: readonly (readonly [line: number, item: number, message: string])[] = [
  [lineOf(17), 17, 'It asks for a number.'],
  [lineOf(58), 58, 'No option is marked as right.'],
  [lineOf(101), 101, 'It asks for an essay, which nothing can grade here.'],
  [lineOf(154), 154, `The same question stands in line ${lineOf(12)} already.`],
  [lineOf(199), 199, 'Its brace { is never closed.'],
];
