import type { Answers } from '../../shared/domain/assessment.ts';
import type { ChangeKind } from '../../shared/domain/change.ts';
import type { Claim } from '../../shared/domain/participation.ts';
import type { ResultWait } from './result-waits.ts';

type Body = Readonly<Record<string, unknown>>;

/** An erasure that was acknowledged as asked for. */
export interface AskedErasure {
  readonly account: string;
  /** Whether it was taken back; `perhaps` where that was tried and not answered. */
  kept: 'no' | 'perhaps' | 'yes';
}

/** What learners were told, to be held against what the records say in the end. */
export interface Witness {
  /** Attempts that were begun, or gone on with. */
  readonly begun: { readonly email: string; readonly attemptId: string }[];
  /** Submissions that were acknowledged with 200 or 202, with the answers that were sent. */
  readonly submissions: { readonly attemptId: string; readonly answers: Answers; readonly timed: boolean }[];
  /** Results that were shown. */
  readonly results: { readonly attemptId: string; readonly status: unknown; readonly score: unknown }[];
  /** How long learners who looked waited for a result. */
  readonly waits: ResultWait[];
  /** Addresses of learners whose profile was acknowledged. */
  readonly profiles: Set<string>;
  /** The given names that were acknowledged last, by address. */
  readonly introduced: Map<string, string>;
  /** Addresses of learners who mended a name that could not be printed. */
  readonly mended: { readonly emails: Set<string>; readonly first: PromiseWithResolvers<void> };
  readonly evaluations: { readonly email: string; readonly activityId: string }[];
  readonly claims: {
    readonly email: string;
    readonly activityId: string;
    readonly claims: readonly Claim[];
    /** How many boards were asked for. */
    readonly boards: number;
    readonly certificateId: unknown;
  }[];
  /** Wallets that were shown to whoever had this certificate by then. */
  readonly wallets: { readonly email: string; readonly certificateId: string; readonly wallet: Body }[];
  /** Changes of certificates that were acknowledged as done. */
  readonly changes: { readonly changeId: string; readonly certificateId: string; readonly kind: ChangeKind }[];
  /** Batches that were acknowledged, with how many items; and those that were approved, by whoever asked where that is enough. */
  readonly batches: { readonly batchId: string; readonly items: number }[];
  readonly batchesRun: string[];
  /** Imports that were acknowledged; and those of which it was that they be brought in. */
  readonly imports: { readonly importId: string; readonly kind: string; readonly rows: number }[];
  readonly importsRun: string[];
  /** Parked work that staff were told is taken up again. */
  readonly redriven: string[];
  /** Keys of documents that were taken out of the bucket. */
  readonly lost: Set<string>;
  /** How often staff did what beside them. */
  readonly deeds: Record<string, number>;
  readonly erasures: AskedErasure[];
  /** Whether the pages of certificates were turned on or off last, by what their holders were told. */
  readonly pages: Map<string, boolean>;
  /** How often learners decided what about what is theirs. */
  readonly own: Record<string, number>;
  /** Answers to requests with a key: a repeat must get the same. */
  readonly replies: Map<string, string>;
  /** What contradicts itself already. */
  readonly contradictions: string[];
  /** How the last visit of each learner to each activity ended. */
  readonly endings: Map<string, string>;
}

const visitOf = (email: string, activityId: string): string => `${email} in ${activityId}`;

/** Notes how a visit of a learner to an activity ended, in place of how the former one did. */
export const noteEnding = ({ endings }: Witness, email: string, activityId: string, ending: string): void =>
  void endings.set(visitOf(email, activityId), ending);

/** How a learner's last visit to an activity ended. */
export const endingOf = ({ endings }: Witness, email: string, activityId: string): string | undefined =>
  endings.get(visitOf(email, activityId));

export const createWitness = (): Witness => ({
  begun: [],
  submissions: [],
  results: [],
  waits: [],
  profiles: new Set(),
  introduced: new Map(),
  batches: [],
  batchesRun: [],
  imports: [],
  importsRun: [],
  mended: { emails: new Set(), first: Promise.withResolvers() },
  evaluations: [],
  claims: [],
  changes: [],
  redriven: [],
  lost: new Set(),
  deeds: {},
  erasures: [],
  pages: new Map(),
  own: {},
  wallets: [],
  replies: new Map(),
  contradictions: [],
  endings: new Map(),
});

const essence = ['attemptId', 'status', 'score', 'completedAt', 'claims', 'certificateId'] as const;

/**
 * Remembers the final answer to a request with a key, and whether a repeat was told something else. What a fault kept the
 * service from keeping binds it to nothing: its answers are kept as well as they can be, and what happens once is the
 * conditional writes' doing (`functions/middleware/replaying.ts`).
 */
export function hearReply(
  witness: Witness,
  key: string,
  { status, body, kept }: { readonly status: number; readonly body: Body; readonly kept: boolean },
): void {
  if (status !== 200) return;
  // What else an answer shows (attempts left, saved answers) may change between two of them.
  const said = JSON.stringify(essence.map((name) => body[name]));
  const before = witness.replies.get(key);
  if (before !== undefined && before !== said)
    witness.contradictions.push(`The key ${key} was answered ${before} and then ${said}`);
  if (kept) witness.replies.set(key, said);
}
