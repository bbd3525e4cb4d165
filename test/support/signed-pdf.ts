import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';

/** Why a file is not, byte for byte, what was signed; nothing when it is. */
export type Flaw = string | undefined;

const latin = new TextDecoder('latin1');

/**
 * Judges a signed PDF as an auditor would, by an implementation of CMS that nobody here wrote (pkijs on WebCrypto): one
 * signature, which covers every byte but its own, by a key that is expected. A signature alone proves nothing of what was
 * appended after it (trust.md, 3), so whole coverage is asked for.
 */
export async function flawOf(file: Uint8Array, expected: { readonly jwk: { readonly x: string } }): Promise<Flaw> {
  const text = latin.decode(file);
  const ranges = [...text.matchAll(/\/ByteRange ?\[ ?(\d+) (\d+) (\d+) (\d+) *\]/g)];
  const [range, another] = ranges;
  if (!range) return 'It is not signed';
  if (another) return 'It has more than one signature';
  const [start = -1, length = 0, rest = 0, restLength = 0] = range.slice(1).map(Number);
  if (start !== 0 || rest + restLength !== file.length || length >= rest)
    return 'The signature does not cover all of it';
  const hex = text.slice(length + 1, rest - 1);
  if (text[length] !== '<' || text[rest - 1] !== '>' || !/^[0-9a-f]+$/i.test(hex))
    return 'The signature does not cover all of it';
  const padded = Buffer.from(hex, 'hex');
  const covered = Buffer.concat([file.subarray(0, length), file.subarray(rest)]);
  try {
    // What is behind the structure must be the empty rest of its place.
    const size = 4 + padded.readUInt16BE(2);
    if (padded[1] !== 0x82 || padded.subarray(size).some((byte) => byte !== 0))
      return 'Something hides in the signature';
    const content = pkijs.ContentInfo.fromBER(padded.subarray(0, size));
    const signed = new pkijs.SignedData({ schema: content.content });
    const [certificate] = signed.certificates ?? [];
    if (!(certificate instanceof pkijs.Certificate)) return 'It has no certificate';
    const { x } = await crypto.subtle.exportKey('jwk', await certificate.getPublicKey());
    if (x !== expected.jwk.x) return 'Somebody else signed it';
    const sealed = certificateDigest(signed);
    const digest = createHash('sha256')
      .update(new Uint8Array(certificate.toSchema(true).toBER()))
      .digest('hex');
    if (sealed !== digest) return 'The certificate is another than was signed with';
    const holds = await signed.verify({ signer: 0, data: new Uint8Array(covered).buffer, checkChain: false });
    return holds ? undefined : 'The signature does not hold';
  } catch (error) {
    return `The signature cannot be read: ${String(error)}`;
  }
}

/** What signing-certificate-v2 says of the certificate (RFC 5035). */
function certificateDigest({ signerInfos: [signer] }: pkijs.SignedData): string | undefined {
  const attribute = signer?.signedAttrs?.attributes.find(({ type }) => type === '1.2.840.113549.1.9.16.2.47');
  const bytes = attribute && Buffer.from(attribute.values[0].toBER());
  return bytes?.subarray(-32).toString('hex');
}
