import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { useLocation } from '../../components/router.tsx';
import { moved } from './list-change.ts';
import { newPart, withQuestions } from './outline.ts';
import { copyOf } from './question-content.ts';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionRow } from './question-row.tsx';
import { textOf, useDesk } from './use-desk.ts';
import { useKeepInView } from './use-keep-in-view.ts';

interface QuestionsProps {
  /** The assessment's part. */
  readonly part: string;
  readonly questions: readonly string[];
  /** The question that the address names. */
  readonly open: string | undefined;
}

/** A search is worth its place from so many on. */
const MANY = 12;

/** The questions of an assessment, and the one that is open. Hundreds of them stay quick: a row draws itself alone. */
export function Questions({ part, questions, open }: QuestionsProps) {
  const { store, readOnly } = useDesk();
  const { path, route } = useLocation();
  const list = useRef<HTMLOListElement>(null);
  const [find, setFind] = useState('');
  const [said, say] = useState('');
  const [removed, setRemoved] = useState<{ readonly name: string; readonly at: number }>();
  const hrefOf = (name: string): string => `${path}?question=${name}`;
  const at = open === undefined ? -1 : questions.indexOf(open);
  const change = (how: (questions: readonly string[]) => readonly string[]): void =>
    store.change('outline', withQuestions(store.content('outline'), part, how));
  const insert = (content: Record<string, unknown>, place: number): void => {
    const name = newPart('question');
    store.change(name, content);
    change((names) => names.toSpliced(place, 0, name));
    route(hrefOf(name));
  };
  const add = (place = questions.length): void =>
    insert(
      {
        kind: 'single-choice',
        options: [
          { id: 'a', text: '' },
          { id: 'b', text: '' },
        ],
      },
      place,
    );
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= questions.length) return;
    change((names) => moved(names, from, to));
    say(`Question ${from + 1} is question ${to + 1} of ${questions.length} now.`);
  };
  const remove = (from: number): void => {
    const name = questions[from];
    if (name === undefined) return;
    change((names) => names.toSpliced(from, 1));
    setRemoved({ name, at: from });
    const neighbour = questions[from + 1] ?? questions[from - 1];
    route(neighbour === undefined ? path : hrefOf(neighbour), true);
  };
  const keys = (event: KeyboardEvent, index: number): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    if (event.altKey && !readOnly) {
      move(index, index + by);
      return;
    }
    list.current?.querySelectorAll<HTMLElement>('a')[index + by]?.focus();
  };
  const words = find.trim().toLowerCase();
  const shown = questions.flatMap((name, index) =>
    words === '' || textOf(store.content(name).text).toLowerCase().includes(words) ? [{ name, index }] : [],
  );
  useKeepInView(list, open);
  return (
    <div class={at >= 0 ? 'questions questions-open' : 'questions'}>
      <div class="question-list">
        {questions.length > MANY && (
          <input
            type="search"
            aria-label="Find a question by its wording"
            placeholder="Find a question"
            value={find}
            onInput={({ currentTarget }) => setFind(currentTarget.value)}
          />
        )}
        {questions.length === 0 && <p class="none">No questions yet.</p>}
        {words !== '' && shown.length === 0 && <p class="quiet">No question says that.</p>}
        <ol class="plain" ref={list} aria-label="Questions">
          {shown.map(({ name, index }) => (
            <QuestionRow
              key={name}
              part={name}
              number={index + 1}
              href={hrefOf(name)}
              current={name === open}
              onKeyDown={(event) => keys(event, index)}
            />
          ))}
        </ol>
        {removed && (
          <p role="status" class="notice small">
            Removed.{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                change((names) => names.toSpliced(removed.at, 0, removed.name));
                setRemoved(undefined);
                route(hrefOf(removed.name));
              }}
            >
              Put it back
            </button>
          </p>
        )}
        {!readOnly && (
          <div class="actions">
            <Button kind={questions.length === 0 ? 'primary' : 'secondary'} id="questions" onClick={() => add()}>
              Add a question
            </Button>
          </div>
        )}
        <p class="visually-hidden" role="status">
          {said}
        </p>
      </div>
      {open !== undefined && at >= 0 ? (
        <QuestionEditor
          key={open}
          part={open}
          assessment={part}
          place={{ at, of: questions.length }}
          list={path}
          move={(by) => move(at, at + by)}
          duplicate={() => insert(copyOf(store.content(open)), at + 1)}
          remove={() => remove(at)}
          after={() => add(at + 1)}
          hrefAt={(by) => (questions[at + by] === undefined ? undefined : hrefOf(questions[at + by] ?? ''))}
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
