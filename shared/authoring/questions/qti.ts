import type { Element } from '../xml.ts';
import { clean, type Item, noBank, type Place, type QuestionBank, type Said, said, sorted } from './bank.ts';
import { textOfHtml } from './markup.ts';
import { kebab, plainName, type QtiVersion } from './qti-names.ts';
import { markupIn, nameOf, rootOf, textIn, within } from './xml-bank.ts';

/** One document of a package, or the only one. */
export interface BankDocument {
  /** Absent where the bank is one file. */
  readonly name?: string;
  readonly text: string;
}

const isA = (element: Element, name: string): boolean => plainName(nameOf(element)) === name;
const attributeOf = ({ attributes }: Element, name: string): string =>
  attributes.get(name) ?? attributes.get(kebab(name)) ?? '';

/** Elements of the text of a question that are no part of what is asked. */
const asides = new Set([
  'choiceInteraction',
  'feedbackInline',
  'feedbackBlock',
  'rubricBlock',
  'modalFeedback',
  'stylesheet',
]);
const isAside = (element: Element): boolean => asides.has(plainName(nameOf(element)));

/** The identifiers of the right choices: as they are stated, else those that the scoring gives something for. */
function rightOf(declaration: Element | undefined): ReadonlySet<string> {
  const inside = declaration ? within(declaration) : [];
  const stated = inside.find((element) => isA(element, 'correctResponse'));
  if (stated)
    return new Set(
      within(stated)
        .filter((element) => isA(element, 'value'))
        .map((value) => textIn(value).trim()),
    );
  const scored = inside.filter(
    (element) => isA(element, 'mapEntry') && Number(attributeOf(element, 'mappedValue')) > 0,
  );
  return new Set(scored.map((element) => attributeOf(element, 'mapKey')));
}

/** An underscore stands before ids that begin as no identifier of XML may. */
const idOf = (identifier: string): string => identifier.replace(/^_/, '');

function readItem(element: Element, place: Place): Item {
  const all = within(element);
  const body = all.find((one) => isA(one, 'itemBody'));
  const interactions = all.filter((one) => plainName(nameOf(one)).endsWith('Interaction'));
  const faults: Said[] = [];
  const read = (one: Element | undefined): string => {
    const plain = textOfHtml(markupIn(one, isAside));
    faults.push(...plain.faults);
    return plain.text;
  };
  const [choice, second] = interactions;
  const about = (clean(attributeOf(element, 'title')) || clean(textIn(body))).slice(0, 60);
  const unusable = (...list: readonly Said[]): Item => ({ ...place, about, faults: list });
  if (!choice) return unusable(said('It asks nothing.', 'Give it a choice interaction, or remove it.'));
  if (second) return unusable(said('It asks several things at once.', 'Make an item of each.'));
  if (!isA(choice, 'choiceInteraction'))
    return unusable(
      said(`Its <${choice.name}> is no choice of options.`, 'Make it a choice interaction, or remove it.'),
    );
  const responseId = attributeOf(choice, 'responseIdentifier');
  const declaration = all.find(
    (one) => isA(one, 'responseDeclaration') && attributeOf(one, 'identifier') === responseId,
  );
  const right = rightOf(declaration);
  const prompt = choice.children.find((one) => plainName(nameOf(one)) === 'prompt');
  const text = [read(body), read(prompt)].join(' ');
  const choices = within(choice).filter((one) => isA(one, 'simpleChoice'));
  const options = choices.map((one) => ({ text: read(one), right: right.has(attributeOf(one, 'identifier')) }));
  const feedback = all.filter((one) => isA(one, 'modalFeedback')).map((one) => clean(read(one)));
  const rationale = [...new Set(feedback)].join(' ');
  if (faults.length > 0) return unusable(...faults);
  const several = attributeOf(declaration ?? choice, 'cardinality') === 'multiple';
  const inline = all.some((one) => isA(one, 'feedbackInline') || isA(one, 'feedbackBlock'));
  return {
    ...place,
    ...{ id: idOf(attributeOf(element, 'identifier')), text, kind: several ? 'multiple-choice' : 'single-choice' },
    ...{ options, rationale },
    remarks: inline
      ? [said('Feedback of single options is left out.', 'Write into the rationale what learners shall read.')]
      : [],
  };
}

const versionOf = (item: Element): QtiVersion => (nameOf(item).startsWith('qti-') ? '3.0' : '2.1');

/**
 * Reads items of QTI: one document with an item, several items in any element, or the documents of a package, of which those
 * without items are passed over.
 */
export function readQti(version: QtiVersion, documents: readonly BankDocument[]): QuestionBank {
  const one = `An item of QTI ${version} is one <${version === '3.0' ? 'qti-assessment-item' : 'assessmentItem'}>.`;
  const items: Item[] = [];
  const wrong: QuestionBank['faults'][number][] = [];
  for (const { name, text } of documents) {
    const file = name === undefined ? {} : { file: name };
    const root = rootOf(text, { one, remedy: `Export the bank as QTI ${version}.` });
    if ('questions' in root) {
      wrong.push(...root.faults.map((fault) => ({ ...fault, ...file })));
      continue;
    }
    if (nameOf(root) === 'questestinterop')
      wrong.push(...noBank('This is QTI 1.2, which is not read here.', `Export the bank as QTI ${version}.`).faults);
    for (const element of within(root).filter((candidate) => isA(candidate, 'assessmentItem'))) {
      const place = { line: element.line, item: items.length + 1, ...file };
      const found = versionOf(element);
      items.push(
        found === version
          ? readItem(element, place)
          : { ...place, about: attributeOf(element, 'title').slice(0, 60), faults: [otherVersion(found)] },
      );
    }
  }
  if (wrong.length > 0) return { items: items.length, questions: [], faults: wrong, remarks: [] };
  return sorted(items, said('The file has no item.', one));
}

const otherVersion = (found: QtiVersion): Said =>
  said(`This is an item of QTI ${found}.`, `Choose the format QTI ${found}.`);
