import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * What pages of the site may do: run and show what comes from the site itself, and talk to it alone. Nothing is inline, so that
 * no nonce is needed, and markup gets into a page by the one policy that `web/components/markup.tsx` makes (ADR 40).
 */
const sitePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types markup',
].join('; ');

/** What an answer may do that says nothing of it itself: those of the gateway. A handler's page says its own. */
const answerPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What no page of ours uses, and a passkey where the console asks for one. Only names that browsers know: others are warned of. */
const permissions = [
  ...['accelerometer', 'bluetooth', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking', 'browsing-topics'],
].map((feature) => `${feature}=()`);
const permissionsPolicy = [
  ...permissions,
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ');

const headers = (
  contentSecurityPolicy: string,
  referrerPolicy: HeadersReferrerPolicy,
  override: boolean,
): ResponseHeadersPolicyProps => ({
  securityHeadersBehavior: {
    contentSecurityPolicy: { contentSecurityPolicy, override },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    referrerPolicy: { referrerPolicy, override },
    strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
  },
  customHeadersBehavior: {
    customHeaders: [
      { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
      // Who reads an answer from another site asks by CORS, which this does not concern.
      { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
      { header: 'permissions-policy', value: permissionsPolicy, override: true },
    ],
  },
});

/** What browsers are told with every file of the sites. */
export const siteHeaders = (scope: Construct, id: string): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(
    scope,
    id,
    headers(sitePolicy, HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, true),
  );

/** What browsers are told with every answer of the API and every public page, unless it says otherwise itself. */
export const answerHeaders = (scope: Construct, id: string): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, id, headers(answerPolicy, HeadersReferrerPolicy.NO_REFERRER, false));
