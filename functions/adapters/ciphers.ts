import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Ciphers } from '../../shared/ports.ts';
import { once } from './once.ts';

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D, 8.2.2: 96 random bits, for far fewer than 2^32 texts a key. */
const nonceBytes = 12;
const tagBytes = 16;
/** How what was sealed is to be read: as it was, or deflated before (RFC 1951). */
const forms = { plain: 'v1.', deflated: 'v2.' } as const;
/** A shorter text gains nothing by being deflated. */
const worthDeflating = 300;

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
/** As Node has keys: where it gets one as bytes it throws and catches an exception first, which takes longer than sealing. */
const keyOf = (secret: string): KeyObject => createSecretKey(secret, 'base64url');

/** What a row with answers and their rationales weighs is billed at every write: deflated it is half of that. */
function packed(text: string): { readonly form: string; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length < worthDeflating) return { form: forms.plain, bytes };
  const deflated = deflateRawSync(bytes);
  return deflated.length < bytes.length ? { form: forms.deflated, bytes: deflated } : { form: forms.plain, bytes };
}

/** AES-256-GCM by the runtime. The place goes in as associated data, so that what is sealed opens nowhere else. */
export const nodeCiphers = once(
  (): Ciphers => ({
    seal: (text, { key, nonce, place }) => {
      const { form, bytes } = packed(text);
      const iv = bytesOf(nonce).subarray(0, nonceBytes);
      const cipher = createCipheriv(algorithm, keyOf(key), iv, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      return form + sealed.toString('base64url');
    },
    open: (sealed, { key, place }) => {
      const form = Object.values(forms).find((each) => sealed.startsWith(each));
      const bytes = bytesOf(sealed.slice(form?.length));
      if (!form || bytes.length < nonceBytes + tagBytes) throw new Error('This was not sealed here');
      const decipher = createDecipheriv(algorithm, keyOf(key), bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      return (form === forms.deflated ? inflateRawSync(text) : text).toString('utf8');
    },
  }),
);
