import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Posted, Poster } from '../../shared/ports.ts';
import { once } from './once.ts';
import { isLoopback, isPublicAddress } from './public-address.ts';

/** Standard Webhooks asks receivers to answer within 15 to 30 s; ours wait for nobody longer than this. */
const LONGEST_MS = 10_000;
/** So much of an answer is read, and so much of it is kept for staff to see. */
const MOST_READ_BYTES = 4_096;
const EXCERPT = 300;

type Resolve = (host: string, options: LookupOptions & { readonly all: true }, callback: Resolved) => void;
type Resolved = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;

export interface PosterOptions {
  /** Lets messages go to this machine itself, without TLS: for receivers on one machine. */
  readonly toLoopback: boolean;
  readonly resolve?: Resolve;
  readonly longestMs?: number;
}

/** An address that no message is sent to. */
class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/** What a person can make use of: the code of the system where there is one. */
const problemOf = (error: unknown): string => {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: '', message: String(error) };
  return code && !message.includes(code) ? `${code}: ${message}` : message;
};

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= MOST_READ_BYTES) break;
  }
  // Controls would break the page that shows it.
  const text = Buffer.concat(chunks).toString('utf8').toWellFormed();
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, EXCERPT);
}

/**
 * Posts to receivers on the public internet. Which address a name has is looked at where the connection is made, so that a
 * name that changes its mind between the look and the connection (DNS rebinding) gets nowhere either.
 */
export function createPoster({ toLoopback, resolve = lookup, longestMs = LONGEST_MS }: PosterOptions): Poster {
  const isAllowed = (address: string): boolean => isPublicAddress(address) || (toLoopback && isLoopback(address));

  const lookupAllowed: LookupFunction = (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [refused] = addresses.filter(({ address }) => !isAllowed(address));
      // One address that is not public condemns the name: no honest receiver has both.
      if (refused || addresses.length === 0)
        return callback(new RefusedAddress(`${host} is at an address that no message is sent to.`), '', 0);
      if (options.all) return callback(null, addresses);
      const [{ address, family } = { address: '', family: 0 }] = addresses;
      return callback(null, address, family);
    });
  };

  return {
    post: async ({ url, headers, body }): Promise<Posted> => {
      try {
        const target = new URL(url);
        const host = target.hostname.replace(/^\[|\]$/g, '');
        // Of an address nobody is asked, so that it must be looked at here.
        if (isIP(host) && !isAllowed(host)) throw new RefusedAddress('No message is sent to this address.');
        const overTls = target.protocol === 'https:';
        if (!overTls && !(toLoopback && target.protocol === 'http:'))
          throw new RefusedAddress('Messages are sent over HTTPS alone.');
        return await new Promise<Posted>((answered, failed) => {
          const send = overTls ? httpsRequest : httpRequest;
          const request = send(
            target,
            {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'user-agent': 'Credit-Wallet-Webhooks/1', ...headers },
              lookup: lookupAllowed,
              // A socket of its own: none is kept for a receiver that may have moved meanwhile.
              agent: false,
              signal: AbortSignal.timeout(longestMs),
            },
            (response) => {
              beginningOf(response).then(
                (excerpt) => answered({ kind: 'answered', status: response.statusCode ?? 0, excerpt }),
                failed,
              );
            },
          );
          request.on('error', failed);
          request.end(body);
        });
      } catch (error) {
        const late = error instanceof Error && /abort|timeout/i.test(error.name);
        return { kind: 'unreachable', problem: late ? `No answer within ${longestMs / 1_000} s.` : problemOf(error) };
      }
    },
  };
}

/** The poster of this deployment; `WEBHOOKS_TO_LOOPBACK` is for one machine alone. */
export const webhookPoster = once(() => createPoster({ toLoopback: process.env.WEBHOOKS_TO_LOOPBACK === 'yes' }));
