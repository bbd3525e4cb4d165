import type { DocumentStore } from '../../../shared/ports.ts';

interface Document {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** A document store in memory. Its links are data URLs, which any fetch opens. */
export interface MemoryDocuments extends DocumentStore {
  readonly kept: ReadonlyMap<string, Document>;
  /** Loses a document, as a hand in the bucket might. */
  lose(key: string): void;
}

export function createMemoryDocuments(): MemoryDocuments {
  const kept = new Map<string, Document>();
  return {
    kept,
    lose: (key) => void kept.delete(key),
    async putOnce({ key, bytes, contentType }) {
      if (!kept.has(key)) kept.set(key, { bytes: bytes.slice(), contentType });
    },
    async exists(key) {
      return kept.has(key);
    },
    async read(key) {
      return kept.get(key)?.bytes.slice();
    },
    async link({ key }) {
      const { bytes, contentType } = kept.get(key) ?? { bytes: new Uint8Array(), contentType: 'application/xml' };
      return `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
    },
  };
}
