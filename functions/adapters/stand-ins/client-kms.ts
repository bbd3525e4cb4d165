/** Stands in for `@aws-sdk/client-kms` in the bundles (ADR 46): the requests that `kms-signer.ts` sends. */
import { JsonClient, jsonCommand } from './json-client.ts';
import type { ClientSettings } from './service-client.ts';

export class KMSClient extends JsonClient {
  constructor(settings: ClientSettings) {
    super({ signing: 'kms', variable: 'KMS', target: 'TrentService', version: '1.1' }, settings);
  }
}

export const GetPublicKeyCommand = jsonCommand('GetPublicKey', { bytesOut: ['PublicKey'] });
export const SignCommand = jsonCommand('Sign', { bytesIn: ['Message'], bytesOut: ['Signature'] });
