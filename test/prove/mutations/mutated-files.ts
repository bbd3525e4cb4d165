const named = (folder: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `${folder}/${name}.ts`);

/** What is mutated, and the tests that must notice. The one place that says what counts as rules, and what as award code. */
export const mutated = {
  /** What decides about attempts, credit, certificates and the ledger: functions of data. */
  rules: {
    files: [
      ...named('shared/domain', 'assessment', 'attempt', 'participation', 'evaluation'),
      ...named('shared/domain', 'claim', 'credit-type', 'formula', 'moc', 'statement', 'award-wording'),
      ...named('shared/domain', 'wallet', 'certificate', 'ledger', 'audit', 'work', 'kinds', 'refusal'),
    ],
    tests: [
      'test/shared/domain/{assessment,attempt,audit,claim,credit-type,evaluation,feedback,kinds,ledger,moc}.test.ts',
      'test/shared/domain/{participation,pools,show-if,statement,transcript,wallet,work}.test.ts',
      'test/shared/authoring/templates.test.ts',
    ],
  },
  /** What writes an award, from the grade to the certificate, and the records that it is written to. */
  awards: {
    files: [
      ...named('functions/workflow', 'grade-attempt', 'settle-attempt', 'award-credit', 'render-certificate'),
      ...named('functions/records', 'credits', 'certificates', 'ledger', 'rows'),
    ],
    tests: ['test/functions/frozen-rules.test.ts', 'test/functions/api/{attempts,claims,moc,journey}.test.ts'],
  },
} as const;
export type Mutated = keyof typeof mutated;

/** By what the tests' settings know which part it is. */
export const partVariable = 'CREDIT_WALLET_MUTATED';
