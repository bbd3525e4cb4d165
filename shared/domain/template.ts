import { ownOf } from './kinds.ts';

/** A wording with places in braces that facts fill. A changed wording is a new version of its template. */
export interface Template {
  readonly templateId: string;
  /** A number of ours; of a provider's own wording, a mark of its content. */
  readonly version: number | string;
  readonly text: string;
}

/** A provider's own wordings in the place of templates, by their ids. */
export type OwnWordings = Readonly<Record<string, string>>;

/** By which template a sentence was made, so that it can be shown years later where its wording came from. */
export interface MadeBy {
  readonly templateId: string;
  readonly templateVersion: number | string;
}

/** Fills the places that have a fact and leaves the others standing, which the publishing rules refuse. */
export const fill = ({ text }: Template, facts: Readonly<Record<string, string | undefined>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => ownOf(facts, name) || place);

export const madeBy = ({ templateId, version }: Template): MadeBy => ({ templateId, templateVersion: version });

/**
 * A mark of a wording's content (FNV-1a, 64 bits), so that the same words are the same version wherever they are read. It tells
 * versions apart and proves nothing: the words themselves are kept beside it.
 */
export function wordingVersion(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `own-${hash.toString(16).padStart(16, '0')}`;
}

/** A template as a provider words it, or as it is. */
export function asWorded(template: Template, own: OwnWordings = {}): Template {
  const { templateId } = template;
  const text = own[templateId];
  return text === undefined ? template : { templateId, version: wordingVersion(text), text };
}
