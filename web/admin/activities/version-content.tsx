import type { Answered } from '../../client.ts';
import { questionsOf, optionsOf as scaleOf } from './evaluation-content.ts';
import { fieldNames } from './field-names.ts';
import { fieldsInOrder } from './in-words.ts';
import type { Content } from './merge.ts';
import { assessmentsOf } from './outline.ts';
import { kindOf, optionsOf } from './question-content.ts';
import { entriesOf, textOf } from './use-desk.ts';

export type VersionShown = Answered<'GET', '/api/admin/activities/{activityId}/versions/{version}'>;

/** Of lists with fields, what is read of each entry. */
const inLine = (entry: Content): string =>
  fieldsInOrder(entry)
    .filter(([, value]) => typeof value !== 'boolean' && typeof value !== 'object')
    .map(([, value]) => textOf(value))
    .join(', ');

function Value({ value }: { readonly value: unknown }) {
  if (Array.isArray(value))
    return (
      <ul class="plain">
        {entriesOf(value).map((entry) => (
          <li key={inLine(entry)}>{inLine(entry)}</li>
        ))}
      </ul>
    );
  if (typeof value === 'object' && value !== null) return <>{textOf((value as Content).name)}</>;
  return <span class="as-written">{textOf(value)}</span>;
}

/** Everything that a version says, to be read. */
export function VersionContent({ version: { parts } }: { readonly version: VersionShown }) {
  const content = (part: string): Content => parts[part]?.content ?? {};
  return (
    <>
      <dl class="facts">
        {Object.entries(content('about')).map(([name, value]) => (
          <>
            <dt>{fieldNames[name] ?? name}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </>
        ))}
      </dl>
      {assessmentsOf(content('outline')).map(({ part, questions }) => (
        <section key={part} class="stack">
          <h2>{textOf(content(part).title)}</h2>
          <p class="quiet">
            {questions.length} questions, passing score {textOf(content(part).passMark)} %
            {content(part).attempts !== undefined && `, ${textOf(content(part).attempts)} attempts`}
          </p>
          <ol class="read-questions">
            {questions.map((name) => (
              <li key={name}>
                <ReadQuestion question={content(name)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <section class="stack">
        <h2>Evaluation</h2>
        <ol class="read-questions">
          {questionsOf(content('evaluation')).map((question) => (
            <li key={question.id}>
              <p>{textOf(question.text)}</p>
              <p class="quiet small">
                {question.kind === 'text'
                  ? 'Free text'
                  : scaleOf(question)
                      .map(({ text }) => text)
                      .join(' · ')}
                {textOf(question.required) === 'false' && ' (optional)'}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function ReadQuestion({ question }: { readonly question: Content }) {
  const short = kindOf(question) === 'true-false' && question.options === undefined;
  const options = short
    ? [true, false].map((answer) => ({
        id: String(answer),
        text: answer ? 'True' : 'False',
        right: answer === question.answer,
      }))
    : optionsOf(question);
  return (
    <>
      <p>{textOf(question.text)}</p>
      <ul class="plain">
        {options.map(({ id, text, right }) => (
          <li key={id} class={right ? 'read-right' : undefined}>
            {right ? '✓ ' : '– '}
            {text}
            {right && <span class="visually-hidden"> (right)</span>}
          </li>
        ))}
      </ul>
      {question.rationale !== undefined && <p class="quiet small">{textOf(question.rationale)}</p>}
      {question.pool !== undefined && <p class="quiet small">Pool {textOf(question.pool)}</p>}
    </>
  );
}
