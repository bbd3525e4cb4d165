import { defineConfig } from 'vitest/config';
import { type Mutated, mutated, partVariable } from './mutated-files.ts';

const part = process.env[partVariable] as Mutated;

/** Only the tests that are to notice a mutant of this part. A mutant may be slow, and the machine busy. */
export default defineConfig({
  test: { include: [...mutated[part].tests], pool: 'threads', isolate: false, testTimeout: 60_000 },
});
