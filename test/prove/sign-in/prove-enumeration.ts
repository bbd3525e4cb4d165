import { spreadOf } from '../../../shared/domain/outcomes/numbers.ts';
import type { Table } from '../../../shared/ports.ts';
import { randomFrom } from '../../simulation/random.ts';
import { createBrowser } from '../../support/browser.ts';
import { createService, type Service } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { countIn, createTally, type Tally } from '../tally.ts';
import { chanceOfDifference } from './medians.ts';
import { byCode, doors, employ } from './people.ts';

const groups = ['learners', 'staff', 'nobody'] as const;
type Group = (typeof groups)[number];

/** So unlikely must a difference be before it counts as one; and it must show twice, on measurements of its own. */
const SURE = 0.001;

const operations = ['get', 'query', 'write', 'count'] as const satisfies readonly (keyof Table)[];

/** Counts from now on what is asked of the table: what takes time where it is real. */
function countOperations(service: Service): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const operation of operations) {
    const real = service.table[operation] as (...given: unknown[]) => unknown;
    Object.assign(service.table, {
      [operation]: (...given: unknown[]) => {
        countIn(counted, operation);
        return real.apply(service.table, given);
      },
    });
  }
  return counted;
}

const addressOf = (group: Group, number: number): string => `${group}-${number}@example.org`;

async function populated(people: number): Promise<Service> {
  const service = createService();
  for (let number = 0; number < people; number++) {
    if (number % 200 === 0) service.pass(900_000);
    await byCode(service, doors.learner, addressOf('learners', number));
    await employ(service, addressOf('staff', number));
  }
  return service;
}

interface Look {
  /** Everything that is answered, with what is random in it left out. */
  readonly answer: string;
  readonly work: string;
  readonly ms: number;
}

/** Asks for a code for each address, the groups in turn and in an order by chance, and notes all that whoever asks could see. */
async function look(
  service: Service,
  counted: Record<string, number>,
  door: keyof typeof doors,
  people: number,
  seed: number,
) {
  const random = randomFrom(seed);
  const seen: Record<Group, Look[]> = { learners: [], staff: [], nobody: [] };
  for (let number = 0; number < people; number++) {
    if (number % 90 === 0) service.pass(900_000);
    for (const group of [...groups].sort(() => random.fraction() - 0.5)) {
      for (const operation of operations) counted[operation] = 0;
      const { ask, cookies } = createBrowser(service);
      const began = performance.now();
      const { status, headers, text } = await ask(doors[door].start, { body: { email: addressOf(group, number) } });
      const ms = performance.now() - began;
      const given = [...cookies].map(([name, value]) => `${name}: ${value.length} characters`);
      seen[group].push({ answer: JSON.stringify([status, headers, text, given]), work: JSON.stringify(counted), ms });
    }
  }
  return seen;
}

function judgeTimes(
  door: string,
  times: readonly Record<Group, Look[]>[],
  seed: number,
  tally: Tally,
): Record<string, string> {
  const figures: Record<string, string> = {};
  const msOf = (seen: Record<Group, Look[]>, group: Group) => seen[group].map(({ ms }) => ms);
  for (const group of ['learners', 'staff'] as const) {
    const chances = times.map((seen, index) =>
      chanceOfDifference(msOf(seen, group), msOf(seen, 'nobody'), randomFrom(seed + index)),
    );
    const medianOf = (seen: Record<Group, Look[]>, whose: Group): number => spreadOf(msOf(seen, whose)).median;
    const medians = times.map(
      (seen) => `${(1_000 * (medianOf(seen, group) - medianOf(seen, 'nobody'))).toFixed(0)} µs`,
    );
    const told = `${medians.join(' and ')} apart, by chance in ${chances.map((chance) => chance.toFixed(3)).join(' and ')} of deals`;
    tally.judge(
      chances.some((chance) => chance >= SURE),
      'comparisons of medians that chance explains',
      () => `${door}, ${group}: ${told}`,
    );
    figures[`${door} sign-in, medians of ${group} and of nobody`] = told;
  }
  return figures;
}

/**
 * Nobody learns from the sign-in pages whose addresses are known: by body, headers, status, by what is asked of the table, which is what
 * takes time where it is real, nor by the time itself, as far as it can be told from noise on this machine.
 */
export async function proveEnumeration(seed: number, people: number): Promise<Finding> {
  const tally = createTally('enumeration');
  const figures: Record<string, string> = {};
  const service = await populated(people);
  const counted = countOperations(service);
  for (const door of Object.keys(doors) as (keyof typeof doors)[]) {
    const times: Record<Group, Look[]>[] = [];
    for (const repeat of [0, 1]) {
      service.pass(86_400_000);
      times.push(await look(service, counted, door, people, seed + repeat));
    }
    const [first] = times;
    const [expected] = first?.nobody ?? [];
    for (const seen of times)
      for (const group of groups)
        for (const { answer, work } of seen[group]) {
          tally.judge(
            answer === expected?.answer,
            'answers alike in status, headers and body',
            () => `${door}, ${group}: ${answer}, not ${expected?.answer}`,
          );
          tally.judge(
            work === expected?.work,
            'answers for the same work',
            () => `${door}, ${group}: ${work}, not ${expected?.work}`,
          );
        }
    Object.assign(figures, judgeTimes(door, times, seed, tally));
  }
  return tally.finding(figures);
}
