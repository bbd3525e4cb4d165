/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles: a Lambda's credentials are in its environment, so the
 * SDK's search through profiles, single sign-on and metadata services is left out, a quarter of what a cold start reads.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
