import type { BankQuestion } from './bank.ts';
import { xmlText } from './markup.ts';
import { leaveOut, type Printed } from './printed.ts';
import { type QtiVersion, writing } from './qti-names.ts';

const letter = (index: number): string => String.fromCharCode(97 + index);

/** Writes questions as items of QTI in one file: a test part's worth, each of them valid by itself. */
export function printQti(version: QtiVersion, questions: readonly BankQuestion[]): Printed {
  const { element, attribute, namespace } = writing[version];
  const attributes = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .map(([name, value]) => ` ${attribute(name)}="${xmlText(value)}"`)
      .join('');
  const make = (name: string, values: Readonly<Record<string, string>>, ...inside: readonly string[]): string =>
    `<${element(name)}${attributes(values)}>${inside.join('')}</${element(name)}>`;
  const empty = (name: string, values: Readonly<Record<string, string>>): string =>
    `<${element(name)}${attributes(values)}/>`;

  let number = 0;
  const { text, left } = leaveOut(questions, ({ id, text: asked, kind, options, rationale }) => {
    number += 1;
    const names = options.map((option, index) => (kind === 'true-false' ? option.text.toLowerCase() : letter(index)));
    const right = names.filter((_, index) => options[index]?.right);
    const several = kind === 'multiple-choice';
    // An identifier begins with a letter or an underscore. Items need one, of which only an underscore is left of none.
    const identifier = id === undefined ? `_Item_${number}` : /^[a-z]/.test(id) ? id : `_${id}`;
    const declared = { identifier: 'RESPONSE', cardinality: several ? 'multiple' : 'single', baseType: 'identifier' };
    const score = { identifier: 'SCORE', cardinality: 'single', baseType: 'float' };
    const value = (content: string): string => make('value', {}, content);
    const lines = [
      make('responseDeclaration', declared, make('correctResponse', {}, ...right.map(value))),
      make('outcomeDeclaration', score, make('defaultValue', {}, value('0'))),
      ...(rationale === undefined
        ? []
        : [
            make(
              'outcomeDeclaration',
              { identifier: 'FEEDBACK', cardinality: 'single', baseType: 'identifier' },
              make('defaultValue', {}, value('rationale')),
            ),
          ]),
      make(
        'itemBody',
        {},
        `<p>${xmlText(asked)}</p>`,
        make(
          'choiceInteraction',
          { responseIdentifier: 'RESPONSE', shuffle: 'false', maxChoices: several ? '0' : '1' },
          ...options.map((option, index) =>
            make('simpleChoice', { identifier: names[index] ?? '' }, xmlText(option.text)),
          ),
        ),
      ),
      empty('responseProcessing', {
        template: `http://www.imsglobal.org/question/qti_v${version === '3.0' ? '3p0' : '2p1'}/rptemplates/match_correct`,
      }),
      ...(rationale === undefined
        ? []
        : [
            make(
              'modalFeedback',
              { outcomeIdentifier: 'FEEDBACK', identifier: 'rationale', showHide: 'show' },
              version === '3.0' ? `<qti-content-body>${xmlText(rationale)}</qti-content-body>` : xmlText(rationale),
            ),
          ]),
    ];
    const item = { identifier, title: asked.slice(0, 60).toWellFormed(), adaptive: 'false', timeDependent: 'false' };
    const opened = `<${element('assessmentItem')} xmlns="${namespace}"${attributes(item)}>`;
    return { text: `${opened}\n${lines.join('\n')}\n</${element('assessmentItem')}>\n`, loses: [] };
  });
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<items>\n${text}</items>\n`, left };
}
