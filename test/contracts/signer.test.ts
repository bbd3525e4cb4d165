import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedClient } from '../../functions/adapters/aws.ts';
import { p1363FromDer } from '../../functions/adapters/ecdsa-signature.ts';
import { createKmsSigner } from '../../functions/adapters/kms-signer.ts';
import { startKms } from '../../infra/local/parts/kms.ts';
import type { Signer } from '../../shared/ports.ts';
import { createMemorySigner } from '../simulation/ports/memory-signer.ts';
import { describeGiven, type Implementation, localCredentials } from './implementation.ts';
import { describeSigner } from './signer.ts';

const keyIds = ['arn:aws:kms:us-east-1:000000000000:key/Now', 'arn:aws:kms:us-east-1:000000000000:key/Before'] as const;

const clientOf = (endpoint: string): KMSClient =>
  new KMSClient({ ...boundedClient, endpoint, region: 'us-east-1', credentials: localCredentials });

/** The adapter on the embedded part that `npm start` runs. */
const embeddedSigner: Implementation<Signer> = {
  name: 'KMS adapter on the embedded part',
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'credit-wallet-contract-'));
    const part = await startKms({ folder, keyIds });
    return {
      port: createKmsSigner({ client: clientOf(part.endpoint), keyIds }),
      async stop() {
        await part.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

const memorySigner: Implementation<Signer> = {
  name: 'in memory',
  start: async () => ({ port: createMemorySigner(), stop: async () => {} }),
};

/** The adapter on two keys in AWS that exist already, with the credentials of the environment. */
const awsSigner = (arns: string): Implementation<Signer> => {
  const [first = '', ...others] = arns.split(',');
  return {
    name: 'KMS adapter on AWS',
    start: async () => ({
      port: createKmsSigner({ client: new KMSClient(boundedClient), keyIds: [first, ...others] }),
      stop: async () => {},
    }),
  };
};

// None on moto: its KMS hashes a digest once more.
for (const implementation of [memorySigner, embeddedSigner]) describeSigner(implementation);
describeGiven('a signer in AWS', 'CREDIT_WALLET_AWS_KEYS', (arns) => describeSigner(awsSigner(arns)));

describe('the key files of one machine', () => {
  it('are made once, kept across starts, and for their owner’s eyes alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'credit-wallet-keys-'));
    const known: string[] = [];
    // Half a key, as a start leaves it that is killed while it makes one.
    await writeFile(join(folder, 'Now.pem.writing'), '-----BEGIN PRIV');
    for (let start = 0; start < 2; start += 1) {
      const part = await startKms({ folder, keyIds });
      const [{ kid }] = await createKmsSigner({ client: clientOf(part.endpoint), keyIds }).keys();
      known.push(kid);
      await part.stop();
    }
    expect(known[1]).toBe(known[0]);
    expect((await stat(join(folder, 'Now.pem'))).mode & 0o077).toBe(0);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('a signature of KMS as JOSE takes it', () => {
  const integer = (bytes: Uint8Array): number[] => {
    const significant = [
      ...bytes.subarray(
        Math.max(
          0,
          bytes.findIndex((byte) => byte !== 0),
        ),
      ),
    ];
    const value = (significant[0] ?? 0) >= 0x80 ? [0, ...significant] : significant;
    return [0x02, value.length, ...value];
  };

  it('is the same two numbers, whatever they are', () => {
    const number = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((bytes) => bytes.some((byte) => byte !== 0));
    fc.assert(
      fc.property(number, number, (r, s) => {
        const inside = [...integer(r), ...integer(s)];
        expect(p1363FromDer(new Uint8Array([0x30, inside.length, ...inside]))).toEqual(new Uint8Array([...r, ...s]));
      }),
    );
  });

  it('is refused when it is no signature', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        fc.pre(noise[0] !== 0x30);
        expect(() => p1363FromDer(noise)).toThrow(RangeError);
      }),
    );
  });
});
