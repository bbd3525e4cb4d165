import type { DocumentStore } from '../../shared/ports.ts';
import { createMemoryDocuments } from '../simulation/memory-documents.ts';
import { describeDocuments } from './documents.ts';
import { awsDocuments, embeddedDocuments, motoDocuments } from './documents-on-s3.ts';
import type { Implementation } from './implementation.ts';

const memoryDocuments: Implementation<DocumentStore> = {
  name: 'in memory',
  start: async () => ({ port: createMemoryDocuments(), stop: async () => {} }),
};

const { CREDIT_WALLET_AWS_BUCKET, CREDIT_WALLET_MOTO_SERVER } = process.env;
const implementations = [
  memoryDocuments,
  embeddedDocuments,
  ...(CREDIT_WALLET_MOTO_SERVER ? [motoDocuments(CREDIT_WALLET_MOTO_SERVER)] : []),
  ...(CREDIT_WALLET_AWS_BUCKET ? [awsDocuments(CREDIT_WALLET_AWS_BUCKET)] : []),
];
for (const implementation of implementations) describeDocuments(implementation);
