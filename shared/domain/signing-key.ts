/** A public key of the provider's, as anybody may know it. */
export interface SigningKey {
  /** The key's RFC 7638 thumbprint, 43 characters of base64url: names it for good. */
  readonly kid: string;
  readonly jwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };
}
