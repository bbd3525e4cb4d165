/**
 * What a test file finds under the name `vitest` where mutants are tried: it collects tests, so that they can be run again and again in
 * one process. Expectations are Vitest's own.
 */
import { format } from 'node:util';
import { expect, vi } from 'vitest';

export { expect, vi };

type Step = () => unknown;

interface Group {
  readonly name: string;
  readonly around?: Group;
  readonly before: Step[];
}

export interface CollectedTest {
  readonly id: string;
  readonly fileName: string;
  /** The test with whatever is to be done before it. */
  readonly run: () => Promise<void>;
}

export const collected: CollectedTest[] = [];
let group: Group = { name: '', before: [] };
let fileName = '';

/** Collects the tests of a file. */
export async function collect(file: string, load: () => Promise<unknown>): Promise<void> {
  fileName = file;
  group = { name: file, before: [] };
  await load();
}

/** From the outermost group to the innermost. */
const allBefore = ({ around, before }: Group): readonly Step[] => [...(around ? allBefore(around) : []), ...before];
const pathOf = ({ around, name }: Group): string => (around ? `${pathOf(around)} > ${name}` : name);

export function describe(name: string, collectIts: () => void): void {
  const around = group;
  group = { name, around, before: [] };
  collectIts();
  group = around;
}

export const beforeEach = (step: Step): void => void group.before.push(step);

function test(name: string, body: Step): void {
  const within = group;
  const id = `${pathOf(within)} > ${name}`;
  // Two tests of one name would be one to whoever counts which mutants a test reaches.
  const same = collected.filter((other) => other.id === id || other.id.startsWith(`${id} #`)).length;
  collected.push({
    ...{ id: same === 0 ? id : `${id} #${same + 1}`, fileName },
    run: async () => {
      for (const step of allBefore(within)) await step();
      await body();
    },
  });
}

export const it = Object.assign(test, {
  each:
    (cases: readonly unknown[]) =>
    (name: string, body: (...given: never[]) => unknown): void => {
      for (const one of cases) {
        const given = Array.isArray(one) ? one : [one];
        test(format(name, ...given), () => body(...(given as never[])));
      }
    },
});
