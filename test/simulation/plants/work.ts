import { later, MINUTE } from '../../../shared/domain/kinds.ts';
import { type Table, TransientError, type WorkflowInput } from '../../../shared/ports.ts';
import type { StepName } from '../../../shared/workflow/steps.ts';
import type { Functions } from '../functions.ts';
import {
  careless,
  dataOf,
  handlerThat,
  isPutOf,
  leavingOut,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  withData,
} from './plant.ts';

/** Functions with another in the place of a step. */
const withStep =
  (name: StepName, change: (step: Functions['step'][StepName]) => Functions['step'][StepName]) =>
  (functions: Functions): Functions => ({
    ...functions,
    step: { ...functions.step, [name]: change(functions.step[name]) },
  });

/** Takes no more calls, for good, once so many in a row met trouble that would have passed. */
function breaker(most: number): (table: Table) => Table {
  let inRow = 0;
  const guarded =
    <Given extends readonly unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (inRow >= most) throw new TransientError('The breaker is open');
      try {
        const result = await call(...given);
        inRow = 0;
        return result;
      } catch (error) {
        inRow = error instanceof TransientError ? inRow + 1 : 0;
        throw error;
      }
    };
  return ({ get, query, queryWork, queryList, write, count }) => ({
    ...{ get: guarded(get), query: guarded(query), queryWork: guarded(queryWork), queryList: guarded(queryList) },
    ...{ write: guarded(write), count: guarded(count) },
  });
}

/** Bugs of the outbox: work that is lost, begun too early, or given up on. */
export const workPlants: PlantsByName = {
  'no condition is looked at': {
    finds: /results|was acknowledged|answered/,
    table: careless(() => true),
  },
  'a transaction is several writes, of which some may fail': {
    finds: /results|is stuck|The ledger of|responses are kept/,
    table: (table) => ({
      ...table,
      async write(writes) {
        for (const write of writes) await table.write([write]);
      },
    }),
  },
  'work is started and not asked for in the outbox': {
    finds: /is stuck|is still pending|has 0 results/,
    table: puttingOtherwise('work', ({ workPk: _, workSk: __, ...row }) => row),
  },
  'work is begun before it is committed': {
    finds: /parked without need/,
    ports: only(['submitAttempt', 'claimCredit'], ({ table, workflows }) => ({
      table: {
        ...table,
        async write(writes) {
          const [work] = writes.filter(isPutOf('work'));
          if (work) await workflows.start(dataOf(work.row).input as WorkflowInput);
          await table.write(writes);
        },
      },
    })),
  },
  'work is done once it is begun': {
    finds: /is stuck|has 0 results/,
    ports: onlyTable(
      ['sweep'],
      puttingOtherwise('work', ({ workPk: _, workSk: __, ...row }) =>
        withData(row, { ...dataOf(row), status: 'done' }),
      ),
    ),
  },
  'work is forgotten after a minute': {
    finds: /is stuck|has 0 results/,
    ports: () => (ports) => ({
      ...ports,
      table: puttingOtherwise('work', (row) => ({
        ...row,
        expiresAt: Math.floor(Date.parse(later(ports.clock.now(), MINUTE)) / 1_000),
      }))(ports.table),
    }),
  },
  'nothing sweeps the outbox': {
    finds: /is queued|is still pending/,
    functions: (functions) => ({ ...functions, sweep: handlerThat(async () => ({})) }),
  },
  'the index of pending work forgets what was put last': {
    finds: /is queued|is still pending/,
    table: (table) => ({
      ...table,
      async queryWork(query) {
        const { rows } = await table.queryWork(query);
        return { rows: rows.slice(0, -1) };
      },
    }),
  },
  'whatever fails is parked at once': {
    finds: /parked without need/,
    functions: withStep('park-work', (step) =>
      handlerThat((ports, event) =>
        step.using(ports)(
          { ...Object(event), error: { Error: 'Error', Cause: 'Something failed.' } },
          { awsRequestId: 'planted' },
        ),
      ),
    ),
  },
  'a step that failed is taken for done': {
    finds: /is stuck|is still pending|has 0 results/,
    functions: withStep('park-work', (step) =>
      handlerThat(async (ports, event) => {
        const { workId } = Object(event);
        const [row] = (await ports.table.query({ pk: `WORK#${String(workId)}` })).rows;
        if (!row) return step.using(ports)(event, { awsRequestId: 'planted' });
        const { workPk: _, workSk: __, ...done } = withData(row, { ...dataOf(row), status: 'done' });
        await ports.table.write([{ kind: 'put', row: { ...done, rev: row.rev + 1 }, expect: row.rev }]);
        return { workId };
      }),
    ),
  },
  'work is parked without a reason': {
    finds: /The work .* is parked without a reason/,
    table: puttingOtherwise('work', (row) => {
      const { failure: _, ...work } = dataOf(row);
      return withData(row, work);
    }),
  },
  'work is parked, and the learner is not told': {
    finds: /is stuck: tired of waiting/,
    ports: onlyTable(['park-work', 'sweep'], leavingOut(isPutOf('participation'))),
  },
  'that parked work is taken up again is written down and forgotten': {
    finds: /was redriven and is not taken up/,
    ports: only(['redrive'], ({ table, workflows }) => ({
      table: leavingOut((write) => !isPutOf('audit')(write))(table),
      workflows: { ...workflows, start: async () => undefined },
    })),
  },
  'a mended name is not taken up with the work that was parked for it': {
    finds: /was mended, and .* still bears the one that cannot be printed/,
    ports: onlyTable(['redrive'], (table) =>
      puttingOtherwise('certificate', (row) => withData(row, { ...dataOf(row), version: 1 }))(
        leavingOut(isPutOf('snapshot'))(table),
      ),
    ),
  },
  'work is parked at its fifth try': {
    finds: /parked without need/,
    table: puttingOtherwise('work', ({ workPk, workSk, ...row }) =>
      dataOf(row).status === 'pending' && Number(dataOf(row).tries) >= 5
        ? withData(row, { ...dataOf(row), status: 'parked' })
        : { ...row, ...(workPk && workSk && { workPk, workSk }) },
    ),
  },
  'a breaker that five troubles in a row have opened never closes': {
    finds: /is stuck|is queued|is still pending/,
    ports: () => {
      const broken = breaker(5);
      return (ports) => ({ ...ports, table: broken(ports.table) });
    },
  },
  'work that was lost is started again after a minute': {
    finds: /The result of .* was shown .* s after its submission/,
    table: puttingOtherwise('work', (row) => {
      const { createdAt, tries } = dataOf(row);
      return tries === 0 ? withData(row, { ...dataOf(row), dueAt: later(String(createdAt), MINUTE) }) : row;
    }),
  },
};
