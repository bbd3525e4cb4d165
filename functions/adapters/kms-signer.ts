import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { SigningKey } from '../../shared/domain/signing-key.ts';
import type { Signer } from '../../shared/ports.ts';
import { asPortError, boundedClient } from './aws.ts';
import { p1363FromDer } from './ecdsa-signature.ts';
import { once, setting } from './once.ts';
import { signingKey } from './signing-key.ts';

/** A public key as KMS tells it (SubjectPublicKeyInfo). */
function signingKeyOf(spki: Uint8Array): SigningKey {
  const { crv, x, y } = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  });
  if (crv !== 'P-256' || !x || !y) throw new Error('The signing key is not on the curve P-256');
  return signingKey(x, y);
}

/** Signs with KMS, or with whatever speaks its protocol at `AWS_ENDPOINT_URL_KMS`. `keyIds`: the key that signs now first. */
export function createKmsSigner({
  client,
  keyIds,
}: {
  readonly client: KMSClient;
  readonly keyIds: readonly [string, ...string[]];
}): Signer {
  const read = async (keyId: string): Promise<{ readonly keyId: string; readonly key: SigningKey }> => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId })).catch((error: unknown) => {
      throw asPortError(error, 'Reading a public key');
    });
    if (!PublicKey) throw new Error(`KMS tells no public key for ${keyId}`);
    return { keyId, key: signingKeyOf(PublicKey) };
  };
  // A public key never changes: read once. A reading that failed is not kept.
  let known: ReturnType<typeof readAll> | undefined;
  const [current, ...previous] = keyIds;
  const readAll = async () => [await read(current), ...(await Promise.all(previous.map(read)))] as const;
  const all = () => {
    known ??= readAll().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  return {
    async keys() {
      const [first, ...others] = await all();
      return [first.key, ...others.map(({ key }) => key)];
    },
    async sign(kid, message) {
      const found = (await all()).find(({ key }) => key.kid === kid);
      if (!found) throw new Error(`No key ${kid} is kept here`);
      try {
        const { Signature } = await client.send(
          new SignCommand({
            KeyId: found.keyId,
            // The digest, because KMS takes no message above 4 KiB.
            Message: createHash('sha256').update(message).digest(),
            MessageType: 'DIGEST',
            SigningAlgorithm: 'ECDSA_SHA_256',
          }),
        );
        return p1363FromDer(Signature ?? new Uint8Array());
      } catch (error) {
        throw asPortError(error, 'Signing');
      }
    },
  };
}

/** Signs with the keys SIGNING_KEYS, the one that signs now first. */
export const kmsSigner = once(() => {
  const [first = '', ...others] = setting('SIGNING_KEYS').split(',');
  return createKmsSigner({ client: new KMSClient(boundedClient), keyIds: [first, ...others] });
});
