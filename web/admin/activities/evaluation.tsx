import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { useLocation } from '../../components/router.tsx';
import { type Asked, freeId, kindNames, questionsOf } from './evaluation-content.ts';
import { EvaluationQuestion } from './evaluation-question.tsx';
import { EvaluationSets } from './evaluation-sets.tsx';
import { SectionPage } from './frame.tsx';
import { moved } from './list-change.ts';
import { textOf, useDesk, usePart } from './use-desk.ts';
import { useKeepInView } from './use-keep-in-view.ts';

/** What learners are asked afterwards. */
export const EvaluationSection = () => (
  <SectionPage section="evaluation" wide>
    {() => <Builder />}
  </SectionPage>
);

const kindOf = ({ kind }: Asked): string => kindNames[textOf(kind) as keyof typeof kindNames] ?? 'No kind yet';

function Builder() {
  const part = usePart('evaluation');
  const { readOnly } = useDesk();
  const { query, path, route } = useLocation();
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  useKeepInView(list, query.question);
  const questions = questionsOf(part.content);
  const open = query.question === undefined ? -1 : Number(query.question);
  const opened = questions[open];
  const hrefAt = (at: number): string => `${path}?question=${at}`;
  const set = (changed: readonly Asked[]): void => part.set({ questions: changed });
  const add = (at: number, question: Omit<Asked, 'id'>): void => {
    set(questions.toSpliced(at, 0, { ...question, id: freeId(questions) } as Asked));
    route(hrefAt(at));
  };
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= questions.length) return;
    set(moved(questions, from, to));
    say(`Question ${from + 1} is question ${to + 1} of ${questions.length} now.`);
    if (from === open) route(hrefAt(to), true);
  };
  const keys = (event: KeyboardEvent, at: number): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    if (event.altKey && !readOnly) {
      move(at, at + by);
      return;
    }
    const rows = (event.currentTarget as HTMLElement).closest('ol')?.querySelectorAll<HTMLElement>('a');
    rows?.[at + by]?.focus();
  };
  const errorsAt = (at: number): boolean => Object.keys(part.errors).some((id) => id.startsWith(`questions-${at}-`));
  const group = textOf(questions.at(-1)?.group);
  return (
    <div class={opened ? 'questions questions-open' : 'questions'}>
      <div class="question-list">
        {questions.length === 0 && (
          <p class="none">Nothing is asked yet. Begin with a question, or put in a set that you use often.</p>
        )}
        {part.errors.questions && <p class="field-error">{part.errors.questions}</p>}
        <ol class="plain" ref={list} aria-label="Questions of the evaluation">
          {questions.map((question, at) => (
            <li key={question.id} class="question-row">
              {textOf(question.group) !== textOf(questions[at - 1]?.group) && question.group !== undefined && (
                <p class="question-group">{textOf(question.group)}</p>
              )}
              <a
                href={hrefAt(at)}
                aria-current={at === open ? 'true' : undefined}
                onKeyDown={(event) => keys(event, at)}
              >
                <span class="figure quiet">{at + 1}</span>
                <span class="question-words">{textOf(question.text).trim() || 'New question'}</span>
                <span class="question-marks small">
                  {errorsAt(at) && <span class="draft-failed">To fix</span>}
                  <span class="quiet">
                    {kindOf(question)}
                    {textOf(question.required) === 'false' && ', optional'}
                    {question.showIf !== undefined && ', depends on an answer'}
                  </span>
                </span>
              </a>
            </li>
          ))}
        </ol>
        {!readOnly && (
          <>
            <div class="actions">
              <Button
                kind={questions.length === 0 ? 'primary' : 'secondary'}
                id="questions"
                onClick={() => add(questions.length, { kind: 'rating', ...(group && { group }) })}
              >
                Add a question
              </Button>
            </div>
            <EvaluationSets questions={questions} set={set} />
          </>
        )}
        <p class="visually-hidden" role="status">
          {said}
        </p>
      </div>
      {opened ? (
        <EvaluationQuestion
          key={opened.id}
          {...{ questions, at: open, set, errors: part.errors, list: path }}
          move={(by) => move(open, open + by)}
          duplicate={() => {
            const { id: _, ...copy } = opened;
            add(open + 1, copy);
          }}
          remove={() => {
            set(questions.toSpliced(open, 1));
            route(questions.length > 1 ? hrefAt(Math.min(open, questions.length - 2)) : path, true);
          }}
        />
      ) : (
        questions.length > 0 && (
          <p class="quiet choose">
            Choose a question to read and change it. Arrow keys go through the list; with Alt they move the question.
          </p>
        )
      )}
    </div>
  );
}
