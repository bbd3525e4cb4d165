import { basename } from 'node:path';
import type { Place } from './asvs/requirement.ts';
import { madeFrom, page, table } from './markdown.ts';
import { proofCommands } from './trust/commands.ts';
import { crashPoints, notTried } from './trust/crash-points.ts';
import { lastRuns } from './trust/last-runs.ts';
import { promises } from './trust/promises.ts';

/** Files and folders as links, from a page in `docs/`. */
export const linksTo = (places: readonly Place[]): string =>
  places
    .map((place) => `[${basename(place)}](${place.startsWith('docs/') ? place.slice(5) : `../${place}`})`)
    .join(', ');

/** Where a page tells of a command: under its title, as GitHub names what a title leads to. */
const placeOf = new Map(
  proofCommands.map(({ name, tells, title }) => [name, `${tells}.md#${title.toLowerCase().replaceAll(' ', '-')}`]),
);
const commandLinks = (names: readonly string[] = []): string =>
  names.map((name) => `[\`prove:${name}\`](${placeOf.get(name)})`).join(', ');

/** `docs/reliability.md`: what is promised, what goes wrong, and what the last long runs found. */
export const reliabilityPage = (): string =>
  page(
    madeFrom(['`docs/proofs/`', '`infra/docs/trust/`']),
    '# Nothing lost, nothing doubled',
    'What is promised to learners and auditors, why it holds, and what was done to break it. Every figure on this page was printed by a command that anybody can run; a run that was not made says so. [Security](security.md) is the other half.',
    '## What is promised',
    table(
      ['Promise', 'What keeps it', 'Where'],
      promises.map(({ what, because, see }) => [what, because, linksTo(see)]),
    ),
    '## What goes wrong, and why it does no harm',
    table(
      ['What happens', 'Why it is safe', 'Tests', 'Tried at length by'],
      crashPoints.map(({ what, safe, tried, proofs }) => [what, safe, linksTo(tried), commandLinks(proofs)]),
    ),
    '## The last recorded runs',
    'A case that refutes a claim ends the command with exit code 1 and is told so that it can be tried again alone. Runs on one machine use the [embedded parts](adr/0005-embedded-parts.md), not AWS.',
    'Every change is tried by the schedules of seeds 1 to 10,000. [Each night](../.github/workflows/proofs.yml) up to a million others are played, from seeds made of the date, for an hour on each of four machines, with every crash point, every pair of crashes, twelve minutes of kills and twelve of power cuts; each week a backup is brought back. What fails opens an issue.',
    ...lastRuns('reliability'),
    '## What was not tried',
    notTried.map((line) => `- ${line}`).join('\n'),
  );
