import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../infra/docs/asvs/requirement.ts';
import { requirements } from '../../infra/docs/asvs/requirements.ts';
import type { RecordedProof } from '../../infra/docs/recorded-proof.ts';
import { proofCommands } from '../../infra/docs/trust/commands.ts';
import { crashPoints } from '../../infra/docs/trust/crash-points.ts';
import { proofsIn, toldOf } from '../../infra/docs/trust/last-runs.ts';
import { promises } from '../../infra/docs/trust/promises.ts';
import { threats } from '../../infra/docs/trust/threats.ts';
import { projectFolder, sourceAt } from './source.ts';

const missing = (places: readonly string[]): readonly string[] =>
  places.filter((place) => !existsSync(join(projectFolder, place)));
const isTest = (place: string): boolean => place.startsWith('test/');

/** The levels of the requirements of each section of OWASP ASVS 5.0.0, in the order of their numbers. */
const official: Readonly<Record<string, string>> = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{ '3.1': '3', '3.2': '113', '3.3': '12223', '3.4': '11222233', '3.5': '11122333', '3.6': '3', '3.7': '22333' },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{ '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233', '6.5': '22222333', '6.6': '2223' },
  ...{ '6.7': '33', '6.8': '2222' },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23' },
  ...{ '9.1': '111', '9.2': '1222' },
  ...{ '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333', '10.5': '22222', '10.6': '22' },
  ...{ '10.7': '222' },
  ...{ '11.1': '2233', '11.2': '22233', '11.3': '11233', '11.4': '1222', '11.5': '23', '11.6': '23', '11.7': '33' },
  ...{ '12.1': '12233', '12.2': '11', '12.3': '22223' },
  ...{ '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233' },
  ...{ '14.1': '22', '14.2': '12223333', '14.3': '122' },
  ...{ '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333' },
  ...{ '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223' },
  ...{ '17.1': '23', '17.2': '22223333', '17.3': '22' },
};
const everyOfficial = Object.entries(official).flatMap(([section, levels]) =>
  [...levels].map((level, index) => `${section}.${index + 1} L${level}`),
);

const all: readonly Requirement[] = Object.values(requirements).flat();
const placesOf = ({ answer }: Requirement): readonly string[] => ('see' in answer ? answer.see : []);

describe('the checklist of OWASP ASVS 5.0.0', () => {
  it('is held against the 345 requirements of the standard', () => expect(everyOfficial).toHaveLength(345));

  it('answers every requirement of levels 1 and 2 exactly once, at its level', () => {
    const asked = everyOfficial.filter((one) => !one.endsWith('L3'));
    expect(asked).toHaveLength(253);
    expect(all.map(({ id, level }) => `${id} L${level}`).toSorted()).toEqual(asked.toSorted());
  });

  it('puts each into its chapter', () => {
    for (const [title, chapter] of Object.entries(requirements))
      for (const { id } of chapter) expect(title.split('.')[0]).toBe(id.split('.')[0]);
  });

  it('names files that there are', () =>
    expect(all.flatMap((one) => missing(placesOf(one)).map((place) => `${one.id} ${place}`))).toEqual([]));
});

describe('threats and crash points', () => {
  it('name code, tests and proofs that there are', () => {
    const names = proofCommands.map(({ name }) => name);
    for (const { what, see, tried } of threats) {
      expect([what, ...missing([...see, ...tried])]).toEqual([what]);
      expect(tried.filter(isTest)).toEqual(tried);
    }
    for (const { what, tried, proofs = [] } of crashPoints) {
      expect([what, ...missing(tried)]).toEqual([what]);
      expect(tried.filter(isTest)).toEqual(tried);
      expect(proofs.filter((name) => !names.includes(name))).toEqual([]);
    }
  });

  it('promise what stands in files that there are', () =>
    expect(missing(promises.flatMap(({ see }) => see))).toEqual([]));
});

describe('what is told of the last recorded runs', () => {
  const scripts: Readonly<Record<string, string>> = JSON.parse(sourceAt('package.json').text).scripts;
  const [command] = proofCommands;
  if (!command) throw new Error('There is no command');
  const run: RecordedProof = {
    ...{ name: 'one', tried: 10_000, failed: 0, seed: 7, seconds: 61, date: '2026-11-26', commit: 'abc' },
    ...{ outcomes: { printed: 9_999, parked: 1 }, figures: { 'longest wait': '3 ms' }, machine: '2 × a processor' },
    command: 'npm run prove:faults -- one --seed 7',
  };

  it('tells of every command that there is, on one page', () => {
    const proving = Object.keys(scripts).flatMap((script) => (script.startsWith('prove:') ? script.slice(6) : []));
    expect(proofCommands.map(({ name }) => name).toSorted()).toEqual(proving.toSorted());
  });

  it.each([
    [
      "await prove('a', { count: 1 }, {\n    names: ({ seed, count }) => x(seed, count),\n    'two-words': (\n",
      ['names', 'two-words'],
    ],
    [
      "await prove(\n  'a',\n  { count: 1, more: 2 },\n  {\n    names: ({ seed }) => x(seed),\n    short,\n  },\n);",
      ['names', 'short'],
    ],
    ["await prove('a', { schedules: 1_000 }, { plants: ({ seed, schedules }) => x(seed, schedules) });", ['plants']],
  ])('finds the proofs that a command lists', (source, names) => expect(proofsIn(source)).toEqual(names));

  it('finds at least one proof of each command that is there', () => {
    for (const { name } of proofCommands) {
      const file = `test/prove/${name}/run.ts`;
      if (existsSync(join(projectFolder, file))) expect([name, proofsIn(sourceAt(file).text)]).not.toEqual([name, []]);
    }
  });

  it('tells counts, figures, conditions and the command that repeats it', () => {
    const text = toldOf(command, ['one'], { one: run }).join('\n');
    for (const part of [
      '| one | 10,000 | 0 | 2026-11-26 | `abc` | 7 | 61 s |',
      'On 2 × a processor.',
      '| printed | 9,999 |\n| parked | 1 |',
      '| longest wait | 3 ms |',
      run.command,
    ])
      expect(text).toContain(part);
  });

  it('says of a proof without a recorded run that there is none, and keeps one that is listed no more', () => {
    const text = toldOf(command, ['other'], { one: run }).join('\n');
    expect(text).toContain('| other | not recorded yet |');
    expect(text).toContain('| one | 10,000 |');
    expect(toldOf(command, [], {}).join('\n')).toContain('**Not recorded yet.**');
  });
});
