import fc from 'fast-check';
import { type BankQuestion, clean, sameAs, settled } from '../../../../shared/authoring/questions/bank.ts';

/** Texts as banks have them, and as some format might trip over them. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      ...[
        '{=a ~b}',
        '~%50%x',
        'a # b #### c',
        '::t::',
        '[html]<b>x</b>',
        '[plain]',
        '\\n and \\\\',
        '// no comment',
        '$CATEGORY: x',
      ],
      ...[
        'p < 0.05 & q > 1',
        '&lt;p&gt;',
        '&nbsp;',
        ']]>',
        '<![CDATA[x]]>',
        '<!-- x -->',
        '10<sup>9</sup>',
        '<img src=x>',
      ],
      ...[
        "'=1+1",
        "''+x",
        '=cmd',
        '-5 mmol',
        '@x',
        'a;b',
        'a,b',
        'a\tb',
        '"quoted"',
        '""',
        'True',
        'false',
        'B) x',
        'ANSWER: B',
      ],
      ...[
        'Nguyễn 王小明',
        'مرحبا',
        '\u202eabc\u202c',
        'a\u0000b',
        '→ ° ½',
        '%50%',
        '->',
        'T',
        'F',
        'A. b',
        'constructor',
        '__proto__',
      ],
    ),
  )
  .map(clean)
  // A question needs words; two code points are no characters in XML.
  .filter((line) => line !== '' && !/[\ufffe\uffff]/.test(line));

const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/).filter((text) => text !== 'constructor');

const question: fc.Arbitrary<BankQuestion> = fc
  .record({
    id: fc.option(id, { nil: undefined }),
    asked: text,
    options: fc.uniqueArray(text, { minLength: 2, maxLength: 26 }),
    marks: fc.array(fc.boolean(), { minLength: 26, maxLength: 26 }),
    several: fc.boolean(),
    one: fc.nat(),
    truth: fc.option(fc.boolean(), { nil: undefined, freq: 3 }),
    rationale: fc.option(text, { nil: undefined }),
  })
  .map(({ id: questionId, asked, options, marks, several, one, truth, rationale }) => {
    const all = truth === undefined ? options : ['True', 'False'];
    const first = one % all.length;
    const marked = all.map((option, index) => ({
      text: option,
      right: truth === undefined ? index === first || (several && marks[index] === true) : truth === (index === 0),
    }));
    return {
      ...(questionId !== undefined && { id: questionId }),
      text: asked,
      ...settled(marked, truth === undefined && several ? 'multiple-choice' : 'single-choice'),
      ...(rationale !== undefined && { rationale }),
    };
  });

/** Banks of questions that differ. */
export const arbitraryBank: fc.Arbitrary<readonly BankQuestion[]> = fc
  .uniqueArray(question, { selector: sameAs, minLength: 1, maxLength: 6 })
  .filter((bank) => {
    const ids = bank.flatMap((one) => one.id ?? []);
    return new Set(ids).size === ids.length;
  });
