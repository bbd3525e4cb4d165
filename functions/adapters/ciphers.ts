import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Ciphers } from '../../shared/ports.ts';
import { once } from './once.ts';

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D, 8.2.2: 96 random bits, for far fewer than 2^32 texts a key. */
const nonceBytes = 12;
const tagBytes = 16;
const form = 'v1.';

const bytesOf = (secret: string): Buffer => Buffer.from(secret, 'base64url');

/** AES-256-GCM by the runtime. The place goes in as associated data, so that what is sealed opens nowhere else. */
export const nodeCiphers = once(
  (): Ciphers => ({
    seal: (text, { key, nonce, place }) => {
      const iv = bytesOf(nonce).subarray(0, nonceBytes);
      const cipher = createCipheriv(algorithm, bytesOf(key), iv, { authTagLength: tagBytes }).setAAD(
        Buffer.from(place),
      );
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return form + sealed.toString('base64url');
    },
    open: (sealed, { key, place }) => {
      const bytes = bytesOf(sealed.slice(form.length));
      if (!sealed.startsWith(form) || bytes.length < nonceBytes + tagBytes) throw new Error('This was not sealed here');
      const decipher = createDecipheriv(algorithm, bytesOf(key), bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-tagBytes));
      return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
    },
  }),
);
