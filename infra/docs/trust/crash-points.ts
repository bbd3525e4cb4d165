import type { Place } from '../asvs/requirement.ts';

/** Something that goes wrong, why it does no harm, and what tries it. */
export interface CrashPoint {
  readonly what: string;
  readonly safe: string;
  readonly tried: readonly [Place, ...Place[]];
  /** Commands that try it over and over: `faults`. */
  readonly proofs?: readonly string[];
}

const everyCall = 'test/prove/faults/faults.test.ts';

export const crashPoints: readonly CrashPoint[] = [
  {
    what: 'A submission dies before, during or after its write, or its reply is lost',
    safe: 'It was written whole or not at all. A repeat finds what was written and gives the same answer; the Idempotency-Key gives it even to a browser that lost it.',
    tried: [everyCall, 'test/functions/api/claims.test.ts', 'test/functions/adapters/dynamodb-table.test.ts'],
    proofs: ['faults', 'kills'],
  },
  {
    what: 'Two tabs, a double click, the same attempt with different answers',
    safe: 'The write expects the revision that was read. One wins; the others are told what stands.',
    tried: ['test/functions/api/attempts.test.ts', 'test/functions/api/claims.test.ts', 'test/journeys/killed.test.ts'],
    proofs: ['faults', 'load'],
  },
  {
    what: 'The state is written, and the workflow is never started',
    safe: 'The work was written with it. The sweeper, or the learner who looks, starts it after ten seconds.',
    tried: ['test/functions/outbox.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'An event or an execution comes twice, late or out of order',
    safe: 'Each step is decided on the stage that it finds, and returns what it returned before.',
    tried: ['test/functions/outbox.test.ts', 'test/simulation/workflow/workflow-engine.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'A crash on either side of grading, unlocking, awarding, printing or mailing',
    safe: 'Every step is a conditional write; a repetition ends where the first would have.',
    tried: [everyCall, 'test/functions/outbox.test.ts'],
    proofs: ['faults', 'kills'],
  },
  {
    what: 'An execution failed long ago, or its name was given again',
    safe: 'Nothing rests on the engine’s memory: a new execution is started from what the table says.',
    tried: ['test/functions/outbox.test.ts', 'test/contracts/workflows.ts'],
    proofs: ['faults'],
  },
  {
    what: 'The evaluation comes a year later, over a change of clocks or a leap day',
    safe: 'No execution waits for a person. The attempt pins its version; days are civil dates that were fixed when they passed.',
    tried: ['test/functions/api/attempts.test.ts', 'test/simulation/invariants/date.ts'],
    proofs: ['faults'],
  },
  {
    what: 'An activity is edited, withdrawn or closed while somebody is in it',
    safe: 'Publishing makes a further version; what was begun goes on with its own. Withdrawing stops beginnings.',
    tried: ['test/functions/commands/publish-activity.test.ts', 'test/functions/admin/standing.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'A correction or a revocation meets the printing of the certificate',
    safe: 'The version is looked at in the write that issues it; a print of before is superseded.',
    tried: ['test/functions/commands/changes.test.ts', 'test/functions/change-race.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'Two accounts are merged, or credit is awarded by hand, while their learner claims',
    safe: 'Whoever judges an account reads the end of its ledger first and appends to that very end: of two that overlap one is judged again. The audit finds credit that one person earned twice.',
    tried: ['test/functions/merge-race.test.ts', 'test/functions/commands/audit-ledger.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'A batch, or a file that is brought in, breaks off between two of its items, or two go on with it at once',
    safe: 'Each item of a batch is one transaction with the change that it makes, and is looked at again before. Each row of a file finds what an earlier run left, and what became of it is told once. The sweeper goes on with what nobody follows any more.',
    tried: ['test/functions/admin/batches.test.ts', 'test/functions/imports/carry-on.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'An erasure is asked for, taken back or carried out while credit is awarded, accounts are merged or a run dies',
    safe: 'It waits until what is under way has ended. Keeping the account and closing it name the same revision: one of them is told that it came too late. So do asking and merging. A run that died is gone on with, and the key is destroyed last.',
    tried: ['test/functions/privacy/erasure.test.ts', 'test/functions/merge-and-erasure.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'A holder turns the verification page off while the certificate is corrected',
    safe: 'Every version is written in one transaction, at the revisions that were read; a correction takes over how the page stood.',
    tried: ['test/functions/api/set-verification-page.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'A learner claims, or is erased, at the moment of a reminder',
    safe: 'Whether to remind is decided once, at the revision that was read, with the mail in the same transaction. The mail is looked at again when it is sent.',
    tried: ['test/functions/scheduled/remind-learners.test.ts'],
    proofs: ['faults'],
  },
  {
    what: 'The table throttles, conflicts or answers for a part only',
    safe: 'Steps are tried again with full jitter, then by the sweeper later and later, then parked with the reason.',
    tried: [everyCall, 'test/simulation/workflow/workflow-engine.test.ts', 'test/functions/outbox.test.ts'],
    proofs: ['faults', 'herd'],
  },
  {
    what: 'A network that loses the request or the reply of a write',
    safe: 'The adapter looks whether the row that stands is its own before it says that somebody else was first.',
    tried: ['test/functions/adapters/dynamodb-table.test.ts'],
  },
  {
    what: 'Input that nothing can be made of, a name that no font has',
    safe: 'Refused at the edge with every reason; or the one certificate is parked and everybody else’s goes on.',
    tried: ['test/functions/api/every-route.test.ts', 'test/functions/outbox.test.ts'],
    proofs: ['requests', 'documents'],
  },
  {
    what: 'The mail service is down for days; a mail bounces or is complained of',
    safe: 'The award never waits for its mail. Mail is tried for 14 days, then parked. What comes back is noted with the sending that it is of, once, however often and late that is told; a mail that was asked for again since is sent all the same.',
    tried: [
      'test/functions/api/claims.test.ts',
      'test/functions/admin/operations.test.ts',
      'test/journeys/after-the-award.test.ts',
    ],
    proofs: ['faults'],
  },
  {
    what: 'Documents cannot be written or are missing',
    safe: 'Printing is tried again. A document that was lost is found by the audit; it is issued anew as the next version, because a signature cannot be made twice.',
    tried: ['test/functions/commands/audit-heads.test.ts', 'test/contracts/documents.ts'],
    proofs: ['faults'],
  },
  {
    what: 'The process is killed, or the machine loses its power',
    safe: 'An answer is given after the write is on the disk. On one machine the next start takes over what the last left.',
    tried: [
      'test/journeys/killed.test.ts',
      'test/infra/local/parts/dynamodb.test.ts',
      'test/infra/local/parts/s3.test.ts',
    ],
    proofs: ['kills'],
  },
  {
    what: 'The table is lost, or a bad deployment wrote nonsense',
    safe: 'Any second of the last 35 days can be had back, and each night’s export is locked for as long; a night without one is an alarm. Chains and signed heads say whether what came back is whole.',
    tried: ['test/infra/app.test.ts', 'test/infra/cli/backup.test.ts', 'test/prove/restore/restore.test.ts'],
    proofs: ['restore'],
  },
  {
    what: 'Clocks that differ',
    safe: 'Rules go by the server’s clock; order goes by revisions and the ledger’s numbers.',
    tried: ['test/contracts/system.ts', 'test/simulation/invariants/date.ts'],
    proofs: ['faults'],
  },
];

/** What these pages do not claim, because nobody tried it. */
export const notTried: readonly string[] = [
  'No account of AWS was used. Adapters pass one contract suite against the in-memory store and the embedded parts; on AWS it was not run, and no time or price was measured there. Quotas and limits are those that AWS publishes.',
  'A million schedules on one commit. A million were played on four: the runs above, and 304,207 from seed 10,001 on (commit `730ab42`, two hours), of which one was refuted: an answer was told anew after the service could not keep it for a repeat, which its checks allow since.',
  'The runs of each night and week, where this was written: they begin once the project stands where its workflows are run.',
  'Every crash point of every journey. Single ones were gone through one by one in five journeys, pairs in the calm one alone. Suspending, merging, awards by hand, batches, files of learners and of earlier credit, erasures, pages that their holders turn off, and reminders meet faults in schedules that are drawn; files of questions do not.',
  'One Region. What happens when a Region is lost, and tables that are written in two of them, was not tried; nothing here is made for it.',
  'A disk that says it has synced and has not, or that gives back other bytes than it got.',
  'Browsers other than Chromium, and screen readers by people who depend on them.',
  'Years by the calendar: the simulation’s clock is virtual.',
  'Nobody from outside has audited the code or attacked a running service.',
];
