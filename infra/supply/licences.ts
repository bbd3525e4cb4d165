import type { Package } from './lock.ts';

/** Licences that anybody may use, change and pass on the work of under, for a fee too, with no more than a notice. */
const free = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['OFL-1.1', 'Unlicense', 'W3C-20150513', 'Zlib'],
];
/**
 * Licences that ask for the source of changed files, or for the author's name beside data: of tools that are used as they
 * are and passed on to nobody.
 */
const freeForTools = ['MPL-2.0', 'CC-BY-4.0'];

/** Packages that say where their licence is and not which, or nothing, by name: what was read in their file of that name. */
const read: Readonly<Record<string, string>> = {
  '@digitalbazaar/credentials-context': 'BSD-3-Clause AND W3C-20150513',
  'png-js': 'MIT',
};

/** The licence of a package, as an SPDX expression. */
export const licenceOf = ({ name, license }: Pick<Package, 'name' | 'license'>): string =>
  (license === '' || license.startsWith('SEE LICENSE') ? read[name] : undefined) ?? license.replaceAll(/^\(|\)$/g, '');

/** Whether a package may be used: one of its alternatives is, with everything that it asks for. */
export function isAllowed(given: Pick<Package, 'name' | 'license' | 'isForDevelopment'>): boolean {
  const allowed = given.isForDevelopment ? [...free, ...freeForTools] : free;
  return licenceOf(given)
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((one) => allowed.includes(one)));
}
