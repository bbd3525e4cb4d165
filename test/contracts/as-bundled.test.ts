/**
 * The suites of all that lies on AWS, once more over the clients that stand in for the SDK's in the bundles (ADR 46): what is deployed
 * keeps the same contracts, and loses as little over a bad network.
 */
import { describe, vi } from 'vitest';

vi.mock('@aws-sdk/client-dynamodb', async () => {
  const { jsonCommand } = await import('../../functions/adapters/stand-ins/json-client.ts');
  // The suites make their table themselves, and look into it.
  const further = { CreateTableCommand: jsonCommand('CreateTable'), ScanCommand: jsonCommand('Scan') };
  return { ...(await import('../../functions/adapters/stand-ins/client-dynamodb.ts')), ...further };
});
vi.mock('@aws-sdk/client-kms', () => import('../../functions/adapters/stand-ins/client-kms.ts'));
vi.mock('@aws-sdk/client-s3', () => import('../../functions/adapters/stand-ins/client-s3.ts'));
vi.mock('@aws-sdk/client-ses', () => import('../../functions/adapters/stand-ins/client-ses.ts'));
vi.mock('@aws-sdk/client-sfn', () => import('../../functions/adapters/stand-ins/client-sfn.ts'));
vi.mock('@aws-sdk/s3-request-presigner', () => import('../../functions/adapters/stand-ins/s3-request-presigner.ts'));

describe('as it is bundled', async () => {
  await import('./table.test.ts');
  await import('./documents.test.ts');
  await import('./signer.test.ts');
  await import('./mailer.test.ts');
  await import('./workflows.test.ts');
  await import('../functions/adapters/dynamodb-table.test.ts');
  await import('../functions/adapters/s3-documents.test.ts');
});
