import type { Ciphers } from '../../../shared/ports.ts';
import {
  dataOf,
  handlerThat,
  isPutOf,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  withData,
  writingFirst,
} from './plant.ts';

const batching = ['runBatch', 'runBatches'];
const importing = ['advanceImport', 'carryOnImports'];

/** What is sealed of an account, without what its learner said. */
const openedWithoutProfile =
  ({ open }: Ciphers): Ciphers['open'] =>
  (text, by) => {
    const opened = open(text, by);
    if (!by.place.endsWith(' PROFILE')) return opened;
    const { profile: _, ...others } = JSON.parse(opened);
    return JSON.stringify(others);
  };

/** Bugs of what staff do with many at once: batches, and files that are brought in. */
export const manyPlants: PlantsByName = {
  'an item of a batch is noted as done before its change is made': {
    finds: /is done, and its change is not made|items of the batch .* are done, and \d+ changes/,
    ports: onlyTable(batching, writingFirst(isPutOf('batchItem'))),
  },
  'a batch is called done as soon as somebody goes on with it': {
    finds: /waits, and the batch is done|audited 1 times as approved and 0 as done/,
    ports: onlyTable(
      batching,
      puttingOtherwise('batch', ({ workPk: _, workSk: __, ...row }) =>
        withData(row, { ...dataOf(row), status: 'done' }),
      ),
    ),
  },
  'nobody goes on with a batch whose screen was closed': {
    finds: /was approved and has not ended/,
    functions: (functions) => ({ ...functions, runBatches: handlerThat(async () => undefined) }),
  },
  'nobody goes on with an import whose screen was closed': {
    finds: /is still (checking|running)|was decided and is running/,
    functions: (functions) => ({ ...functions, carryOnImports: handlerThat(async () => undefined) }),
  },
  'a file writes over what learners say of themselves': {
    finds: /was acknowledged as .* and is Filed/,
    ports: only(importing, ({ ciphers }) => ({ ciphers: { ...ciphers, open: openedWithoutProfile(ciphers) } })),
  },
  'a credit of before is recorded anew whenever it is brought in': {
    finds: /added \d+ credits, and \d+ are recorded by it/,
    ports: only(importing, ({ digests, clock }) => ({
      digests: {
        ...digests,
        sha256: (text) => digests.sha256(String(text).startsWith('["') ? `${String(text)} ${clock.now()}` : text),
      },
    })),
  },
};
