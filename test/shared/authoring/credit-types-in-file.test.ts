import { describe, expect, it } from 'vitest';
import { composeStatements } from '../../../shared/authoring/statements.ts';
import { knownType } from '../../../shared/domain/credit-type.ts';
import { professions } from '../../../shared/domain/learner.ts';
import { basisFor } from '../../../shared/domain/statement.ts';
import { changed, example, parse, parsed, problemsOf } from './example.ts';

const contact = '  contact: help@meridian.example\n';
/** The example whose provider has kinds of credit, and which offers some. */
const withTypes = (types: string, ...credits: readonly string[]): string =>
  changed(contact, `${contact}  creditTypes:\n${types.replace(/^(?=.)/gm, '    ')}`).replace(
    '    maximum: 1.25\n',
    `    maximum: 1.25\n${credits.map((credit) => `  - { type: ${credit} }\n`).join('')}`,
  );
const own = `- id: harbor-hour
  name: Harbor hour
  plural: Harbor hours
  unit: hour
  step: 0.5
  for: [nurse, dietitian]
  designation: '{provider} counts this {format} as {amount}.'
`;

describe('a provider’s own kind of credit', () => {
  it('is offered, designated and frozen like any other', () => {
    const { credits, statements, provider } = parsed(withTypes(own, 'harbor-hour, maximum: 1')).activity;
    expect(credits[1]).toMatchObject({ creditType: 'harbor-hour', maximum: 100, rule: { step: 50, rounding: 'down' } });
    expect(statements.find(({ creditType }) => creditType === 'harbor-hour')?.text).toBe(
      'Meridian Society counts this enduring material as 1 Harbor hour.',
    );
    expect(provider).not.toHaveProperty('creditTypes');
  });

  it.each(['ama', 'ancc', 'common'])(
    'is designated in its own words, also where its id is “%s”, as wordings begin',
    (id) => {
      const [accreditation, designation] = composeStatements('accme', {
        ...{ format: 'enduring-material', closesOn: '2027-12-31', provider: { name: 'Meridian Society' } },
        templates: { [`${id}-designation`]: '{provider} designates this for AMA credit.' },
        credits: [
          {
            ...{ creditType: id, maximum: 100 },
            rule: {
              ...{ ...knownType('aafp-elective'), creditType: id, name: 'Harbor hour', plural: 'Harbor hours' },
              designation: '{provider} counts this as {amount}.',
            },
          },
        ],
      });
      expect(accreditation?.kind).toBe('accreditation');
      expect(designation?.text).toBe('Meridian Society counts this as 1 Harbor hour.');
    },
  );

  it('is for the professions that it names, or for everyone when it names none', () => {
    const [, some] = parsed(withTypes(own, 'harbor-hour, maximum: 1')).activity.credits;
    const [, all] = parsed(withTypes(own.replace(/ {2}for.*\n/, ''), 'harbor-hour, maximum: 1')).activity.credits;
    const awarded = (rule = some?.rule) => professions.filter((one) => rule && basisFor(rule, one) === 'awarded');
    expect(awarded()).toEqual(['nurse', 'dietitian']);
    expect(awarded(all?.rule)).toEqual(professions);
  });

  it('keeps to its step, to its maximum and to the minutes, and has its number', () => {
    const fields = (types: string, credit: string) => problemsOf(withTypes(types, credit)).map(({ field }) => field);
    expect(fields(own, 'harbor-hour, maximum: 0.75')).toEqual(['credits[2].maximum']);
    expect(fields(own, 'harbor-hour, maximum: 1.5')).toEqual(['credits[2].maximum']);
    expect(fields(`${own}  most: 0.5\n`, 'harbor-hour, maximum: 1')).toEqual(['credits[2].maximum']);
    expect(fields(`${own}  number: Course number\n`, 'harbor-hour, maximum: 1')).toEqual(['credits[2].number']);
    expect(fields(`${own}  number: Course number\n`, 'harbor-hour, maximum: 1, number: H-7')).toEqual([]);
  });

  it.each([
    ['id: harbor-hour', 'id: Harbor', 'provider.creditTypes[1].id', /lower-case letters/],
    ['  plural: Harbor hours\n', '', 'provider.creditTypes[1].plural', /missing/],
    ['name: Harbor hour', 'name: Category 1 credit', 'provider.creditTypes[1].name', /another body’s/],
    ['plural: Harbor hours', 'plural: AMA hours', 'provider.creditTypes[1].name', /another body’s/],
    ['step: 0.5', 'step: 0', 'provider.creditTypes[1].step', /steps of 0/],
    ['unit: hour', 'minutes: 0', 'provider.creditTypes[1].minutes', /0 minutes/],
    ['unit: hour', 'unit: 1 hour', 'provider.creditTypes[1].unit', /no unit/],
    ['nurse, dietitian', 'nurse, dietician', 'provider.creditTypes[1].for[2]', /Did you mean “dietitian”/],
    ['unit: hour', 'rounding: up', 'provider.creditTypes[1].rounding', /nearest, down/],
    ['{amount}', '{hour}', 'accreditation', /\{hour\} is not filled/],
  ])('with %j written as %j is refused where that stands', (passage, by, field, saying) => {
    const problems = problemsOf(withTypes(own.replace(passage, by), 'harbor-hour, maximum: 1'));
    const problem = problems.find((one) => one.field === field);
    expect(`${problem?.message} ${problem?.remedy}`).toMatch(saying);
  });

  it('stands once in its list, and is known to the activity only when its provider has it', () => {
    expect(problemsOf(withTypes(own + own, 'harbor-hour, maximum: 1')).map(({ field }) => field)).toEqual([
      'provider.creditTypes[2].id',
    ]);
    expect(problemsOf(example.replace('ama-pra-category-1', 'harbor-hour'))[0]).toMatchObject({
      field: 'credits[1].type',
    });
  });
});

