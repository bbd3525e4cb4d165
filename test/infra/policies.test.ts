import { beforeAll, describe, expect, it } from 'vitest';
import { functionSources } from '../../infra/functions.ts';
import { accessPatterns } from '../../shared/table/access-patterns.ts';
import { type RoleStatement, readPolicies } from './read-policies.ts';

let statements: readonly RoleStatement[];
beforeAll(async () => {
  statements = await readPolicies();
}, 120_000);

/** Names of the functions that may do one of these actions on rows whose partition key begins so. */
const whoMay = (actions: readonly string[], leadingKey: string): string[] =>
  statements
    .filter((one) => actions.some((action) => one.actions.includes(action)))
    .filter(({ leadingKeys }) => leadingKeys === undefined || leadingKeys.some((key) => covers(key, leadingKey)))
    .map(({ functionName }) => functionName)
    .filter((name, index, all) => all.indexOf(name) === index)
    .toSorted();

/** Whether IAM's pattern matches a key; an overlap of the two is enough. */
const covers = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/[.+?^$()|[\]\\{}]/g, '\\$&').replaceAll('*', '.*')}$`).test(key);

const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];
const reads = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:BatchGetItem'];

describe('what each function’s role may do', () => {
  it('is stated for every function', () => {
    expect(new Set(statements.map(({ functionName }) => functionName))).toEqual(new Set(Object.keys(functionSources)));
  });

  it('lets award-credit alone award credit, staff’s changes alone say it otherwise, and reindexing list it as it is', () => {
    expect(whoMay(writes, 'CREDIT#learner-1')).toEqual([
      ...['admin-changes', 'award-credit', 'decide-change', 'propose-change', 'reindex', 'run-batches'],
    ]);
  });

  it('lets nobody delete anything: no row, no document, no version of one', () => {
    const deleting = statements
      .flatMap(({ actions }) => actions)
      .filter((action) => /Delete|Purge|Bypass/i.test(action));
    expect(deleting).toEqual([]);
  });

  it('lets sign-heads alone write the heads of the days', () => {
    for (const key of ['HEADS', 'NEWESTHEAD', 'HEADPARTS#2026-11-26'])
      expect(whoMay(writes, key)).toEqual(['sign-heads']);
  });

  it('lets nobody change a ledger row in place', () => {
    expect(whoMay(['dynamodb:UpdateItem', 'dynamodb:PartiQLUpdate'], 'LEDGER#learner-1')).toEqual([]);
  });

  it('lets those alone sign who issue certificates, credentials, status lists, transcripts and the heads of the days', () => {
    const signing = statements.filter(({ actions }) => actions.some((action) => /^kms:(Sign|\*)$/.test(action)));
    expect(signing.map(({ functionName }) => functionName).toSorted()).toEqual([
      ...['get-credential', 'get-shared-transcript-pdf', 'get-status-list', 'get-transcript-pdf'],
      ...['give-to-wallet', 'render-certificate', 'sign-heads'],
    ]);
  });

  it('lets sign-in alone make the keys of learners, and erasure destroy them', () => {
    expect(whoMay(writes, 'DATAKEY#learner-1')).toEqual([
      'admin-questions',
      'carry-on-imports',
      'enter-code',
      'erase-learners',
      'import-bank',
    ]);
  });

  it('keeps the answer keys from everybody but the grader, whoever writes and publishes them and whoever measures questions by them', () => {
    const authors = ['admin-activities', 'publish-activity'];
    expect(whoMay(reads, 'KEY#activity-1')).toEqual([...authors, 'admin-outcomes', 'grade-attempt'].sort());
    expect(whoMay(writes, 'KEY#activity-1')).toEqual(authors);
  });

  it('lets nobody look at every row of the table', () => {
    expect(statements.flatMap(({ actions }) => actions)).not.toContain('dynamodb:Scan');
  });

  it('holds every access to the table to partitions of the registry', () => {
    const onTable = statements.filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')));
    expect(onTable.filter(({ leadingKeys }) => !leadingKeys || leadingKeys.length === 0)).toEqual([]);
    expect(onTable.flatMap(({ leadingKeys = [] }) => leadingKeys).filter((key) => key.startsWith('*'))).toEqual([]);
    const users = new Set(accessPatterns.flatMap(({ usedBy }) => usedBy));
    expect(new Set(onTable.map(({ functionName }) => functionName))).toEqual(users);
  });

  it('lets those put documents who make them, each kind apart, and those read them who hand out, print or audit them', () => {
    const may = statements.flatMap(({ functionName, actions, resources }) =>
      actions
        .filter((action) => action.startsWith('s3:'))
        .flatMap((action) =>
          resources.map(
            (resource) => `${functionName} ${action} ${/\w+\/\*/.exec(JSON.stringify(resource))?.[0] ?? 'keys'}`,
          ),
        ),
    );
    expect(may.toSorted()).toEqual([
      'admin-activities s3:PutObject themes/*',
      'audit-heads s3:GetObject heads/*',
      'audit-heads s3:ListBucket keys',
      'collect-pack s3:GetObject certificates/*',
      'collect-pack s3:GetObject heads/*',
      'collect-pack s3:ListBucket keys',
      'download-certificate s3:GetObject certificates/*',
      'download-certificate s3:ListBucket keys',
      'get-certificate s3:GetObject themes/*',
      'publish-activity s3:PutObject themes/*',
      'render-certificate s3:GetObject themes/*',
      'render-certificate s3:PutObject certificates/*',
      'sign-heads s3:PutObject heads/*',
    ]);
  });

  it('lets those send mail that send it, as the one sender', () => {
    const sending = statements.filter(({ actions }) => actions.some((action) => action.startsWith('ses:')));
    expect(sending.map(({ functionName }) => functionName).toSorted()).toEqual([
      'admin-staff',
      'send-award-email',
      'start-address',
      'start-sign-in',
      'sweep-outbox',
    ]);
    for (const { actions, conditions } of sending) {
      expect(actions).toEqual(['ses:SendRawEmail']);
      expect(conditions).toEqual({ StringEquals: { 'ses:FromAddress': 'credit@example.org' } });
    }
  });

  it('has no wildcard in an action, and as a whole resource only where AWS knows no other', () => {
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    const everywhere = statements.filter(({ resources }) => resources.includes('*'));
    expect(new Set(everywhere.flatMap(({ actions }) => actions))).toEqual(
      new Set(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']),
    );
  });
});
