import type { Content } from './merge.ts';
import { entriesOf, withChange } from './use-desk.ts';

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

const THEME = 'theme/';

/**
 * A provider’s fields side by side, those of its theme among them, so that whoever changes its logo meets nobody who changes its
 * colors.
 */
export function spread(provider: Content): Content {
  const { theme, ...rest } = provider;
  if (typeof theme !== 'object' || theme === null) return provider;
  return { ...rest, ...Object.fromEntries(Object.entries(theme).map(([name, value]) => [THEME + name, value])) };
}

/** What was spread as the provider that it is. */
export function gathered(fields: Content): Content {
  const [own, themes] = [false, true].map((ofTheme) =>
    Object.entries(fields).filter(([name]) => name.startsWith(THEME) === ofTheme),
  ) as [[string, unknown][], [string, unknown][]];
  const theme = Object.fromEntries(themes.map(([name, value]) => [name.slice(THEME.length), value]));
  return { ...Object.fromEntries(own), ...(themes.length > 0 && { theme }) };
}
