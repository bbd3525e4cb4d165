import { textOf } from './use-desk.ts';

/** `Harbor Valley Alliance` as an id: `harbor-valley-alliance`. */
export const idFrom = (name: unknown, otherwise: string): string =>
  textOf(name)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || otherwise;
