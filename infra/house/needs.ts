/** The folders of the documents bucket: certificates' PDFs, the signed heads with their lists, and providers' themes. */
export type DocumentFolder = 'certificates' | 'heads' | 'themes';

/** What a function reaches for beyond the table, and how much of a machine it gets. */
export interface Needs {
  /** `wait` starts the workflow and waits for its end, `start` only starts it. */
  readonly workflow?: 'start' | 'wait';
  /** `list`, beside reading, tells what is missing from what may not be read; it shows keys alone. */
  readonly documents?: Readonly<Partial<Record<'put' | 'read' | 'list', DocumentFolder | readonly DocumentFolder[]>>>;
  readonly mail?: true;
  /** `sign` signs with the provider's key, `keys` only tells the public keys. */
  readonly signer?: 'sign' | 'keys';
  /** Asks the employer that vouches for staff, if the deployment names one. */
  readonly employer?: true;
  readonly timeoutSeconds: number;
  readonly memoryMb?: number;
}

/** API Gateway ends a request after 30 s, and no handler that is well takes three. */
const standard: Needs = { timeoutSeconds: 20 };

const special: Readonly<Record<string, Partial<Needs>>> = {
  'submit-attempt': { workflow: 'wait' },
  'claim-credit': { workflow: 'wait' },
  'get-activity': { workflow: 'start' },
  'get-attempt': { workflow: 'start' },
  'resend-mail': { workflow: 'start' },
  'redrive-work': { workflow: 'start' },
  'admin-operations': { workflow: 'start', signer: 'keys' },
  'propose-change': { workflow: 'start' },
  'decide-change': { workflow: 'start' },
  'admin-changes': { workflow: 'start' },
  'start-sign-in': { mail: true },
  'start-address': { mail: true },
  'admin-staff': { mail: true, employer: true },
  // A whole processor: it reads all that is kept of an activity and counts it.
  'admin-outcomes': { memoryMb: 1769, timeoutSeconds: 29 },
  'send-award-email': { mail: true },
  'publish-activity': { documents: { put: 'themes' } },
  // A draft of a thousand questions is read and judged by every rule.
  'admin-activities': { documents: { put: 'themes' }, memoryMb: 1769, timeoutSeconds: 29 },
  'get-certificate': { documents: { read: 'themes' } },
  'download-certificate': { documents: { read: 'certificates', list: 'certificates' } },
  // A whole processor: it subsets fonts.
  'render-certificate': {
    ...{ documents: { put: 'certificates', read: 'themes' }, signer: 'sign' },
    ...{ memoryMb: 1769, timeoutSeconds: 30 },
  },
  // The same, for pages by the dozen. API Gateway ends a request after 30 s.
  'get-transcript-pdf': { signer: 'sign', memoryMb: 1769, timeoutSeconds: 29 },
  'get-shared-transcript-pdf': { signer: 'sign', memoryMb: 1769, timeoutSeconds: 29 },
  // They read and write files of thousands of rows.
  'admin-questions': { memoryMb: 1769, timeoutSeconds: 29 },
  'import-bank': { memoryMb: 1769, timeoutSeconds: 120 },
  'carry-on-imports': { memoryMb: 1769, timeoutSeconds: 120 },
  // They read everything about a learner.
  'export-data': { memoryMb: 1769, timeoutSeconds: 29 },
  'export-learner': { memoryMb: 1769, timeoutSeconds: 60 },
  // It begins no learner after 2 minutes; one with thousands of credits takes some ten seconds.
  'erase-learners': { timeoutSeconds: 300 },
  // It looks at 25 learners a call, and may erase as many.
  reindex: { timeoutSeconds: 60 },
  'get-credential': { signer: 'sign' },
  'give-to-wallet': { signer: 'sign' },
  'get-status-list': { signer: 'sign' },
  'get-did-document': { signer: 'keys' },
  // It begins no shard after 5 minutes; of a million ledgers, one shard takes some ten seconds.
  'sign-heads': { documents: { put: 'heads' }, signer: 'sign', memoryMb: 1769, timeoutSeconds: 600 },
  'audit-heads': { documents: { read: 'heads', list: 'heads' }, signer: 'keys', memoryMb: 1769, timeoutSeconds: 60 },
  'collect-pack': {
    ...{ documents: { read: ['certificates', 'heads'], list: 'heads' }, signer: 'keys' },
    ...{ memoryMb: 1769, timeoutSeconds: 60 },
  },
  // It begins no other message after 40 s, and none takes more than 10.
  'deliver-webhooks': { timeoutSeconds: 60 },
  // It looks for no more after 40 s.
  'remind-learners': { timeoutSeconds: 60 },
  // It takes no further batch after 40 s.
  'run-batches': { workflow: 'start', timeoutSeconds: 60 },
  // It stops taking more after 40 s.
  'sweep-outbox': { workflow: 'start', mail: true, timeoutSeconds: 60 },
};

/** What a function needs; a test compares it with what its bundle is made of. */
export const needsOf = (functionName: string): Needs => ({ ...standard, ...special[functionName] });
