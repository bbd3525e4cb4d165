import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Journeys build the system and drive a real browser; nothing else takes longer than a few seconds. */
const SECOND = 1_000;
/** What drives a browser or a whole system. */
const journeys = [
  'test/journeys/**/*.test.ts',
  'test/prove/load/prove-load.test.ts',
  'test/prove/injection/screens/*.test.ts',
  'test/prove/sign-in/robots/*.test.ts',
];

/** Functions of data, and handlers on a service in memory: nothing of theirs outlives a test, so that files may share a process. */
const inMemory = [
  ...['shared', 'functions', 'simulation', 'prove', 'bench', 'infra/house'].map((part) => `test/${part}/**/*.test.ts`),
  'test/web/**/*.test.{ts,tsx}',
];
/** These remember clients and settings for the life of a process, or start and end other processes. */
const ofTheirOwn = ['test/functions/adapters/**/*.test.ts', 'test/prove/{kills,restore}/**/*.test.ts'];

export default defineConfig({
  test: {
    // Two workers even on two cores: much of the time is spent waiting for the embedded parts.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    pool: 'forks',
    // `.ci/run` counts by the second, `npm run bench:start-up` reads what the third notes.
    reporters: ['default', ['json', { outputFile: 'dist/test-results.json' }], './test/setup/last-suite.ts'],
    testTimeout: 30 * SECOND,
    hookTimeout: 60 * SECOND,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: inMemory,
          exclude: [...ofTheirOwn, ...journeys],
          // A process for each file would load the same modules 200 times, which took longer than what they test.
          isolate: false,
          ...{ unstubEnvs: true, unstubGlobals: true, restoreMocks: true },
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          // Whatever is nowhere else.
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/{shared,web,simulation,bench,architecture,infra/house}/**',
            ...['test/functions/!(adapters)/**', 'test/functions/*.test.ts', 'test/prove/!(kills|restore)/**'],
            'test/infra/*.test.ts',
            ...journeys,
          ],
        },
      },
      {
        extends: true,
        test: { name: 'rules', include: ['test/architecture/**/*.test.ts'], testTimeout: 120 * SECOND },
      },
      {
        extends: true,
        test: {
          name: 'deployment',
          include: ['test/infra/*.test.ts'],
          globalSetup: ['test/setup/synthesised.ts'],
          testTimeout: 120 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: ['test/setup/built.ts'],
          // Each closes what it opened, and loading what drives a browser takes as long as some of them.
          isolate: false,
          // After everything else: a browser and a whole system want the cores for themselves.
          sequence: { groupOrder: 1 },
          testTimeout: 120 * SECOND,
          hookTimeout: 300 * SECOND,
          // A second, which is asked for where nothing is said, is what one look at a page may take on a busy machine.
          expect: { poll: { timeout: 20 * SECOND } },
        },
      },
    ],
  },
});
