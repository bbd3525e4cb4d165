import { ownOf } from '../../domain/kinds.ts';
import type { Element } from '../xml.ts';
import { type BankQuestion, clean, type Item, type QuestionBank, type Said, said, sorted } from './bank.ts';
import { textOfHtml, xmlText } from './markup.ts';
import { leaveOut, type Printed } from './printed.ts';
import { childOf, childrenOf, rootOf, textIn } from './xml-bank.ts';

/** Types of Moodle's that ask for something else than a choice. */
const otherTypes: Readonly<Record<string, string>> = {
  shortanswer: 'a short answer in words',
  numerical: 'a number',
  essay: 'an essay',
  matching: 'pairs to match',
  match: 'pairs to match',
  cloze: 'gaps to fill',
  description: 'nothing; it only describes',
  ddwtos: 'words to drag',
  gapselect: 'words for gaps',
  calculated: 'a number that is calculated',
};

/** Reads the texts of one question; what cannot be told in text is a fault of it. */
function reading(faults: Said[]) {
  return (element: Element | undefined, otherwise = 'html'): string => {
    const format = element?.attributes.get('format') ?? otherwise;
    const text = textIn(childOf(element, 'text'));
    if (format === 'plain_text') return text;
    const plain = textOfHtml(text);
    faults.push(...plain.faults);
    return plain.text;
  };
}

const fractionOf = (answer: Element): number => Number(answer.attributes.get('fraction') ?? 0) || 0;

function readItem(element: Element, item: number): Item {
  const { line, attributes } = element;
  const type = attributes.get('type') ?? '';
  const title = clean(textIn(childOf(childOf(element, 'name'), 'text')));
  const faults: Said[] = [];
  const read = reading(faults);
  const text = read(childOf(element, 'questiontext'));
  const unusable = (...list: readonly Said[]): Item => ({
    line,
    item,
    about: (title || clean(text)).slice(0, 60),
    faults: list,
  });
  if (type !== 'multichoice' && type !== 'truefalse')
    return unusable(
      said(
        `It asks for ${ownOf(otherTypes, type) ?? `something of the type “${type.slice(0, 30)}”`}.`,
        'Make it a question with options, or remove it.',
      ),
    );
  const answers = childrenOf(element, 'answer').map((answer) => ({
    ...{ text: read(answer), fraction: fractionOf(answer), feedback: clean(read(childOf(answer, 'feedback'))) },
  }));
  const general = clean(read(childOf(element, 'generalfeedback')));
  if (faults.length > 0) return unusable(...faults);
  const single = type === 'truefalse' || !/^\s*(?:false|0)\s*$/i.test(textIn(childOf(element, 'single')));
  const best = Math.max(0, ...answers.map(({ fraction }) => fraction));
  const options = answers.map(({ text: option, fraction }) => ({
    text: option,
    right: fraction > 0 && (!single || fraction === best),
  }));
  const ofRight = answers.filter((_, index) => options[index]?.right).map(({ feedback }) => feedback);
  const rationale = general || [...new Set(ofRight)].filter((feedback) => feedback !== '').join(' ');
  const told = new Set(['', rationale, ...(general ? [] : ofRight)]);
  const remarks: Said[] = [];
  if (answers.some(({ feedback }) => !told.has(feedback)))
    remarks.push(said('Feedback of single options is left out.', 'Write into the rationale what learners shall read.'));
  if (single && answers.some(({ fraction }) => fraction > 0 && fraction < best))
    remarks.push(said('Partial credit is left out: an answer is right or wrong here.', 'Check that this is meant.'));
  const id = textIn(childOf(element, 'idnumber')).trim() || title;
  return { line, item, id, text, kind: single ? 'single-choice' : 'multiple-choice', options, rationale, remarks };
}

/** Reads Moodle's XML format; its categories are passed over. */
export function readMoodleXml(text: string): QuestionBank {
  const one = 'A bank in Moodle XML is one <quiz> with a <question> for each item.';
  const root = rootOf(text, { names: ['quiz'], one, remedy: 'Export it from Moodle’s question bank as “Moodle XML”.' });
  if ('questions' in root) return root;
  const items = childrenOf(root, 'question').filter(({ attributes }) => attributes.get('type') !== 'category');
  return sorted(
    items.map((element, index) => readItem(element, index + 1)),
    said('The quiz has no question.', 'Export the category that holds the questions.'),
  );
}

const textElement = (name: string, text: string, more = ''): string =>
  `<${name}${more} format="plain_text"><text>${xmlText(text)}</text></${name}>`;

/** Writes questions as Moodle XML. */
export function printMoodleXml(questions: readonly BankQuestion[]): Printed {
  let number = 0;
  const { text, left } = leaveOut(questions, ({ id, text: asked, kind, options, rationale }) => {
    number += 1;
    const right = options.filter((option) => option.right).length;
    const share = (kind === 'multiple-choice' ? 100 / right : 100).toFixed(5).replace(/\.?0+$/, '');
    const fraction = (isRight: boolean): string => (isRight ? share : kind === 'multiple-choice' ? `-${share}` : '0');
    const lines = [
      `<question type="${kind === 'true-false' ? 'truefalse' : 'multichoice'}">`,
      `<name><text>${xmlText(id ?? `Question ${number}`)}</text></name>`,
      textElement('questiontext', asked),
      ...(rationale === undefined ? [] : [textElement('generalfeedback', rationale)]),
      ...(id === undefined ? [] : [`<idnumber>${xmlText(id)}</idnumber>`]),
      ...(kind === 'true-false'
        ? []
        : [
            `<single>${kind === 'single-choice'}</single>`,
            '<shuffleanswers>false</shuffleanswers>',
            '<answernumbering>abc</answernumbering>',
          ]),
      ...options.map((option) =>
        kind === 'true-false'
          ? `<answer fraction="${fraction(option.right)}"><text>${option.text.toLowerCase()}</text></answer>`
          : textElement('answer', option.text, ` fraction="${fraction(option.right)}"`),
      ),
      '</question>',
    ];
    return { text: `${lines.join('\n')}\n`, loses: [] };
  });
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${text}</quiz>\n`, left };
}
