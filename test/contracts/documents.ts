import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../../shared/ports.ts';
import type { Implementation } from './implementation.ts';

const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${text}`);

/** Says what a document store does, whoever it is. Real buckets keep their objects, so each test has its own key. */
export function describeDocuments({ name, start }: Implementation<DocumentStore>): void {
  describe(`the document store (${name})`, () => {
    let documents: DocumentStore;
    let stop: () => Promise<void>;
    const newKey = (): string => `certificates/contract-${crypto.randomUUID()}/v1/0.pdf`;
    const keep = (key: string, bytes: Uint8Array) => documents.putOnce({ key, bytes, contentType: 'application/pdf' });
    const open = async (key: string) => {
      const reply = await fetch(await documents.link({ key, fileName: 'Certificate.pdf', seconds: 60 }));
      return { type: reply.headers.get('content-type'), bytes: new Uint8Array(await reply.arrayBuffer()) };
    };

    beforeAll(async () => {
      ({ port: documents, stop } = await start());
    }, 30_000);
    afterAll(async () => stop?.());

    it('keeps bytes as they are, and a link opens them', async () => {
      const key = newKey();
      const bytes = Uint8Array.from({ length: 3_000 }, (_, index) => index % 256);
      await keep(key, bytes);
      expect(await open(key)).toEqual({ type: 'application/pdf', bytes });
    });

    it('keeps what was put first when the same key is put again', async () => {
      const key = newKey();
      await keep(key, pdf('first'));
      await keep(key, pdf('second'));
      expect((await open(key)).bytes).toEqual(pdf('first'));
    });

    it('takes the same document from 8 senders at once', async () => {
      const key = newKey();
      await Promise.all(Array.from({ length: 8 }, () => keep(key, pdf('same'))));
      expect((await open(key)).bytes).toEqual(pdf('same'));
    });

    it('knows what exists', async () => {
      const key = newKey();
      expect(await documents.exists(key)).toBe(false);
      await keep(key, pdf('here'));
      expect(await documents.exists(key)).toBe(true);
    });

    it('reads what is there to the byte, and nothing where there is nothing', async () => {
      const key = newKey();
      expect(await documents.read(key)).toBeUndefined();
      const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
      await keep(key, bytes);
      expect(Buffer.compare((await documents.read(key)) ?? new Uint8Array(), bytes)).toBe(0);
    });
  });
}
