import { isIPv6 } from 'node:net';
import { type ApiEvent, headerOf } from './request.ts';

const groupsOf = (part = ''): readonly string[] => part.split(':').filter((group) => group !== '');

/** The first 64 bits of an address of IPv6: whoever has one address there has all of them, and a new one for every request. */
function networkOf(address: string): string {
  // What stands for an address of IPv4 is one.
  if (!isIPv6(address) || address.includes('.')) return address;
  // In the one form of RFC 5952, by the URL parser.
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const [head, tail] = hostname.slice(1, -1).split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/**
 * Where a request came from, which limits count by: an address of IPv4, or the network of one of IPv6. On AWS the gateway sees CloudFront's
 * address, and CloudFront tells the viewer's, with its port: `198.51.100.7:46532`, `2001:db8::1:46532`. Nothing else gets through to the
 * gateway (`verify-origin`), so that header can be believed there.
 */
export const sourceIpOf = (event: ApiEvent): string =>
  networkOf(headerOf(event, 'cloudfront-viewer-address')?.replace(/:\d+$/, '') || event.requestContext.http.sourceIp);
