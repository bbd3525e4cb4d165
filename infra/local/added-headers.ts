/** Headers that CloudFront adds to what an origin answers. */
export interface AddedHeaders {
  /** In the place of the origin's own. */
  readonly always: Readonly<Record<string, string>>;
  /** Where the origin says nothing of it. */
  readonly otherwise: Readonly<Record<string, string>>;
}

interface Added {
  readonly Override: boolean;
}
interface Policy {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: Added & { readonly ContentSecurityPolicy: string };
    readonly ReferrerPolicy: Added & { readonly ReferrerPolicy: string };
    readonly FrameOptions: Added & { readonly FrameOption: string };
    readonly ContentTypeOptions: Added;
  };
  readonly CustomHeadersConfig: {
    readonly Items: readonly (Added & { readonly Header: string; readonly Value: string })[];
  };
}

/**
 * What a response headers policy of the template adds. Strict-Transport-Security is left out: this machine speaks plain HTTP,
 * over which it must not be said (RFC 6797, 7.2).
 */
export function addedHeaders({ ResponseHeadersPolicyConfig }: { readonly [name: string]: unknown }): AddedHeaders {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = ResponseHeadersPolicyConfig as Policy;
  const { ContentSecurityPolicy, ReferrerPolicy, FrameOptions, ContentTypeOptions } = security;
  const all: readonly (readonly [name: string, value: string, added: Added])[] = [
    ['content-security-policy', ContentSecurityPolicy.ContentSecurityPolicy, ContentSecurityPolicy],
    ['referrer-policy', ReferrerPolicy.ReferrerPolicy, ReferrerPolicy],
    ['x-frame-options', FrameOptions.FrameOption, FrameOptions],
    ['x-content-type-options', 'nosniff', ContentTypeOptions],
    ...custom.Items.map((item) => [item.Header.toLowerCase(), item.Value, item] as const),
  ];
  const which = (override: boolean) =>
    Object.fromEntries(all.filter(([, , added]) => added.Override === override).map(([name, value]) => [name, value]));
  return { always: which(true), otherwise: which(false) };
}

/** An origin's headers as CloudFront hands them on. */
export const withAdded = <Value>(
  { always, otherwise }: AddedHeaders,
  headers: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value | string>> => ({ ...otherwise, ...headers, ...always });

export const nothingAdded: AddedHeaders = { always: {}, otherwise: {} };
