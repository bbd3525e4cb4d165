import { nodeDigests } from '../../../functions/adapters/system.ts';
import { pdfKey } from '../../../shared/domain/certificate.ts';
import { type Contents, eventsOf, type Say } from '../contents.ts';
import type { Witness } from '../witness.ts';
import type { World } from '../world.ts';
import { statusAfter } from './change.ts';

/** Each certificate is valid and has the document that it certifies, or is parked with a reason. */
export function checkCertificates(contents: Contents, witness: Witness, world: World, say: Say): void {
  const { sha256 } = nodeDigests();
  for (const snapshot of contents.snapshots) {
    const { certificateId } = snapshot;
    const state = contents.states.find((one) => one.certificateId === certificateId);
    if (state?.status === 'parked') {
      if (!state.reason) say(`${certificateId} is parked without a reason`);
      continue;
    }
    // Replaced or revoked before it was printed, it has nothing to show.
    const changed = statusAfter(contents, certificateId);
    if (changed !== undefined && changed !== 'valid' && state?.status === changed && !state.sha256) continue;
    if (state?.status !== (changed ?? 'valid') || !state.sha256) {
      say(`${certificateId} is ${state?.status}`);
      continue;
    }
    // A run that was cut off may have left another one, signed as well, which no record names.
    const key = pdfKey(snapshot, state.sha256);
    const document = world.documents.kept.get(key);
    // What was lost is made good by a version with a file of its own.
    if (!document && witness.lost.has(key) && changed === 'replaced') continue;
    if (!document) say(`${certificateId} has no document`);
    else if (sha256(document.bytes) !== state.sha256) say(`The document of ${certificateId} is another than certified`);
    if (eventsOf(contents, 'certificate.issued').filter((event) => event.certificateId === certificateId).length !== 1)
      say(`${certificateId} is not issued once in the ledger`);
  }
}
