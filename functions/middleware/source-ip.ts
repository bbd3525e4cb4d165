import { type ApiEvent, headerOf } from './request.ts';

/**
 * The address that a request came from, which limits count by. On AWS the gateway sees CloudFront's address, and CloudFront
 * tells the viewer's, with its port: `198.51.100.7:46532`, `2001:db8::1:46532`. Nothing else gets through to the gateway
 * (`verify-origin`), so that header can be believed there.
 */
export const sourceIpOf = (event: ApiEvent): string =>
  headerOf(event, 'cloudfront-viewer-address')?.replace(/:\d+$/, '') || event.requestContext.http.sourceIp;
