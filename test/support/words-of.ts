import type { ComponentChild, VNode } from 'preact';

/** The parts of a page that a piece of it comes to, outermost first: elements with their attributes, and texts. */
export function partsOf(piece: ComponentChild | readonly ComponentChild[]): readonly (VNode | string)[] {
  if (piece === null || piece === undefined || typeof piece === 'boolean') return [];
  if (Array.isArray(piece)) return piece.flatMap(partsOf);
  if (typeof piece !== 'object') return [String(piece)];
  const { type, props } = piece as VNode<{ readonly children?: ComponentChild }>;
  // Whoever calls sees to it that the piece keeps no state: it is what its function gives.
  if (typeof type === 'function') return partsOf((type as (given: object) => ComponentChild)(props));
  return [piece as VNode, ...partsOf(props.children)];
}

/** What a reader is told by a piece of a page that keeps no state. */
export const wordsOf = (piece: ComponentChild): string =>
  partsOf(piece)
    .filter((part) => typeof part === 'string')
    .join('');

/** Where the links of such a piece lead, in their order. */
export const linksOf = (piece: ComponentChild): readonly string[] =>
  partsOf(piece).flatMap((part) =>
    typeof part !== 'string' && part.type === 'a' ? [(part as VNode<{ readonly href: string }>).props.href] : [],
  );
