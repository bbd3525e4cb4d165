const named = (folder: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `${folder}/${name}.ts`);

/** What is mutated, and the tests that must notice. The one place that says what counts as rules, and what as award code. */
export const mutated = {
  /**
   * What decides about attempts, credit and certificates: functions of data. Tables of names (`built-in-credit-types`,
   * `moc-boards`) decide nothing: a test of them would be a copy.
   */
  rules: {
    files: [
      ...named(
        'shared/domain',
        'activity',
        'assessment',
        'attempt',
        'attempts-left',
        'extra-attempts',
        'participation',
        'evaluation',
      ),
      ...named('shared/domain', 'claim', 'credit-type', 'credit-name', 'moc', 'statement', 'award-wording', 'template'),
      ...named('shared/domain', 'wallet', 'transcript', 'certificate', 'credential', 'why-no-credit', 'formula'),
      ...named('shared/domain', 'work', 'kinds', 'refusal'),
    ],
    tests: [
      'test/shared/domain/{activity,assessment,attempt,award-wording,certificate,claim,credential,credit-type}.test.ts',
      'test/shared/domain/{evaluation,extra-attempts,feedback,formula,kinds,moc,participation,pools}.test.ts',
      'test/shared/domain/{question-order,show-if,statement,transcript,wallet,why-no-credit,work}.test.ts',
      'test/shared/authoring/templates.test.ts',
    ],
  },
  /** What decides about whatever staff change of an award, and whether two people must agree to it. */
  changes: {
    files: named('shared/domain', 'change', 'any-change', 'decision', 'hand-award', 'merge'),
    tests: ['test/shared/domain/{change,decision,hand-award,merge}.test.ts'],
  },
  /** What chains, signs and audits the ledger, so that nothing is altered unseen. */
  ledger: {
    files: named(
      'shared/domain',
      'ledger',
      'audit',
      'merkle',
      'daily-head',
      'audit-heads',
      'status-list',
      'canonical-json',
    ),
    tests: ['test/shared/domain/{ledger,audit,audit-heads,canonical-json,merkle,daily-head,status-list}.test.ts'],
  },
  /** What writes an award, from the submitted attempt to the mail about the certificate. */
  awards: {
    files: [
      ...named('functions/workflow', 'grade-attempt'),
      ...named('functions/workflow', 'award-credit', 'render-certificate', 'send-award-email', 'park-work'),
      ...named('functions', 'api/claim-credit', 'claims/keep-moc', 'changes/award'),
    ],
    tests: [
      'test/functions/workflow/*.test.ts',
      'test/functions/api/{claims,moc}.test.ts',
      'test/functions/{frozen-rules,admin/awards-by-hand}.test.ts',
    ],
  },
  /** What takes a submission, and brings whatever was asked for to its end: that nothing is forgotten rests on it. */
  outbox: {
    files: named(
      'functions',
      ...['api/submit-attempt', 'scheduled/sweep-outbox', 'scheduled/in-turn'],
      ...['outbox/send-once', 'outbox/restart', 'outbox/park', 'outbox/redrive'],
    ),
    tests: [
      'test/functions/{outbox,award-race,outbox/send-once,scheduled/sweep-outbox}.test.ts',
      'test/functions/{admin/awards-by-hand,admin/operations,api/attempts,api/claims,commands/changes}.test.ts',
      // Each kind of mail has a test where what it is about happens.
      'test/functions/{admin/merging,api/addresses,api/journey,privacy/erasure,scheduled/remind-learners}.test.ts',
    ],
  },
  /** What writes the changes of awards, certificates and accounts that staff decide on, one or many at a time. */
  corrections: {
    files: named(
      'functions',
      ...['changes/correct', 'changes/set-status', 'changes/merge', 'changes/decide', 'batches/run'],
    ),
    tests: [
      'test/functions/{commands/changes,commands/corrections,change-race}.test.ts',
      'test/functions/admin/{awards-by-hand,batches,changes,merging,points}.test.ts',
      'test/functions/api/{moc,set-verification-page}.test.ts',
    ],
  },
  /** The records that an award is written to. */
  records: {
    files: named('functions/records', 'credits', 'certificates', 'participations', 'ledger', 'rows'),
    tests: ['test/functions/records/{credits,certificates,participations,ledger,rows}.test.ts'],
  },
} as const;
export type Mutated = keyof typeof mutated;

/** By what the tests' settings know which part it is. */
export const partVariable = 'CREDIT_WALLET_MUTATED';
