import type { Place } from '../asvs/requirement.ts';

/** What is promised, what keeps it, and where that stands. */
export interface Kept {
  readonly what: string;
  readonly because: string;
  readonly see: readonly Place[];
}

export const promises: readonly Kept[] = [
  {
    what: 'A submission that was acknowledged has exactly one result.',
    because:
      'Submitting writes the attempt and the work that it asks for in one transaction. Grading is a pure function of the attempt and of the version that it pinned.',
    see: ['functions/api/submit-attempt.ts', 'functions/workflow/grade-attempt.ts'],
  },
  {
    what: 'A claim that was acknowledged is awarded once, or stands where staff see why it is not.',
    because: 'The credit has a permanent natural key (learner, activity, cycle), which the table lets exist once.',
    see: ['functions/workflow/award-credit.ts', 'docs/adr/0002-rows-with-revisions.md'],
  },
  {
    what: 'Nothing that was asked for is forgotten.',
    because:
      'Work stands in an outbox until it is done. A sweeper, each minute, and the learner’s next look start what is pending for ten seconds.',
    see: ['functions/scheduled/sweep-outbox.ts', 'docs/adr/0003-outbox-and-sweepers.md'],
  },
  {
    what: 'Whoever waits for a result is shown it within 30 seconds, where no fault goes on for longer.',
    because:
      'Looking starts again what was lost on the way, and work that failed is tried again after at most ten seconds, twice. A fault that goes on delays the result; it never loses it, and the page says that it takes longer.',
    see: ['functions/api/get-attempt.ts', 'functions/outbox/restart.ts', 'shared/domain/work.ts'],
  },
  {
    what: 'A certificate has one document per version, and it says what the records say.',
    because: 'It is printed from an immutable snapshot; its object is named by its hash and written once.',
    see: ['functions/workflow/render-certificate.ts', 'functions/adapters/s3-documents.ts'],
  },
  {
    what: 'A mail about an award, a change or an account is sent, at most once more for each crash, or waits where staff see it.',
    because:
      'A mail is sent under a lease, and one that was handed over never counts as failed. Mail services know no key by which a repetition could be told, so that none can promise exactly once: a lost reply, or a table that takes no word for five tries, counts as a crash.',
    see: ['functions/outbox/send-once.ts', 'functions/workflow/send-award-email.ts'],
  },
  {
    what: 'No record is deleted or rewritten unnoticed.',
    because:
      'No role may delete. Each learner’s ledger is chained by hashes, and each day where all of them end is signed, locked and public.',
    see: ['docs/adr/0012-no-deletes.md', 'docs/adr/0025-signed-daily-heads.md'],
  },
];
