import { describe, expect, it } from 'vitest';
import { changed, example, parsed, problemsOf } from './example.ts';

/** What is wrong, the passage, what stands in its place, and the line, field and words of the refusal. */
const refused: readonly (readonly [string, string, string, number, string, RegExp])[] = [
  [
    'it closes before it opens',
    'closes: 2028-12-31',
    'closes: 2026-01-14',
    14,
    'closes',
    /before it opens on 2026-01-15/,
  ],
  ['enduring material was never reviewed', 'reviewed: 2026-01-05\n', '', 1, 'reviewed', /says when it was reviewed/],
  ['enduring material runs for over three years', '2028-12-31', '2029-01-06', 14, 'closes', /Close by 2029-01-05/],
  ['a live activity has no day', 'enduring-material', 'internet-live', 1, 'held', /on which day/],
  ['the time zone is unknown', 'America/New_York', 'America/New_Yrok', 12, 'zone', /IANA/],
  ['the time zone knows no summer time', 'America/New_York', 'EST', 12, 'zone', /America\/New_York/],
  ['the time zone is a distance', 'America/New_York', '-05:00', 12, 'zone', /IANA/],
  ['it takes no time', 'minutes: 75', 'minutes: 0', 16, 'minutes', /0 minutes/],
  ['the credit is out of step', 'maximum: 1.25', 'maximum: 1.2', 27, 'credits[1].maximum', /Write 1 or 1.25/],
  ['the credit exceeds the time', 'maximum: 1.25', 'maximum: 1.5', 27, 'credits[1].maximum', /75 minutes are 1.25/],
  ['the credit is nothing', 'maximum: 1.25', 'maximum: 0', 27, 'credits[1].maximum', /0 credits/],
  ['no credit is offered', '  - type: ama-pra-category-1\n    maximum: 1.25\n', '', 25, 'credits', /no credit/],
  [
    'a placeholder in brackets is left',
    'No commercial',
    'The gift of [Company] is no',
    30,
    'statements[1].text',
    /\[Company\]/,
  ],
  [
    'a placeholder in braces is left',
    'No commercial',
    'The gift of {company} is no',
    30,
    'statements[1].text',
    /\{company\}/,
  ],
  ['a post-test has no minimum', 'passMark: 70', 'passMark: 0', 33, 'assessments[1].passMark', /from 1 to 100/],
  [
    'nobody could attempt it',
    'passMark: 70',
    'passMark: 70\n    attempts: 0',
    34,
    'assessments[1].attempts',
    /0 attempts/,
  ],
  ['a question has one option', '          - Four\n', '', 36, 'assessments[1].questions[1].options', /two options/],
  ['no option is right', 'right: true', 'right: no', 36, 'assessments[1].questions[1].options', /No option is marked/],
  [
    'two are right where one is sought',
    '- Four',
    '- text: Four\n            right: yes',
    36,
    'assessments[1].questions[1].options',
    /kind: multiple-choice/,
  ],
  [
    'two questions share an id',
    'text: Gloves',
    'id: q1\n        text: Gloves',
    40,
    'assessments[1].questions[2].id',
    /“q1” stands in this list/,
  ],
  [
    'two options share an id',
    'text: Five',
    'id: a\n            text: Five',
    38,
    'assessments[1].questions[1].options[2].id',
    /“a” stands/,
  ],
  [
    'nobody evaluates it',
    '  - text: The content was relevant.\n    kind: rating\n',
    '',
    43,
    'evaluation',
    /no question/,
  ],
  ['an evaluation choice has no options', 'kind: rating', 'kind: single', 44, 'evaluation[1].options', /two options/],
  ['the link is not secure', 'article: |', 'link: http://a.example\narticle: |', 23, 'link', /https/],
  ['there is nothing to read', 'article: |\n  Wash your hands.\n', '', 1, 'article', /nothing to read/],
  [
    'enduring material has no post-test',
    'kind: post-test',
    'kind: participation-verification',
    31,
    'assessments',
    /needs a post-test/,
  ],
  [
    'nobody is named as faculty',
    '  - { name: Ondine Barrasford, credentials: MD,\n      disclosure: Nothing to disclose. }\n',
    '',
    20,
    'faculty',
    /faculty/,
  ],
  [
    'faculty disclose nothing at all',
    ',\n      disclosure: Nothing to disclose. }',
    ' }',
    21,
    'faculty[1].disclosure',
    /missing/,
  ],
];

const pooled = (of: string, pools: string): string =>
  changed('passMark: 70', `passMark: 70\n    pools: ${pools}`).replace(
    'answer: false',
    `answer: false\n        pool: ${of}`,
  );
const dependent = (showIf: string): string =>
  changed('    kind: rating\n', `    kind: rating\n  - text: Why?\n    kind: text\n    showIf: ${showIf}\n`);

