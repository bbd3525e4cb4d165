import type { DocumentFault } from '../../../shared/authoring/document-source.ts';
import { type Outline, partAt } from '../../../shared/authoring/draft-parts.ts';

/** A fault with the part of the draft that its field is in, or the provider. */
export function gapView({ in: provider, pointer, ...fault }: DocumentFault, outline: Outline) {
  const { severity, message, remedy, rule, source } = fault;
  const said = { severity, message, remedy, rule, source, pointer };
  if (provider !== undefined) return { ...said, provider };
  const place = partAt(pointer, outline);
  return { ...said, part: place.part, within: place.pointer };
}
