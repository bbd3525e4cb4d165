import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** CBOR (RFC 8949) of what authenticators say: small maps, texts, bytes and integers. */
function cbor(value: unknown): Buffer {
  const head = (major: number, size: number): Buffer =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held)])]);
  throw new Error('No CBOR of this is needed');
}

interface Options {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: { readonly id: string };
}

/**
 * An authenticator in software, by WebAuthn Level 3 (sections 6.1 and 6.5): it makes one ES256 passkey and uses it. `asked`
 * may lie about the origin or leave out the user's verification, as no honest one does.
 */
export function createAuthenticator({ origin = 'https://credit.example.org', verifies = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (rpId: string, attested = Buffer.alloc(0)): Buffer => {
    counter += 1;
    const flags = 0x01 | (verifies ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested]);
  };
  const named = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} };

  return {
    /** Answers `navigator.credentials.create`. */
    create: (asked: Record<string, unknown>) => {
      const { challenge, rp } = asked as unknown as Options;
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const coordinates = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')] as const;
      // COSE (RFC 9053): EC2, ES256, P-256, x, y.
      const key = cbor(
        new Map<number, unknown>([
          ...([
            [1, 2],
            [3, -7],
            [-1, 1],
          ] as const),
          ...([
            [-2, coordinates[0]],
            [-3, coordinates[1]],
          ] as const),
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const authData = authenticatorData(rp?.id ?? '', attested);
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      return {
        ...named,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      };
    },
    /** Answers `navigator.credentials.get`. */
    get: (asked: Record<string, unknown>) => {
      const { challenge, rpId = '' } = asked as unknown as Options;
      const data = clientData('webauthn.get', challenge);
      const authData = authenticatorData(rpId);
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey);
      return {
        ...named,
        response: {
          ...{ clientDataJSON: base64url(data), authenticatorData: base64url(authData) },
          signature: base64url(signature),
        },
      };
    },
  };
}
