import type { Exchanged } from './exchange.ts';
import { ServiceError } from './service-client.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of the first element of that name, which holds no other. */
export const textIn = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`)
    .exec(xml)?.[1]
    ?.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
      name ? (entities[name] ?? whole) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    );

/** The error that an answer in XML tells; without a body, as to HEAD, only its status does. */
export function errorInXml({ status, body }: Exchanged): ServiceError {
  const xml = body.toString('utf8');
  const name = textIn(xml, 'Code') ?? (status === 404 ? 'NotFound' : `Status${status}`);
  return new ServiceError({ name, message: textIn(xml, 'Message') ?? name }, status);
}
