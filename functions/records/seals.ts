import type { Der } from '../../shared/documents/signature/der.ts';
import type { Seal } from '../../shared/documents/signature/sign-pdf.ts';
import { certificateToSign, signedCertificate } from '../../shared/documents/signature/signing-certificate.ts';
import type { Instant } from '../../shared/domain/kinds.ts';
import type { SigningKey } from '../../shared/domain/signing-key.ts';
import { type Clock, LostRaceError, type Signer, type Table } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

/** The certificate of a signing key, as it is kept. */
interface KeptCertificate {
  readonly provider: string;
  /** Base64 of DER. */
  readonly certificate: string;
  readonly madeAt: Instant;
}

export interface Seals {
  /** By what documents are signed now. The key's certificate is made when it first signs, and then stays the same. */
  current(signer: Signer, provider: string): Promise<Seal>;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const derOf = (kept: string): Der => new Uint8Array(Buffer.from(kept, 'base64'));

export function seals({ table, clock }: { table: Table; clock: Clock }): Seals {
  const sealOf = async (key: SigningKey, signer: Signer, provider: string): Promise<Seal> => {
    const row = entities.seal.keyOf({ kid: key.kid });
    const kept = held<KeptCertificate>(await table.get(row))?.value;
    if (kept) return { key, provider: kept.provider, certificate: derOf(kept.certificate) };

    const madeAt = clock.now();
    const toSign = certificateToSign(key, provider, madeAt);
    const certificate = signedCertificate(toSign, await signer.sign(key.kid, toSign));
    try {
      await table.write([putRow(row, 'seal', { provider, certificate: base64(certificate), madeAt })]);
      return { key, provider, certificate };
    } catch (error) {
      // Another run made one first: there is one now.
      if (error instanceof LostRaceError) return sealOf(key, signer, provider);
      throw error;
    }
  };

  /** By their keys' ids. A key's certificate never changes, so a function that stays warm reads it once. */
  const known = new Map<string, Seal>();
  return {
    current: async (signer, provider) => {
      const [key] = await signer.keys();
      const seal = known.get(key.kid) ?? (await sealOf(key, signer, provider));
      known.set(key.kid, seal);
      return seal;
    },
  };
}
