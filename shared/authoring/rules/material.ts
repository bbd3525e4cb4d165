import { bytesOf, LARGEST_IN_ROW } from '../row-size.ts';
import { blanks } from './lists.ts';
import { type Finding, finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

const tooLarge = (row: object, field: string, what: string, remedy: string): readonly Finding[] => {
  const bytes = bytesOf(JSON.stringify(row));
  return bytes > LARGEST_IN_ROW ? [finding(field, `${what} ${bytes} bytes; ${LARGEST_IN_ROW} fit.`, remedy)] : [];
};

/** What is offered: by whom, for what, how long it takes, and that there is something to learn from. */
export const materialRules: readonly PublishingRule[] = [
  {
    id: 'time-stated',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: 'It says how many minutes it takes.',
    check: ({ activity: { estimatedMinutes } }) =>
      estimatedMinutes === 0 ? [finding('minutes', 'It takes 0 minutes.', 'Write how long it takes.')] : [],
  },
  {
    id: 'objectives-stated',
    source: sources.amaCore,
    severity: 'refuses',
    says: 'It has at least one learning objective.',
    check: ({ activity: { objectives } }) =>
      objectives.length === 0
        ? [finding('objectives', 'There are no learning objectives.', 'Add at least one.')]
        : blanks('objectives', objectives),
  },
  {
    id: 'faculty-named',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: 'It names who wrote or presents it.',
    check: ({ activity: { faculty } }) =>
      faculty.length === 0
        ? [finding('faculty', 'Nobody is named as faculty.', 'Add who wrote or presents it, with a disclosure.')]
        : [],
  },
  {
    id: 'faculty-credentials',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: 'Enduring material shows the credentials of its faculty before the start.',
    check: ({ activity: { format, faculty } }) =>
      format === 'enduring-material'
        ? faculty.flatMap(({ name, credentials }, index) =>
            credentials === undefined
              ? finding(
                  `faculty[${index + 1}].credentials`,
                  `Enduring material says what ${name || 'its faculty'} is.`,
                  'Add “credentials: MD”, or what else qualifies them.',
                  ['format'],
                )
              : [],
          )
        : [],
  },
  {
    id: 'participation-explained',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: 'Enduring material says before the start its medium, how to take part, which hardware and software is needed, and how privacy is kept.',
    check: ({ activity: { format, takingPart } }) =>
      format === 'enduring-material'
        ? (['medium', 'method', 'requirements', 'privacy'] as const)
            .filter((name) => !takingPart?.[name])
            .map((name) =>
              finding(
                name,
                `Nothing is said of it: ${name}.`,
                `Add “${name}:”, or leave it out for the site’s own words.`,
                ['format'],
              ),
            )
        : [],
  },
  {
    id: 'other-format-named',
    source: sources.accmeFormat,
    severity: 'refuses',
    says: 'Another or blended format is named, in the designation statement and on certificates.',
    check: ({ activity: { format, formatDetail } }) =>
      format === 'other' && formatDetail === undefined
        ? [
            finding(
              'formatDetail',
              'Nothing says what kind of other activity it is.',
              'Add “formatDetail: blended learning”.',
              ['format'],
            ),
          ]
        : [],
  },
  {
    id: 'material-there',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: 'Enduring and journal-based material holds an article, or leads to its material.',
    check: ({ activity: { format, content } }) =>
      (format === 'enduring-material' || format === 'journal-based') &&
      content.paragraphs.length === 0 &&
      content.url === undefined
        ? [
            finding('article', 'There is nothing to read.', 'Add “article: |” with the text, or “link:” to it.', [
              'format',
            ]),
          ]
        : [],
  },
  {
    id: 'link-secure',
    source: sources.file,
    severity: 'refuses',
    says: 'A link leads to a secure web address.',
    check: ({ activity: { content } }) =>
      content.url !== undefined && !/^https:\/\/[^\s/]+\S*$/.test(content.url)
        ? [finding('link', `“${content.url}” is no secure web address.`, 'Write one that begins with https://.')]
        : [],
  },
  {
    id: 'live-place',
    source: sources.amaDocument,
    severity: 'refuses',
    says: 'A live activity in person says where it is held; its certificate states the place.',
    check: ({ activity: { format, location } }) =>
      format === 'live-activity' && location === undefined
        ? [
            finding('location', 'A live activity says where it was held.', 'Add “location:” with city and state.', [
              'format',
            ]),
          ]
        : [],
  },
  {
    id: 'fits-the-table',
    source: sources.file,
    severity: 'refuses',
    says: `An activity has at most ${LARGEST_IN_ROW} bytes, and its right answers with their rationales as many.`,
    // Each is a row of its own: nobody but grading reads the keys.
    check: ({ activity, keys }) => [
      ...tooLarge(
        activity,
        'article',
        'The activity has',
        'Put the material on a page of its own and give its “link:”.',
      ),
      ...tooLarge(
        keys,
        'assessments',
        'The right answers and their rationales have',
        'Shorten the rationales, or keep fewer questions.',
      ),
    ],
  },
];
