import type { Content } from './merge.ts';
import { entriesOf, textOf, withChange } from './use-desk.ts';

const fieldsOf = (value: unknown): Content => (typeof value === 'object' && value !== null ? (value as Content) : {});

/** How a provider's certificates look. */
export const themeOf = (provider: Content): Content => fieldsOf(provider.theme);

/** Who signs, wherever a file says so. */
export function signersOf(provider: Content): readonly Content[] {
  const signatures = entriesOf(themeOf(provider).signatures);
  if (signatures.length > 0) return signatures;
  return provider.signatory === undefined ? [] : [fieldsOf(provider.signatory)];
}

/** A provider with its theme changed; a theme of which nothing is left is none. */
export function withTheme(provider: Content, change: Content): Content {
  const theme = withChange(themeOf(provider), change);
  const { theme: _, ...rest } = provider;
  return Object.keys(theme).length > 0 ? { ...rest, theme } : rest;
}

/** A provider with these signers. Those of a theme may have a drawing of their signature. */
export function withSigners(provider: Content, signers: readonly Content[]): Content {
  const { signatory: _, ...rest } = provider;
  return withTheme(rest, { signatures: signers.length > 0 ? signers : undefined });
}

/** `Harbor Valley Alliance` as an id: `harbor-valley-alliance`. */
export const idFrom = (name: unknown, otherwise: string): string =>
  textOf(name)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || otherwise;
