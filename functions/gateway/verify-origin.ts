import { timingSafeEqual } from 'node:crypto';
import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerResult } from 'aws-lambda';
import { setting } from '../adapters/once.ts';

/**
 * Lets in what CloudFront hands on and nothing else, so that nobody goes around the firewall, and so that the address
 * that CloudFront tells of the viewer can be believed. The gateway says which header it is, and keeps the answer for an
 * hour.
 */
export const handler = async ({
  identitySource,
}: APIGatewayRequestAuthorizerEventV2): Promise<APIGatewaySimpleAuthorizerResult> => {
  const given = Buffer.from(identitySource?.[0] ?? '');
  const right = Buffer.from(setting('ORIGIN_SECRET'));
  return { isAuthorized: given.length === right.length && timingSafeEqual(given, right) };
};
