import type { Certificate, CertificateSnapshot } from '../../shared/domain/certificate.ts';
import type { CertificateId } from '../../shared/domain/kinds.ts';
import type { Key, Row, Table, Write } from '../../shared/ports.ts';
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
  /**
   * The same by keys, for who reads more at the same moment: all of it comes in one request. Alone it would be a unit dearer, and two
   * requests where it is not of its first version.
   */
  besides(certificateId: CertificateId): ReturnType<Certificates['byId']>;
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

  /** @param snapshotAt reads the row of a snapshot */
  const joined = async (
    certificateId: CertificateId,
    stands: Row | undefined,
    snapshotAt: (key: Key) => Promise<Row | undefined> | Row | undefined,
  ): ReturnType<Certificates['byId']> => {
    const state = held<CertificateState>(stands);
    if (!state) return undefined;
    const { version } = state.value;
    // Of a row that somebody altered it may be anything.
    const wanted = Number.isInteger(version) ? entities.snapshot.keyOf({ certificateId, version }) : undefined;
    const snapshot = held<CertificateSnapshot>(wanted && (await snapshotAt(wanted)))?.value;
    if (!snapshot) throw new MissingSnapshotError(certificateId);
    return { ...state.value, snapshot, state };
  };

  const byId: Certificates['byId'] = async (certificateId) => {
    const { pk, sk } = entities.certificate.keyOf({ certificateId });
    const { rows } = await table.query({ pk });
    const at = (wanted: string): Row | undefined => rows.find((row) => row.sk === wanted);
    return joined(certificateId, at(sk), (key) => at(key.sk));
  };

  const besides: Certificates['besides'] = async (certificateId) => {
    // Nearly every certificate is of its first version.
    const usual = entities.snapshot.keyOf({ certificateId, version: 1 });
    const [stands, first] = await Promise.all([
      table.get(entities.certificate.keyOf({ certificateId })),
      table.get(usual),
    ]);
    return joined(certificateId, stands, (key) => (key.sk === usual.sk ? first : table.get(key)));
  };

  return {
    ...{ byId, besides },
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
