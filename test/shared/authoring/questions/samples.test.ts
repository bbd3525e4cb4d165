import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type QuestionFormat, readBank } from '../../../../shared/authoring/questions/formats.ts';

const sample = (format: QuestionFormat, ending: string) => {
  const text = readFileSync(
    join(import.meta.dirname, `../../../../docs/samples/questions/hand-hygiene.${ending}`),
    'utf8',
  );
  const { questions, faults, remarks, items } = readBank(format, [{ text }]);
  return {
    items,
    asked: questions.map(({ question }) => [
      question.kind,
      question.text,
      question.options.filter(({ right }) => right).map((option) => option.text),
      question.rationale,
    ]),
    ids: questions.map(({ question }) => question.id),
    faults: faults.map(({ line, item, message }) => `${line} ${item} ${message}`),
    remarks: remarks.map(({ item, message }) => `${item} ${message}`),
  };
};

describe('a bank as other systems export it', () => {
  it('in GIFT gives its questions, and says of each of the others why it cannot be asked', () => {
    const { items, asked, ids, faults, remarks } = sample('gift', 'gift.txt');
    expect(items).toBe(8);
    expect(ids).toEqual(['hh-1', 'hh-2', 'hh-3', 'hh-4', 'hh-5']);
    expect(asked).toEqual([
      [
        'single-choice',
        'When is hand hygiene required?',
        ['Before touching a patient'],
        'The first of the five moments is before contact with a patient.',
      ],
      [
        'true-false',
        'Gloves replace hand hygiene.',
        ['False'],
        'They have pores, and hands are soiled on taking them off.',
      ],
      [
        'multiple-choice',
        'Which of these are among the five moments?',
        ['Before an aseptic procedure', 'After exposure to body fluid'],
        undefined,
      ],
      ['single-choice', 'Alcohol rub is rubbed in for at least _____ before it is dry.', ['20 seconds'], undefined],
      // 10⁵, not 105: a number that somebody may treat by.
      [
        'single-choice',
        'A culture grew 10⁵ CFU/mL. What is to be done: nothing, or more?',
        ['Judge it together with the symptoms'],
        undefined,
      ],
    ]);
    expect(faults).toEqual([
      '28 6 It asks for a number.',
      '30 7 It asks for an essay, which nothing can grade here.',
      '32 8 It asks to match pairs.',
    ]);
    expect(remarks).toEqual(['1 Feedback of single options is left out.', '2 Feedback of single options is left out.']);
  });

  it('in Aiken tells a question without its answer from one whose letters are wrong', () => {
    const { asked, faults } = sample('aiken', 'aiken.txt');
    expect(asked).toEqual([
      ['single-choice', 'Which product is used on hands that look clean?', ['Alcohol rub'], undefined],
      [
        'single-choice',
        'After caring for a patient with Clostridioides difficile, which product is used?',
        ['Soap and water'],
        undefined,
      ],
      ['true-false', 'Rings may be worn at the sink.', ['False'], undefined],
    ]);
    expect(faults).toEqual([
      '18 4 The question has no line “ANSWER:”.',
      '22 5 Line 25 has option D where C is expected.',
    ]);
  });

  it('in Moodle XML reads HTML as text, and keeps out a question that needs its picture', () => {
    const { asked, faults, remarks } = sample('moodle-xml', 'moodle.xml');
    expect(asked).toEqual([
      [
        'multiple-choice',
        'Which hands need soap and water?',
        ['Hands that look soiled', 'Hands that may carry spores'],
        'Alcohol does not remove soil — nor spores.',
      ],
      [
        'true-false',
        'Artificial nails may be worn in an intensive care unit.',
        ['False'],
        'Right: they harbour what hand rub does not reach.',
      ],
    ]);
    expect(faults).toEqual(['25 3 It shows a picture, which a question here cannot.', '32 4 It asks for an essay.']);
    expect(remarks).toEqual(['1 Feedback of single options is left out.', '2 Feedback of single options is left out.']);
  });

  it('in QTI 2.1 takes what is right from the answer that is stated, else from the scoring', () => {
    const { asked, faults, remarks } = sample('qti21', 'qti21.xml');
    expect(asked).toEqual([
      [
        'single-choice',
        'A nurse leaves one bed for the next. What comes first?',
        ['Hand rub'],
        'What the hands took from the first bed stays there.',
      ],
      ['multiple-choice', 'When is soap needed at 10⁶ spores?', ['Visible soil', 'Spores'], undefined],
    ]);
    expect(faults).toEqual(['33 3 Its <orderInteraction> is no choice of options.']);
    expect(remarks).toEqual(['1 Feedback of single options is left out.']);
  });

  it('in QTI 3.0 is one item, and is told from QTI 2.1', () => {
    expect(sample('qti3', 'qti3.xml').asked).toEqual([
      [
        'single-choice',
        'Hands look clean, and no spores are suspected. Rub or wash?',
        ['Rub with alcohol'],
        'Alcohol is faster, kinder to skin and kills more.',
      ],
    ]);
    expect(sample('qti21', 'qti3.xml').faults).toEqual(['2 1 This is an item of QTI 3.0.']);
  });

  it('in CSV from a spreadsheet with semicolons has its rows read one by one', () => {
    const { asked, faults } = sample('csv', 'csv');
    expect(asked).toEqual([
      ['single-choice', 'Which comes first; "rub" or gloves?', ['Rub'], 'Hands are clean before they are covered.'],
      ['multiple-choice', 'Which are moments for hand hygiene?', ['Before contact', 'After contact'], undefined],
      ['true-false', 'Hand rub dries the skin more than soap.', ['False'], 'It holds emollients.'],
    ]);
    expect(faults).toEqual([
      '5 4 “c” in the column “right” names no option of this row.',
      '6 5 Two options say “20 seconds”.',
    ]);
  });

  it('is refused whole where it is no such file, with what to do', () => {
    const faultsOf = (format: QuestionFormat, text: string) =>
      readBank(format, [{ text }]).faults.map(({ line, item, message, remedy }) => [
        line,
        item,
        `${message} ${remedy}`,
      ]);
    expect(faultsOf('moodle-xml', '<quiz><question type="constructor"/></quiz>')[0]?.[2]).toContain(
      'type “constructor”',
    );
    expect(faultsOf('moodle-xml', '<quiz>\n<question>\n</quiz>')).toEqual([
      [3, 0, '</quiz> closes nothing that is open here. Export the file again, or mend it with an XML editor.'],
    ]);
    expect(faultsOf('qti21', '<questestinterop><item/></questestinterop>')[0]?.[2]).toContain('This is QTI 1.2');
    expect(faultsOf('csv', 'what,ever\n1,2\n')[0]?.[2]).toContain('no column “question”');
    expect(faultsOf('aiken', '\n \n')[0]?.[2]).toContain('The file has no question.');
  });
});
