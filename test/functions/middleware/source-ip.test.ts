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
    expect(sourceIpOf(asked({ 'cloudfront-viewer-address': '2001:db8::1:46532' }))).toBe('2001:db8::1');
  });

  it('count by the gateway’s peer where nothing stands before the gateway', () => {
    expect(sourceIpOf(asked({}))).toBe('192.0.2.1');
  });
});
