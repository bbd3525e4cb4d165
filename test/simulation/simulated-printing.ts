import { unsignedPlace } from '../../shared/documents/signature/signature-place.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import { canonicalJson } from '../../shared/domain/ledger.ts';
import { ParkError } from '../../shared/ports.ts';

/**
 * Stands in for the drawing of the PDF, which takes 65 ms and is tested by itself: like it, bytes that are a function of
 * the snapshot alone, with a place for a signature, and a ParkError for a name that no font prints.
 */
export async function renderCertificatePdf(snapshot: CertificateSnapshot): Promise<Uint8Array> {
  if (/\p{Extended_Pictographic}/u.test(snapshot.name)) throw new ParkError('No font prints a sign of the name.');
  const { range, contents } = unsignedPlace;
  const words = canonicalJson(JSON.parse(JSON.stringify(snapshot)));
  return new TextEncoder().encode(`${words} ${range} ${contents}`);
}
