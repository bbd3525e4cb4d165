import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankQuestion } from '../../../../shared/authoring/questions/bank.ts';
import { formats, questionFormats, readBank } from '../../../../shared/authoring/questions/formats.ts';
import { arbitraryBank } from './arbitrary-bank.ts';

const said = ({ questions, faults }: ReturnType<typeof readBank>) => ({
  questions: questions.map(({ question }) => question),
  faults,
});

describe('a bank of questions that is written', () => {
  const whole = questionFormats.filter((format) => format !== 'aiken');
  it.each(whole)('in %s reads back as the same questions with the same answers', (format) => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const { text, left } = formats[format].print(bank);
        expect(left).toEqual([]);
        expect(said(readBank(format, [{ text }]))).toEqual({ questions: bank, faults: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('in aiken reads back without ids and rationales, and says what it had to leave out', () => {
    const kept = ({ text, kind, options }: BankQuestion): BankQuestion => ({ text, kind, options });
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const { text, left } = formats.aiken.print(bank);
        const out = new Set(left.filter(({ message }) => message.startsWith('Left out')).map(({ item }) => item));
        const rest = bank.filter((_, index) => !out.has(index + 1));
        expect([...out].every((item) => bank[item - 1])).toBe(true);
        expect(bank.filter(({ kind }) => kind === 'multiple-choice').every((one) => !rest.includes(one))).toBe(true);
        if (rest.length > 0)
          expect(said(readBank('aiken', [{ text }]))).toEqual({ questions: rest.map(kept), faults: [] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a hostile bank', () => {
  const passages = fc.constantFrom(
    ...[
      '{',
      '}',
      '=',
      '~',
      '#',
      '::',
      '\\',
      '\n',
      '\n\n',
      'ANSWER: A',
      'A) x',
      '"',
      ',',
      ';',
      "'=",
      '%',
      '->',
      '//',
      '\t',
    ],
    ...[
      '<quiz>',
      '</quiz>',
      '<question type="multichoice">',
      '<items>',
      '<assessmentItem>',
      '<qti-assessment-item>',
      '<!--',
      '-->',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE x [<!ENTITY a "b">]>',
      '&a;',
      '&#x110000;',
      '&#xd800;',
      '<answer fraction="100">',
    ],
    ...['question,a,b,right\n', '\u0000', '\u202e', '\ud800', '\ufeff', 'T', 'x'],
  );
  it.each(questionFormats)('in %s is answered with faults, never with an exception', (format) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(passages, fc.string({ maxLength: 5 })), { maxLength: 60 }), (parts) => {
        const { questions, faults, items } = readBank(format, [{ text: parts.join('') }]);
        expect(questions.length + new Set(faults.map(({ item }) => item)).size).toBeGreaterThan(0);
        expect(questions.length).toBeLessThanOrEqual(items);
      }),
      { numRuns: 400 },
    );
  });

  // A reader that looks again and again for an end that never comes would take minutes for these.
  const attacks = [
    '<!--',
    '<',
    '<a ',
    '{',
    '}',
    '"',
    '""',
    "'",
    '\\',
    '=',
    '~',
    '#',
    '&',
    '&#',
    ' ',
    '\n',
    '::',
    'A) x\n',
    'x,',
    'ANSWER: ',
    '<sup>',
  ];
  const heads = [
    '',
    '<quiz><question type="multichoice"><questiontext><text><![CDATA[',
    'question,right\n"',
    'q {~',
    '::',
    'ANSWER: a',
    '<items>',
  ];
  it.each(questionFormats)(
    'in %s of a quarter of a million characters is read in one pass',
    (format) => {
      for (const head of heads)
        for (const attack of attacks) {
          const text = head + attack.repeat(Math.floor((250_000 - head.length) / attack.length));
          expect(readBank(format, [{ text }]).questions).toEqual([]);
        }
    },
    120_000,
  );

  it('is not read when it is larger, declares entities, or nests without end', () => {
    const faultOf = (format: (typeof questionFormats)[number], text: string) =>
      readBank(format, [{ text }]).faults[0]?.message;
    expect(faultOf('gift', 'x'.repeat(2_000_001))).toBe('The bank has 2000001 characters; 2000000 fit.');
    const bomb = '<!DOCTYPE quiz [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>';
    expect(faultOf('moodle-xml', bomb)).toContain('declares entities');
    expect(faultOf('moodle-xml', '<quiz>'.repeat(100_000))).toBe('Elements stand more than 40 deep in each other.');
    expect(faultOf('moodle-xml', '<quiz>&a;</quiz>')).toContain('an entity that XML does not know');
  });
});
