import type { Certificate, CertificateSnapshot } from '../../shared/domain/certificate.ts';
import type { CertificateId } from '../../shared/domain/kinds.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** What has become of a certificate; what it says is in its snapshot, which never changes. */
export type CertificateState = Omit<Certificate, 'snapshot'> & {
  readonly version: number;
  /** The work that issues it, where it is not the award's. */
  readonly workId?: string;
};

export interface Certificates {
  /** A certificate with the snapshot of its current version, in one read. */
  byId(certificateId: CertificateId): Promise<(Certificate & { readonly state: Stored<CertificateState> }) | undefined>;
  /** The same for who looks for what is lost: nothing, too, where the snapshot is missing. */
  whole(certificateId: CertificateId): ReturnType<Certificates['byId']>;
  /** Freezes a snapshot and gives it its identity. */
  begin(
    snapshot: CertificateSnapshot,
    origin?: Pick<CertificateState, 'pageOffSince'> & { readonly replaces: CertificateId; readonly workId: string },
  ): readonly Write[];
  /** Takes up a certificate that was parked before it was issued; under another name it is its next version. */
  takeUp(
    certificate: { readonly snapshot: CertificateSnapshot; readonly state: Stored<CertificateState> },
    name?: string,
  ): readonly Write[];
  putState(certificateId: CertificateId, state: CertificateState, before: Stored<CertificateState>): Write;
}

/** A certificate's state names a version that there is no snapshot of: rows were lost or altered. */
class MissingSnapshotError extends Error {
  override readonly name = 'MissingSnapshotError';
  constructor(certificateId: CertificateId) {
    super(`The snapshot of the certificate ${certificateId} is missing`);
  }
}

export function certificates({ table }: { table: Table }): Certificates {
  const putState: Certificates['putState'] = (certificateId, state, before) =>
    putRow(entities.certificate.keyOf({ certificateId }), 'certificate', state, before);

  const byId: Certificates['byId'] = async (certificateId) => {
    const { pk, sk } = entities.certificate.keyOf({ certificateId });
    const { rows } = await table.query({ pk });
    const state = held<CertificateState>(rows.find((row) => row.sk === sk));
    if (!state) return undefined;
    const { version } = state.value;
    // Of a row that somebody altered it may be anything.
    const wanted = Number.isInteger(version) ? entities.snapshot.keyOf({ certificateId, version }).sk : undefined;
    const snapshot = held<CertificateSnapshot>(rows.find((row) => row.sk === wanted))?.value;
    if (!snapshot) throw new MissingSnapshotError(certificateId);
    return { ...state.value, snapshot, state };
  };

  return {
    byId,
    whole: (certificateId) =>
      byId(certificateId).catch((error: unknown) => {
        if (error instanceof MissingSnapshotError) return undefined;
        throw error;
      }),
    begin: (snapshot, origin = undefined) => [
      putRow(entities.snapshot.keyOf(snapshot), 'snapshot', snapshot),
      putRow(entities.certificate.keyOf(snapshot), 'certificate', {
        ...{ status: 'issuing', version: snapshot.version },
        ...origin,
      }),
    ],
    takeUp: ({ snapshot, state }, name = snapshot.name) => {
      const { reason: _, ...rest } = state.value;
      const renamed = name !== snapshot.name;
      const version = renamed ? snapshot.version + 1 : snapshot.version;
      const next = { ...snapshot, name, version };
      return [
        ...(renamed ? [putRow(entities.snapshot.keyOf(next), 'snapshot', next)] : []),
        putState(snapshot.certificateId, { ...rest, status: 'issuing', version }, state),
      ];
    },
    putState,
  };
}
