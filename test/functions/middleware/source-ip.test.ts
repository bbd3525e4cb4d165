import { describe, expect, it } from 'vitest';
import type { ApiEvent } from '../../../functions/middleware/request.ts';
import { sourceIpOf } from '../../../functions/middleware/source-ip.ts';

const asked = (headers: Record<string, string>): ApiEvent => ({
  version: '2.0',
  routeKey: 'GET /api/health',
  rawPath: '/api/health',
  rawQueryString: '',
  headers,
  requestContext: {
    accountId: '000000000000',
    apiId: 'api',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method: 'GET', path: '/api/health', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey: 'GET /api/health',
    stage: '$default',
    time: '24/Nov/2026:10:00:00 +0000',
    timeEpoch: 1_795_514_400_000,
  },
  isBase64Encoded: false,
});

describe('limits per address', () => {
  it('count by the learner’s address, not by CloudFront’s, which thousands share', () => {
    expect(sourceIpOf(asked({ 'cloudfront-viewer-address': '198.51.100.7:46532' }))).toBe('198.51.100.7');
    expect(sourceIpOf(asked({ 'cloudfront-viewer-address': '2001:db8::1:46532' }))).toBe('2001:db8:0:0::/64');
  });

  it('count a network of IPv6 as one: whoever has an address of it has 18 trillion million', () => {
    const from = (address: string) => sourceIpOf(asked({ 'cloudfront-viewer-address': `${address}:46532` }));
    const home = [
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff:ffff:ffff:ffff',
      '2001:0DB8:0001:0002::9',
      '2001:db8:1:2:0:0:0:7',
    ];
    expect(new Set(home.map(from))).toEqual(new Set(['2001:db8:1:2::/64']));
    expect(from('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64');
    expect(from('2001:db8::2:0:0:1')).toBe('2001:db8:0:0::/64');
    expect(from('::1')).toBe('0:0:0:0::/64');
    expect(sourceIpOf(asked({ 'cloudfront-viewer-address': '::ffff:198.51.100.7:1' }))).toBe('::ffff:198.51.100.7');
  });

  it('count by the gateway’s peer where nothing stands before the gateway', () => {
    expect(sourceIpOf(asked({}))).toBe('192.0.2.1');
  });
});
