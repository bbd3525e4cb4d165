import type { Provider } from '../shared/domain/activity.ts';
import type { Sha256 } from '../shared/domain/kinds.ts';
import { type Theme, themeKey, themeText } from '../shared/domain/theme.ts';
import type { Ports } from './capabilities.ts';

type Keeping = Pick<Ports, 'documents' | 'digests'>;

/** The hash under which a theme is kept. */
export const themeHash = (theme: Theme, { digests }: Pick<Ports, 'digests'>): Sha256 =>
  digests.sha256(themeText(theme));

/** Keeps a theme under the hash of its text, which it returns. The same theme is kept once, whoever publishes it. */
export async function keepTheme(theme: Theme, { documents, digests }: Keeping): Promise<Sha256> {
  const sha256 = themeHash(theme, { digests });
  const bytes = new TextEncoder().encode(themeText(theme));
  await documents.putOnce({ key: themeKey(sha256), bytes, contentType: 'application/json' });
  return sha256;
}

/**
 * Themes that were read from a store. One never changes under its hash, so a function reads it once: each certificate that is looked
 * at would read it anew, which is billed, and takes some 40 ms of the learner's time. A provider has few.
 */
const read = new WeakMap<Keeping['documents'], Map<Sha256, Theme>>();

/**
 * The theme that a provider has in a version or a snapshot; nothing where it has none, as in everything that was stored
 * before there were themes. @throws when it is missing, or is not what the hash was made of.
 */
export async function themeOf(
  { theme: sha256 }: Provider,
  { documents, digests }: Keeping,
): Promise<Theme | undefined> {
  if (sha256 === undefined) return undefined;
  const known = read.get(documents) ?? new Map<Sha256, Theme>();
  read.set(documents, known);
  const theme = known.get(sha256) ?? (await readTheme(sha256, { documents, digests }));
  known.set(sha256, theme);
  return theme;
}

async function readTheme(sha256: Sha256, { documents, digests }: Keeping): Promise<Theme> {
  const bytes = await documents.read(themeKey(sha256));
  if (!bytes) throw new Error(`The theme ${sha256} is missing`);
  if (digests.sha256(bytes) !== sha256) throw new Error(`The theme ${sha256} is not what it was`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Theme;
}
