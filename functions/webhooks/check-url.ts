import { isIP } from 'node:net';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { isLoopback, isPublicAddress } from '../adapters/public-address.ts';

const because = (code: string, message: string, remedy: string): Refusal =>
  refuse({ code, message, remedy, field: '/url' });

/** Why nothing can be posted to an address, or nothing. What its name resolves to is looked at with every message. */
export function refusedUrl(text: string, { toLoopback }: { readonly toLoopback: boolean }): Refusal | undefined {
  const url = URL.parse(text);
  if (!url) return because('not-an-address', 'This is no address.', 'Give it like https://example.org/hooks.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isThisMachine = toLoopback && isIP(host) !== 0 && isLoopback(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine))
    return because('not-https', 'Messages are sent over HTTPS alone.', 'Give an address that begins with https://.');
  if (url.username || url.password)
    return because(
      'secret-in-address',
      'The address holds a user’s name or a password.',
      'Leave it out: the receiver knows our messages by their signature.',
    );
  if (url.hash) return because('not-an-address', 'What follows # is never sent.', 'Leave it out.');
  const isPrivate = isIP(host) ? !isPublicAddress(host) && !isThisMachine : !host.includes('.');
  if (isPrivate)
    return because(
      'not-public',
      'This address is not on the public internet, and no message is sent there.',
      'Give an address that can be reached from anywhere.',
    );
  return undefined;
}
