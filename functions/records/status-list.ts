import type { CertificateId, Instant } from '../../shared/domain/kinds.ts';
import { type CredentialIdentity, placeToTry, type StatusPurpose } from '../../shared/domain/status-list.ts';
import { type Clock, type Ids, LostRaceError, type Table, type Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

/** Far more than the fullest lists of a large provider take. */
const MOST_TRIES = 100;

/** A mark in a status list, or that there is none any more. */
interface Mark {
  readonly certificateId: CertificateId;
  readonly index: number;
  readonly set: boolean;
  readonly at: Instant;
}

export interface StatusList {
  /** What a certificate's credential is known by. Given once, when first asked for; then always the same. */
  identityOf(certificateId: CertificateId): Promise<CredentialIdentity>;
  /**
   * The writes that say in the status list that a certificate is revoked or suspended (`set`), or no longer suspended; none
   * where the list says so already. They fail when another marked it meanwhile; the whole decision is then taken again.
   */
  mark(certificateId: CertificateId, purpose: StatusPurpose, set: boolean): Promise<readonly Write[]>;
  /** Whether a place of the list was ever given. */
  isBegun(list: number): Promise<boolean>;
  /** The places of a list that are marked, in their order. */
  marked(list: number, purpose: StatusPurpose): Promise<readonly number[]>;
}

export function statusList({ table, clock, ids }: { table: Table; clock: Clock; ids: Ids }): StatusList {
  const kept = async (certificateId: CertificateId) =>
    held<CredentialIdentity>(await table.get(entities.credential.keyOf({ certificateId })))?.value;

  const identityOf: StatusList['identityOf'] = async (certificateId) => {
    for (let taken = 0; taken < MOST_TRIES; taken++) {
      const known = await kept(certificateId);
      if (known) return known;
      const identity = { certificateId, ...placeToTry(taken, ids.fraction), salt: ids.secret() };
      try {
        await table.write([
          putRow(entities.credential.keyOf({ certificateId }), 'credential', identity),
          putRow(entities.statusEntry.keyOf(identity), 'statusEntry', { certificateId }),
        ]);
        return identity;
      } catch (error) {
        // The place is another's, or another run was first for this certificate: look, and try the next.
        if (!(error instanceof LostRaceError)) throw error;
      }
    }
    throw new Error(`No place in a status list was found for the certificate ${certificateId}`);
  };

  return {
    identityOf,
    mark: async (certificateId, purpose, set) => {
      const { list, index } = await identityOf(certificateId);
      const key = entities.statusMark.keyOf({ list, purpose, index });
      const before = held<Mark>(await table.get(key));
      if ((before?.value.set ?? false) === set) return [];
      return [putRow(key, 'statusMark', { certificateId, index, set, at: clock.now() } satisfies Mark, before)];
    },
    isBegun: async (list) => {
      const { pk } = entities.statusEntry.keyOf({ list, index: 0 });
      return (await table.query({ pk, limit: 1 })).rows.length > 0;
    },
    marked: async (list, purpose) => {
      const { pk } = entities.statusMark.keyOf({ list, purpose, index: 0 });
      const { rows } = await table.query({ pk });
      return rows.flatMap((row) => {
        const mark = held<Mark>(row)?.value;
        return mark?.set ? [mark.index] : [];
      });
    },
  };
}
