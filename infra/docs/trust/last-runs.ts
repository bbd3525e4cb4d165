import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../house/project-folder.ts';
import { table } from '../markdown.ts';
import { type RecordedProof, type RecordedProofs, recordedProofs } from '../recorded-proof.ts';
import { type ProofCommand, proofCommands } from './commands.ts';

const runFile = (command: string): string => `test/prove/${command}/run.ts`;

/**
 * The names of a command's proofs, as its `run.ts` lists them for `prove`. Read and not imported: to import it would run it,
 * and `infra/` knows nothing of `test/`.
 */
export function proofsIn(source: string): readonly string[] {
  const [, list = ''] = /\bprove\(\s*'[^']+',\s*(?:\{[^}]*\}|\w+),\s*(\{[\s\S]*)/.exec(source) ?? [];
  return [...list.matchAll(/(?:^ {2}(?: {2})?|^\{ )'?([\w-]+)'?(?::|,$)/gm)].map(([, name = '']) => name);
}

const proofsOf = (command: string): readonly string[] => {
  const file = join(projectFolder, runFile(command));
  return existsSync(file) ? proofsIn(readFileSync(file, 'utf8')) : [];
};

const told = (number: number): string => number.toLocaleString('en-US');

/** A proof's line: whether it held, and of when that is known. */
const rowOf = (name: string, run: RecordedProof | undefined): readonly string[] =>
  run === undefined
    ? [name, 'not recorded yet', '', '', '', '', '']
    : [
        name,
        told(run.tried),
        told(run.failed),
        ...[run.date, `\`${run.commit}\``, String(run.seed), `${told(run.seconds)} s`],
      ];

/** So many lines of a proof stand open; more would be all that one sees of the page. */
const MOST_OPEN = 20;

/** What became of a proof's cases, and what was measured; a long list is behind a line that one opens. */
function foundBy({ name, outcomes, figures = {} }: RecordedProof): string {
  const became = Object.entries(outcomes).map(([what, cases]) => [what, told(cases)]);
  const measured = Object.entries(figures);
  const open = became.length + measured.length <= MOST_OPEN ? ' open' : '';
  return [
    `<details${open}>\n<summary>${name}: what became of the cases, and what was measured</summary>`,
    table(['Cases', ''], became),
    ...(measured.length > 0 ? [table(['Measured', ''], measured)] : []),
    '</details>',
  ].join('\n\n');
}

/** What is said of one command: what it does, what its last recorded run found, and how it is run again. */
export function toldOf(
  { name, title, does }: ProofCommand,
  names: readonly string[],
  runs: RecordedProofs,
): readonly string[] {
  // A proof that was recorded and is listed no more is told until it is recorded away.
  const all = [...new Set([...names, ...Object.keys(runs)])];
  const recorded = all.flatMap((proof) => runs[proof] ?? []);
  const head = [`### ${title}`, `\`npm run prove:${name}\`. ${does}`];
  if (all.length === 0) return [...head, '**Not recorded yet.**'];
  return [
    ...head,
    table(
      ['Proof', 'Cases tried', 'Refuted', 'On', 'Commit', 'Seed', 'Took'],
      all.map((proof) => rowOf(proof, runs[proof])),
    ),
    ...(recorded.length === 0
      ? ['**Not recorded yet.**']
      : [
          `On ${[...new Set(recorded.map(({ machine }) => machine))].join('; ')}. Again:`,
          ['```sh', ...recorded.map(({ command }) => command), '```'].join('\n'),
          ...recorded.map(foundBy),
        ]),
  ];
}

/** The last recorded run of each command that a page tells of. */
export const lastRuns = (page: ProofCommand['tells']): readonly string[] =>
  proofCommands
    .filter(({ tells }) => tells === page)
    .flatMap((command) => toldOf(command, proofsOf(command.name), recordedProofs(command.name)));