/** What cannot be asked, the file, and the fields and words of the refusal. */
const unaskable: readonly (readonly [string, string, readonly string[], RegExp])[] = [
  [
    'more is drawn from a pool than it has',
    pooled('a', '[{ id: a, draw: 2 }]'),
    ['assessments[1].pools[1].draw'],
    /1 q/,
  ],
  ['nothing is drawn', pooled('a', '[{ id: a, draw: 0 }]'), ['assessments[1].pools[1].draw'], /Nothing would be/],
  [
    'a pool has no question, and a question’s pool is not there',
    pooled('b', '[{ id: a, draw: 1 }]'),
    ['assessments[1].pools[1].draw', 'assessments[1].questions[2].pool'],
    /Give questions this pool|Choose one of its pools/,
  ],
  ['an answer is to no question', dependent('{ question: e9, is: [a] }'), ['evaluation[2].showIf.question'], /“e9”/],
  ['a question waits for itself', dependent('{ question: e2, is: [a] }'), ['evaluation[2].showIf.question'], /earlier/],
  ['an answer is no option', dependent('{ question: e1, is: ["9"] }'), ['evaluation[2].showIf.is'], /1, 2, 3, 4, 5/],
  [
    'a pair has one question alone',
    changed('    kind: rating\n', '    kind: rating\n    compares: { pair: one, moment: before }\n'),
    ['evaluation[1].compares.pair'],
    /“before” and “after”/,
  ],
  [
    'a pair compares words, and a rating with another scale',
    changed(
      '    kind: rating\n',
      [
        '    kind: rating\n    compares: { pair: one, moment: before }\n',
        '  - text: Now?\n    kind: rating\n    options: [No, Yes]\n    compares: { pair: one, moment: after }\n',
        '  - text: Why?\n    kind: text\n    compares: { pair: two, moment: after }\n',
      ].join(''),
    ),
    ['evaluation[1].options', 'evaluation[2].options', 'evaluation[3].compares'],
    /different scales|Only ratings/,
  ],
  ['no answer asks for it', dependent('{ question: e1, is: [] }'), ['evaluation[2].showIf.is'], /No answer would/],
];

describe('publishing is refused when', () => {
  it.each(unaskable)('%s', (_, text, fields, saying) => {
    const problems = problemsOf(text);
    expect(problems.map(({ field }) => field).toSorted()).toEqual(fields);
    for (const { message, remedy } of problems) expect(`${message} ${remedy}`).toMatch(saying);
  });

  it.each(refused)('%s', (_, passage, by, line, field, saying) => {
    const problems = problemsOf(changed(passage, by));
    expect(problems.map((problem) => [problem.line, problem.field])).toEqual([[line, field]]);
    expect(`${problems[0]?.message} ${problems[0]?.remedy}`).toMatch(saying);
  });

  it('an ACPE credit has no Universal Activity Number, or none of ACPE’s form', () => {
    const acpe = (number: string) =>
      changed('    maximum: 1.25', `    maximum: 1.25\n  - type: acpe-contact-hour\n    maximum: 1.25\n${number}`);
    expect(problemsOf(acpe(''))).toMatchObject([{ field: 'credits[2].number', line: 28 }]);
    expect(problemsOf(acpe('    number: 12-34\n'))).toMatchObject([{ field: 'credits[2].number', line: 30 }]);
    expect(problemsOf(acpe('    number: JA0009999-9999-26-014-H01-P\n'))).toEqual([]);
  });

  it('one kind of credit is offered twice, or an assessment stands in the file twice', () => {
    const credit = '  - type: ama-pra-category-1\n    maximum: 1.25\n';
    expect(problemsOf(changed(credit, credit + credit))).toMatchObject([{ field: 'credits[2].type' }]);
    const test = /assessments:\n([\s\S]*)evaluation:/.exec(example)?.[1] ?? '';
    expect(problemsOf(changed(test, test + test))).toMatchObject([{ field: 'assessments[2].id' }]);
  });

  it('a credit has no statement that designates it, unless one is written in the file', () => {
    const written = `statements:
  - kind: accreditation
    text: We are accredited.
  - kind: designation
    credit: ama-pra-category-1
    text: We designate this enduring material for a maximum of 1.25 AMA PRA Category 1 Credits™, to be claimed as commensurate with the extent of participation.
    onCertificate: true
  - kind: support`;
    const without = example.replace('accreditation: accme\n', '');
    expect(problemsOf(without).map(({ field }) => field)).toEqual(['accreditation', 'credits[1].type']);
    expect(parsed(without.replace('statements:\n  - kind: support', written)).activity.statements).toHaveLength(3);
  });

  it('the activity is larger than a row of the table', () => {
    const long = changed('Wash your hands.', 'Wash. '.repeat(70_000));
    expect(problemsOf(long)).toMatchObject([{ field: 'article' }]);
  });
});

describe('a citation in brackets', () => {
  it('is no placeholder', () => {
    expect(problemsOf(changed('No commercial', 'As before [3, 5–7], no commercial'))).toEqual([]);
  });
});
