import { codeHashOf } from '../../functions/sign-in/code-hash.ts';
import type { Digests, Ids } from '../../shared/ports.ts';

/**
 * A webhook's secret, which is in plain base64; 43 characters and more that can be another secret or its hash; a sign-in code as
 * it is made and as it is mailed.
 */
const likeSecrets = /whsec_[\w+/]{43}|[\w-]{43,}|(?<![\w-])[2-9A-Z]{4}-?[2-9A-Z]{4}(?![\w-])/g;
/** The salt of a credential stands in it, so that whoever knows the address can tell whose it is. It opens nothing. */
const salts = /\\?"salt\\?":\\?"[\w-]{43}/g;

const asMade = (webhookSecret: string): string => webhookSecret.slice(-43).replaceAll('+', '-').replaceAll('/', '_');

/**
 * Keeps in mind every secret that a service makes: of sessions, of browsers, of links, of API keys, of webhooks, of learners'
 * data keys, sign-in codes; and the hashes under which it keeps them. No answer may hold one but that which hands it over.
 */
export function watchSecrets(ids: Ids, digests: Digests) {
  const made = new Map<string, number>();
  const note = (secret: string): string => {
    made.set(secret, made.size);
    return secret;
  };
  let latest = '';
  return {
    ids: {
      ...ids,
      secret: () => {
        latest = note(ids.secret());
        note(digests.sha256(latest));
        note(digests.sha256(`cw_${latest}`));
        return latest;
      },
      code: () => {
        const code = note(ids.code());
        note(digests.sha256(code));
        note(codeHashOf(digests, latest, code));
        return code;
      },
    } satisfies Ids,
    made,
    /** Knows those of another service too, whose rows this one has. */
    learn: (others: ReadonlyMap<string, number>) => {
      for (const secret of others.keys()) note(secret);
    },
    /** The secrets that a text holds, apart from those made since there were `since` of them. */
    within: (text: string, since = made.size): readonly string[] =>
      [...text.replaceAll(salts, '').matchAll(likeSecrets)]
        .flatMap(([like]) => [like, like.slice(0, 43), like.slice(-43), like.replace('-', ''), asMade(like)])
        .filter((like) => (made.get(like) ?? since) < since),
  };
}
export type Secrets = ReturnType<typeof watchSecrets>;