describe('a kind of credit that the software knows', () => {
  it('is the provider’s to set where no source settles it', () => {
    const text = withTypes(
      '- { id: ancc-contact-hour, step: 0.25, rounding: nearest }\n',
      'ancc-contact-hour, maximum: 1.25',
    );
    const [ama, ancc] = parsed(text).activity.credits;
    expect(ama?.rule).toEqual(knownType('ama-pra-category-1'));
    expect(ancc?.rule).toEqual({ ...knownType('ancc-contact-hour'), step: 25, rounding: 'nearest' });
  });

  it.each([
    ['ama-pra-category-1', 'step: 0.5', 'step'],
    ['ama-pra-category-1', 'others: refused', 'others'],
    ['ancc-contact-hour', 'for: [physician]', 'for'],
    ['acpe-contact-hour', 'name: Pharmacy hour', 'name'],
    ['ipce', 'for: [physician]', 'for'],
  ])('such as %s is not to be set to “%s”', (id, part, field) => {
    expect(problemsOf(withTypes(`- { id: ${id}, ${part} }\n`)).map((one) => one.field)).toEqual([
      `provider.creditTypes[1].${field}`,
    ]);
  });

  it('is given under the accreditation that it needs: IPCE under Joint Accreditation alone', () => {
    const text = withTypes('', 'ipce, maximum: 1').replace('  creditTypes:\n', '');
    expect(problemsOf(text).map(({ field }) => field)).toEqual(['credits[2].type']);
    expect(parse(text.replace('accreditation: accme', 'accreditation: joint-accreditation')).kind).toBe('parsed');
  });

  it('of journals has the AAFP’s limit of one credit an article', () => {
    const journal = example
      .replace('enduring-material', 'journal-based')
      .replace('ama-pra-category-1', 'aafp-prescribed');
    expect(problemsOf(journal)).toMatchObject([{ field: 'credits[1].maximum', remedy: 'Write 1 or less.' }]);
    expect(problemsOf(journal.replace('maximum: 1.25', 'maximum: 1'))).toEqual([]);
  });
});
