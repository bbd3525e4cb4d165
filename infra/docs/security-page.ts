import type { Requirement } from './asvs/requirement.ts';
import { requirements } from './asvs/requirements.ts';
import { madeFrom, page, table } from './markdown.ts';
import { linksTo } from './reliability-page.ts';
import { notTried } from './trust/crash-points.ts';
import { lastRuns } from './trust/last-runs.ts';
import { threats } from './trust/threats.ts';

type Kind = Requirement['answer']['kind'];
const all: readonly Requirement[] = Object.values(requirements).flat();
const ofKind = (kind: Kind): readonly Requirement[] => all.filter(({ answer }) => answer.kind === kind);

function answerOf({ answer }: Requirement): string {
  switch (answer.kind) {
    case 'met':
      return `${answer.how} ${linksTo(answer.see)}`;
    case 'not applicable':
      return `*Not applicable.* ${answer.because}`;
    case 'deviation':
      return `**Deviation.** ${answer.because} ${linksTo(answer.see)}`;
    case 'open':
      return `**Open.** ${answer.missing}`;
  }
}

const rows = (of: readonly Requirement[]): string =>
  table(
    ['ASVS', 'Level', 'About', 'Here'],
    of.map((one) => [one.id, String(one.level), one.about, answerOf(one)]),
  );

const counts = (): string =>
  table(
    ['', 'Level 1', 'Level 2'],
    (['met', 'not applicable', 'deviation', 'open'] as const).map((kind) => [
      kind,
      ...([1, 2] as const).map((level) => String(ofKind(kind).filter((one) => one.level === level).length)),
    ]),
  );

/** `docs/security.md`: threats, the last recorded attacks, and what there is to say to each requirement of ASVS 5.0.0. */
export const securityPage = (): string =>
  page(
    madeFrom(['`docs/proofs/`', '`infra/docs/trust/`', '`infra/docs/asvs/`']),
    '# Nothing leaked, nothing forged',
    'Who could want what, what stands in the way, and what was done to get past it. [SECURITY.md](../SECURITY.md) says how to report a weakness; [policies](policies.md) say what is protected, how long and by which limits; [reliability](reliability.md) is the other half.',
    '## Threats',
    table(
      ['Threat', 'What stands in the way', 'Code', 'Tests'],
      threats.map(({ what, control, see, tried }) => [what, control, linksTo(see), linksTo(tried)]),
    ),
    '## The last recorded runs',
    'A case that refutes a claim ends the command with exit code 1. Each command has a short form in the test suite.',
    ...lastRuns('security'),
    '## What was not tried',
    notTried.map((line) => `- ${line}`).join('\n'),
    '## OWASP ASVS 5.0.0, levels 1 and 2',
    'The [Application Security Verification Standard](https://owasp.org/www-project-application-security-verification-standard/) has 345 requirements, of which these levels ask 253. The text of each is in the standard; here stands its number, what it is about, and what this system has to say to it. This is our own judgement and nobody’s certificate.',
    counts(),
    '### Open: not met yet',
    rows(ofKind('open')),
    '### Deviations: decided otherwise',
    rows(ofKind('deviation')),
    ...Object.entries(requirements).flatMap(([title, chapter]) => [`### ${title}`, rows(chapter)]),
  );
