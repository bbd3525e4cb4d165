import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { once } from './once.ts';

/** What is not on the public internet, or is nobody's (IANA, IPv4 Special-Purpose Address Registry; RFC 6890). */
const specialV4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // The metadata of machines in the cloud, credentials among them.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Within 2000::/3, what leads elsewhere: Teredo and other protocols, documentation, 6to4. */
const specialV6: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const lists = once(() => {
  const special = new BlockList();
  for (const [network, bits] of specialV4) special.addSubnet(network, bits, 'ipv4');
  for (const [network, bits] of specialV6) special.addSubnet(network, bits, 'ipv6');
  // All of IPv6 that is given out for the public internet; mapped, translated and local addresses are outside of it.
  const global = new BlockList();
  global.addSubnet('2000::', 3, 'ipv6');
  const loopback = new BlockList();
  loopback.addSubnet('127.0.0.0', 8, 'ipv4');
  loopback.addAddress('::1', 'ipv6');
  return { special, global, loopback };
});

/** Whether an IP address is on the public internet. */
export function isPublicAddress(address: string): boolean {
  const { special, global } = lists();
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIPv6(address) && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** Whether an IP address is this machine itself. */
export const isLoopback = (address: string): boolean =>
  lists().loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
