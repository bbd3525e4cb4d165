import type { AnswerKeys } from '../../functions/records/activities.ts';
import type { CertificateState } from '../../functions/records/certificates.ts';
import type { ActivityVersion } from '../../shared/domain/activity.ts';
import { addressesOf } from '../../shared/domain/addresses.ts';
import type { Attempt } from '../../shared/domain/attempt.ts';
import type { Batch, BatchItem } from '../../shared/domain/batch.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import type { Change } from '../../shared/domain/change.ts';
import type { Erasure } from '../../shared/domain/erasure.ts';
import type { EarlierCredit, Import, RowResult } from '../../shared/domain/import.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { LedgerEntry, LedgerHead } from '../../shared/domain/ledger.ts';
import type { FirstAnswers, Sitting } from '../../shared/domain/outcomes/kept.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import type { Award } from '../../shared/domain/wallet.ts';
import type { Delivery, WebhookEndpoint } from '../../shared/domain/webhook.ts';
import type { MailIntent, Work } from '../../shared/domain/work.ts';
import type { LedgerEvents, LedgerEventType } from '../../shared/events.ts';
import type { Row } from '../../shared/ports.ts';
import { type EntityName, entities } from '../../shared/table.ts';

/** What a row holds, as the records wrote it. */
export function dataOf<Thing>(data: unknown): Thing {
  return data as Thing;
}

/** The snapshots without those of a certificate that was taken up under another name before it was issued. */
const latestOf = (snapshots: readonly CertificateSnapshot[]): readonly CertificateSnapshot[] =>
  snapshots.filter(
    ({ certificateId, version }) =>
      !snapshots.some((other) => other.certificateId === certificateId && other.version > version),
  );

/** Everything that the table holds in the end, by kind. */
export function contentsOf(rows: readonly Row[]) {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  const all = <Thing>(kind: EntityName): readonly Thing[] =>
    (byKind.get(kind) ?? []).map((row) => dataOf<Thing>(row.data));
  return {
    learners: all<Learner>('learner'),
    erasures: all<Erasure>('erasure'),
    participations: all<Participation>('participation'),
    attempts: all<Attempt>('attempt'),
    responses: all<object>('response'),
    /** Outcomes and evaluations, keys included: nothing of them may say whose they are. */
    unlinked: ['response', 'sitting', 'firstAnswers'].flatMap((kind) => byKind.get(kind) ?? []),
    sittings: all<Sitting>('sitting'),
    firstAnswers: all<FirstAnswers>('firstAnswers'),
    awards: all<Award>('credit'),
    changes: all<Change>('change'),
    identities: all<object>('boardIdentity'),
    ledger: all<LedgerEntry>('ledgerEntry'),
    heads: all<LedgerHead>('ledgerHead'),
    snapshots: latestOf(all<CertificateSnapshot>('snapshot')),
    states: (byKind.get('certificate') ?? []).map((row) => ({
      certificateId: row.pk.split('#')[1] ?? '',
      ...dataOf<CertificateState>(row.data),
    })),
    audit: all<{ readonly type: string; readonly data: Readonly<Record<string, unknown>> }>('audit'),
    work: all<Work>('work'),
    mail: all<MailIntent>('mail'),
    deliveries: all<Delivery>('delivery'),
    batches: all<Batch>('batch'),
    batchItems: all<BatchItem>('batchItem'),
    imports: all<Import>('import'),
    /** What became of the rows of imports, by their ids. */
    importResults: new Map(
      all<Import>('import').map(({ importId }) => {
        const { pk } = entities.importResults.keyOf({ importId, from: 0 });
        const pieces = (byKind.get('importResults') ?? []).filter((row) => row.pk === pk);
        return [importId, pieces.flatMap((row) => dataOf<{ readonly list: readonly RowResult[] }>(row.data).list)];
      }),
    ),
    earlierCredits: all<EarlierCredit>('earlierCredit'),
    toldSystems: all<WebhookEndpoint>('webhookEndpoint'),
    versions: all<ActivityVersion>('version'),
    keys: new Map((byKind.get('answerKey') ?? []).map(({ pk, sk, data }) => [`${pk} ${sk}`, dataOf<AnswerKeys>(data)])),
  };
}
export type Contents = ReturnType<typeof contentsOf>;

/**
 * The accounts of whoever signs in by an address: the one that stays first, then those that were merged into it; and those that they
 * made anew, or had before, where one was erased.
 */
export const accountsOf = ({ learners }: Contents, email: string): readonly LearnerId[] =>
  learners
    .filter((one) => one.mergedInto === undefined && addressesOf(one).includes(email))
    .flatMap(({ learnerId, merged = [] }) => [learnerId, ...merged]);

/** The events of a kind in every ledger. */
export const eventsOf = <Type extends LedgerEventType>({ ledger }: Contents, type: Type) =>
  ledger
    .filter((entry) => entry.type === type)
    .map(({ learnerId, at, data }) => ({ learnerId, at, ...dataOf<LedgerEvents[Type]>(data) }));

/** What asked for awards: claims, and what staff attested in the place of one. */
export const claimsIn = (contents: Contents) => [
  ...eventsOf(contents, 'credit.claimed'),
  ...eventsOf(contents, 'participation.attested'),
];

/** Says what is not as it must be. */
export type Say = (breach: string) => void;
