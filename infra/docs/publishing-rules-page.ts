import { publishingRules } from '../../shared/authoring/publishing-rules.ts';
import { readingRules } from '../../shared/authoring/rules/reading.ts';
import { type Severity, type Source, sourceLine } from '../../shared/authoring/rules/rule.ts';
import { placesOf, templateIds } from '../../shared/authoring/statement-templates.ts';
import { madeFrom, page, table } from './markdown.ts';

interface Shown {
  readonly id: string;
  readonly source: Source;
  readonly says: string;
  readonly severity?: Severity;
}

const rowOf = ({ id, source, says, severity = 'refuses' }: Shown): readonly string[] => [
  `\`${id}\``,
  says,
  severity,
  sourceLine(source),
  source.at.startsWith('docs/') ? `[${source.at.slice(5)}](${source.at.slice(5)})` : source.at,
];

const heads = ['Rule', 'What it wants', 'Without it, publishing is', 'Whose it is', 'Where that can be read'];
const said: Readonly<Record<string, string>> = { refuses: 'refused', advises: 'advised against' };
const part = (title: string, rules: readonly Shown[]): readonly string[] => [
  `## ${title}`,
  table(
    heads,
    rules.map(rowOf).map((row) => row.map((cell) => said[cell] ?? cell)),
  ),
];

/** `docs/publishing-rules.md`: every rule that an activity is checked by, with its source. */
export const publishingRulesPage = (): string =>
  page(
    madeFrom(['`shared/authoring/rules/`']),
    '# What is checked before an activity is published',
    'Each rule has a source, and every fault that is printed names both: `a.yaml:27: credits[1].maximum: … — … [credit-within-minutes: AMA, units of credit]`. `npx wallet check FILE` prints everything at once and ends with exit code 1 when something refuses publication; the function that publishes goes by the same list. What only custom wants is advised, and keeps nothing from being published.',
    'The sources say what they say on the day on which they were read; the bodies change their rules. Go by the body where this page and it differ, and tell us.',
    ...part('Reading the file', readingRules),
    ...Object.entries(publishingRules).flatMap(([theme, rules]) => part(theme, rules)),
    '## Templates',
    'A provider may word each of them in its own way (`provider.templates`); these places of a wording are filled.',
    table(
      ['Template', 'Places'],
      templateIds.map((id) => [
        `\`${id}\``,
        placesOf(id)
          .map((place) => `\`${place}\``)
          .join(' '),
      ]),
    ),
  );
