import {
  careless,
  dataOf,
  isPutOf,
  notAwaited,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  showingOtherwise,
  withData,
} from './plant.ts';

/** Bugs between an award and the document that certifies it. */
export const certificatePlants: PlantsByName = {
  'a certificate is rendered before its award is there': {
    finds: /parked without need|is still pending/,
    ports: onlyTable(['award-credit'], notAwaited),
  },
  'a document is handed over and nobody waits for it': {
    finds: /has no document/,
    ports: only(['render-certificate'], ({ documents }) => ({
      documents: { ...documents, putOnce: async (document) => void documents.putOnce(document).catch(() => undefined) },
    })),
  },
  'line ends are changed when a document is kept': {
    finds: /is another than certified/,
    documents: (documents) => ({
      ...documents,
      putOnce: (document) => documents.putOnce({ ...document, bytes: Buffer.concat([document.bytes, Buffer.of(10)]) }),
    }),
  },
  'a certificate has one file, and who renders again overwrites it': {
    finds: /is another than certified/,
    documents: (documents) => {
      const names = new Map<string, string[]>();
      const kept = new Map<string, Uint8Array>();
      return {
        ...documents,
        async putOnce(document) {
          const [name = ''] = /^.*\//.exec(document.key) ?? [];
          const same = [...(names.get(name) ?? []), document.key];
          names.set(name, same);
          kept.set(name, document.bytes);
          // One file under every name that it was given: what was put last is what each of them opens.
          const overwritten = documents.kept as Map<string, { bytes: Uint8Array; contentType: string }>;
          for (const key of same) overwritten.set(key, { ...document, bytes: document.bytes });
        },
      };
    },
  },
  'the hash of a certificate is of all its bytes but the last': {
    finds: /is another than certified/,
    ports: only(['render-certificate'], ({ digests }) => ({
      digests: {
        ...digests,
        sha256: (content) => digests.sha256(typeof content === 'string' ? content : content.subarray(0, -1)),
      },
    })),
  },
  'a render that runs again does not look whether it was issued': {
    finds: /is not issued once in the ledger/,
    ports: only(['render-certificate'], ({ table }) => {
      const issuing = showingOtherwise('certificate', (state) => ({ ...state, status: 'issuing' }));
      const awarded = showingOtherwise('participation', (one) => ({ ...one, stage: 'awarded' }));
      return { table: issuing(awarded(careless(isPutOf('mail'))(table))) };
    }),
  },
  'a certificate that is revoked while it is printed is valid once it is printed': {
    finds: /was made (revoked|suspended) and is valid/,
    ports: only(['render-certificate'], ({ table, printer }) => {
      const issuing = showingOtherwise('certificate', (state) => ({
        ...state,
        ...((state.status === 'revoked' || state.status === 'suspended') && { status: 'issuing' }),
      }));
      const awarded = showingOtherwise('participation', (one) => ({
        ...one,
        ...(one.stage === 'issued' && { stage: 'awarded' }),
      }));
      return {
        table: issuing(awarded(careless(isPutOf('certificate', 'participation'))(table))),
        // Printing takes no time here otherwise, and hardly anybody would come in between.
        printer: {
          ...printer,
          async certificate(...given) {
            for (let looks = 0; looks < 20; looks++) await table.get({ pk: 'PRINTER', sk: 'READY' });
            return printer.certificate(...given);
          },
        },
      };
    }),
  },
  'a certificate is parked without a reason': {
    finds: /is parked without a reason/,
    table: puttingOtherwise('certificate', (row) => {
      const { reason: _, ...state } = dataOf(row);
      return withData(row, state);
    }),
  },
};
