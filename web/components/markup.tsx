import { useMemo } from 'preact/hooks';

/** Trusted Types, as far as they are used here; TypeScript's DOM does not know them yet. */
interface Policy {
  createHTML(text: string): string;
}
const { trustedTypes } = globalThis as {
  readonly trustedTypes?: { createPolicy(name: string, policy: Policy): Policy };
};

/** The elements of certificates and of the help text, with attributes that run nothing and lead nowhere else. */
const known =
  /<\/?(?:a|article|bdi|d[dlt]|div|h2|i|li|[ou]l|p|path|small|span|strong|svg|use)(?: (?!on|style|src|href)[A-Za-z-]+="[^"<>]*"| href="[#/](?!\/)[^"<>]*")*>/g;

/**
 * Gives back markup of the service’s own making. What holds anything else, an element or an attribute that runs or loads
 * something, was not made there, whatever it came through, and stays out.
 */
export function onlyOurs(text: string): string {
  if (text.replace(known, '').includes('<')) throw new TypeError('This is no markup of ours');
  return text;
}

/** The one door for markup: the pages' Content-Security-Policy names this policy and knows no other (ADR 40). */
const policy: Policy = trustedTypes?.createPolicy('markup', { createHTML: onlyOurs }) ?? { createHTML: onlyOurs };

interface MarkupProps {
  /** Composed by the service, which escaped whatever anybody typed, or a file of this site. */
  readonly text: string;
  readonly class: string;
  /** Set through the DOM, which the page's policy lets be. */
  readonly style?: Readonly<Record<string, string>>;
}

/** An element that holds markup. */
export function Markup({ text, ...attributes }: MarkupProps) {
  const __html = useMemo(() => policy.createHTML(text), [text]);
  return <div {...attributes} dangerouslySetInnerHTML={{ __html }} />;
}
