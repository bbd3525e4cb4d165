import type { DocumentStore } from '../../shared/ports.ts';
import { createMemoryDocuments } from '../simulation/ports/memory-documents.ts';
import { describeDocuments } from './documents.ts';
import { awsDocuments, embeddedDocuments, motoDocuments } from './documents-on-s3.ts';
import { describeGiven, type Implementation, MOTO } from './implementation.ts';

const memoryDocuments: Implementation<DocumentStore> = {
  name: 'in memory',
  start: async () => ({ port: createMemoryDocuments(), stop: async () => {} }),
};

for (const implementation of [memoryDocuments, embeddedDocuments]) describeDocuments(implementation);
describeGiven('the document store on moto', MOTO, (server) => describeDocuments(motoDocuments(server)));
describeGiven('the document store in AWS', 'CREDIT_WALLET_AWS_BUCKET', (name) => describeDocuments(awsDocuments(name)));
