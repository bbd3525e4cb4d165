import { type DocumentStore, TransientError } from '../../../shared/ports.ts';

/** The store did not keep a document: it was down. */
export class DocumentRefused extends TransientError {}

/** A store that keeps no more documents while it is down; what it keeps can be had. */
export const outageDocuments = (documents: DocumentStore, isDown: () => boolean): DocumentStore => ({
  ...documents,
  async putOnce(document) {
    if (isDown()) throw new DocumentRefused('The store of documents is down');
    return documents.putOnce(document);
  },
});
