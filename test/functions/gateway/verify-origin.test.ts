import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/gateway/verify-origin.ts';

beforeEach(() => vi.stubEnv('ORIGIN_SECRET', 'what-only-cloudfront-knows'));
afterEach(() => vi.unstubAllEnvs());

const event: APIGatewayRequestAuthorizerEventV2 = {
  version: '2.0',
  type: 'REQUEST',
  routeArn: 'arn:aws:execute-api:us-east-1:111122223333:api/$default/GET/api/health',
  identitySource: [],
  routeKey: 'GET /api/health',
  rawPath: '/api/health',
  rawQueryString: '',
  cookies: [],
  requestContext: {
    accountId: '111122223333',
    apiId: 'api',
    domainName: 'api.execute-api.us-east-1.amazonaws.com',
    domainPrefix: 'api',
    http: { method: 'GET', path: '/api/health', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey: 'GET /api/health',
    stage: '$default',
    time: '24/Nov/2026:10:00:00 +0000',
    timeEpoch: 1_795_514_400_000,
  },
};

const asked = async (...identitySource: string[]): Promise<boolean> =>
  (await handler({ ...event, identitySource })).isAuthorized;

describe('a request to the API', () => {
  it('gets through when it comes from CloudFront', async () => {
    expect(await asked('what-only-cloudfront-knows')).toBe(true);
  });

  it('is turned away when it goes around CloudFront and its firewall', async () => {
    expect(await asked('what-only-cloudfront-guesses')).toBe(false);
    expect(await asked('what-only-cloudfront-knowS')).toBe(false);
    expect(await asked('')).toBe(false);
    expect(await asked()).toBe(false);
  });
});
