import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printActivity } from '../../../shared/authoring/print-activity.ts';
import { placesOf, templateIds } from '../../../shared/authoring/statement-templates.ts';
import { composeStatements, placeholdersIn } from '../../../shared/authoring/statements.ts';
import { pointsSentenceOf, sentenceOf, wordCredits, wordPoints } from '../../../shared/domain/award-wording.ts';
import { fill, wordingVersion } from '../../../shared/domain/template.ts';
import { arbitraryActivity } from './arbitrary-activity.ts';
import { example, parsed, problemsOf } from './example.ts';

const worded = (id: string, text: string): string =>
  example.replace('accreditation:', `  templates:\n    ${id}: '${text}'\naccreditation:`);

describe('composed statements', () => {
  it('designate each credit that is offered exactly once, and leave no place unfilled, whatever is offered', () => {
    fc.assert(
      fc.property(arbitraryActivity, fc.constantFrom('accme', 'joint-accreditation'), ({ activity }, accreditation) => {
        const statements = composeStatements(accreditation as 'accme', activity);
        for (const { creditType } of activity.credits)
          expect(statements.filter((one) => one.kind === 'designation' && one.creditType === creditType)).toHaveLength(
            1,
          );
        expect(statements.flatMap(({ text }) => placeholdersIn(text))).toEqual([]);
        expect(statements.every(({ templateId, templateVersion }) => templateId && templateVersion)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('say by which template and which version of it they were made', () => {
    const [accreditation, designation, support] = parsed(example).activity.statements;
    expect(accreditation).toMatchObject({ templateId: 'accme-direct', templateVersion: 1 });
    expect(designation).toMatchObject({ templateId: 'ama-designation', templateVersion: 1 });
    expect(support).not.toHaveProperty('templateId');
  });
});

describe('a provider’s own wording', () => {
  it('has nothing put in a place that is called as something of the language', () => {
    const template = { templateId: 'own', version: 1, text: 'By {provider}, {constructor} and {toString}.' };
    expect(fill(template, { provider: 'us' })).toBe('By us, {constructor} and {toString}.');
  });

  const own = 'Accredited, says {provider}, by the ACCME.';

  it('stands in the place of a template, by a version that is the mark of its content', () => {
    const { activity } = parsed(worded('accme-direct', own));
    expect(activity.statements[0]).toMatchObject({
      text: 'Accredited, says Meridian Society, by the ACCME.',
      templateId: 'accme-direct',
      templateVersion: wordingVersion(own),
    });
    expect(wordingVersion(own)).toMatch(/^own-[0-9a-f]{16}$/);
    expect(wordingVersion(`${own} `)).not.toBe(wordingVersion(own));
    // The mark of a text is the same for ever.
    expect(wordingVersion('')).toBe('own-cbf29ce484222325');
    expect(wordingVersion('a')).toBe('own-af63dc4c8601ec8c');
    expect(activity.provider).not.toHaveProperty('templates');
  });

  it('is kept by a file that is printed and read again', () => {
    const content = parsed(worded('accme-direct', own));
    expect(printActivity(content)).toContain('accme-direct: Accredited, says {provider}');
    expect(parsed(printActivity(content)).activity).toEqual(content.activity);
  });

  it.each([
    ['accme-direct', 'By [Provider].', 'template-places'],
    ['accme-direct', 'By {nobody}.', 'template-places'],
    ['credit-awarded', 'and is awarded {hours}', 'template-places'],
    ['credit-awarded', 'and is awarded credit', 'award-names-amount'],
    ['credit-attendance', 'and is awarded {amount}', 'attendance-is-no-award'],
    ['credit-awarded', 'and earns Category 1 CME: {amount}', 'ama-mark'],
    [
      'ama-designation',
      '{provider} designates this course for a maximum of {amount}, commensurate with the extent of participation.',
      'designation-names-format',
    ],
    ['accme-direct', '{jointProvider} is accredited.', 'no-placeholder'],
  ])('of %s as “%s” is refused where it stands: %s', (id, text, rule) => {
    const problems = problemsOf(worded(id, text));
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    expect(problems.every(({ field, line }) => field === `provider.templates.${id}` && line === 12)).toBe(true);
  });

  it('of a template that there is not is refused with the one that was meant', () => {
    expect(problemsOf(worded('acme-direct', own))).toMatchObject([
      { field: 'provider.templates.acme-direct', remedy: 'Did you mean “accme-direct”?' },
    ]);
  });

  it('is possible for every template, which says what it can hold', () => {
    expect(templateIds).toHaveLength(new Set(templateIds).size);
    for (const id of templateIds) expect(placesOf(id).length).toBeGreaterThan(0);
  });
});

describe('what a certificate says of credit and points', () => {
  const ama = { creditType: 'ama-pra-category-1', amount: 125, maximum: 150 } as const;
  const moc = { board: 'ABIM', boardName: 'American Board', creditType: 'ama-pra-category-1', points: 100 } as const;

  it('is frozen in its words, with the template and version that they are of', () => {
    expect(wordCredits([{ ...ama, basis: 'awarded' }])[0]).toMatchObject({
      sentence: 'and is awarded 1.25 AMA PRA Category 1 Credits™',
      ...{ templateId: 'credit-awarded', templateVersion: 1 },
    });
    expect(wordCredits([{ ...ama, basis: 'attendance' }])[0]).toMatchObject({
      sentence: 'The activity was designated for 1.5 AMA PRA Category 1 Credits™',
      templateId: 'credit-attendance',
    });
    expect(wordPoints([moc])[0]?.sentence).toBe('and qualifies for 1 ABIM MOC point');
    const french = wordCredits([{ ...ama, basis: 'awarded' }], { 'credit-awarded': 'et reçoit {amount}' });
    expect(french[0]).toMatchObject({
      sentence: 'et reçoit 1.25 AMA PRA Category 1 Credits™',
      templateVersion: wordingVersion('et reçoit {amount}'),
    });
  });

  it('is what was frozen, whatever templates say later; what was certified before words were frozen says what it always said', () => {
    expect(sentenceOf({ ...ama, basis: 'awarded', sentence: 'and was given 1.25' })).toBe('and was given 1.25');
    expect(pointsSentenceOf({ ...moc, sentence: 'with 1 point' })).toBe('with 1 point');
    expect(sentenceOf({ ...ama, basis: 'awarded' })).toBe('and is awarded 1.25 AMA PRA Category 1 Credits™');
    expect(sentenceOf({ ...ama, basis: 'attendance' })).toBe(
      'The activity was designated for 1.5 AMA PRA Category 1 Credits™',
    );
    expect(pointsSentenceOf(moc)).toBe('and qualifies for 1 ABIM MOC point');
  });
});
