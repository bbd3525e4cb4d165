import { Button } from '../../components/button.tsx';
import { useLocation } from '../../components/router.tsx';
import { SectionPage } from './frame.tsx';
import { ItemButton } from './item-list.tsx';
import { moved } from './list-change.ts';
import { assessmentsOf, newPart } from './outline.ts';
import { hrefOf } from './sections.ts';
import { textOf, useDesk, useGaps, usePart } from './use-desk.ts';

export const assessmentKinds = {
  'post-test': 'Post-Test',
  'participation-verification': 'Participation verification',
} as const;

/** What learners can choose to pass: a test, the verification that they took part, or either. */
export const Assessments = () => (
  <SectionPage section="assessments" lead="Learners choose one of these and pass it, before they evaluate and claim.">
    {() => <List />}
  </SectionPage>
);

function List() {
  const { activityId, store, readOnly } = useDesk();
  const { content, set, errors } = usePart('outline');
  const { route } = useLocation();
  const list = assessmentsOf(content);
  const add = (kind: keyof typeof assessmentKinds): void => {
    const part = newPart('assessment');
    // An activity that has one of the kind already needs another id for the next.
    const others = list.filter((one) => store.content(one.part).kind === kind).length;
    store.change(part, {
      ...{ kind, passMark: 70, feedback: 'score' },
      ...(others > 0 && { id: `${kind}-${others + 1}` }),
    });
    set({ assessments: [...list, { part, questions: [] }] });
    route(hrefOf(activityId, 'assessments', `/${part}`));
  };
  return (
    <div class="stack">
      {list.length === 0 && (
        <p class="none">
          Nothing to pass yet. An article or other enduring material needs a Post-Test; a live activity may verify
          participation instead, or beside it.
        </p>
      )}
      {errors.assessments && <p class="field-error">{errors.assessments}</p>}
      <ul class="plain cards">
        {list.map(({ part, questions }, at) => (
          <li key={part} class="card assessment-card">
            <Summary part={part} questions={questions.length} />
            {!readOnly && (
              <div class="item-actions">
                <ItemButton
                  does="up"
                  what={`Assessment ${at + 1}`}
                  off={at === 0}
                  act={() => set({ assessments: moved(list, at, at - 1) })}
                />
                <ItemButton
                  does="remove"
                  what={`Assessment ${at + 1}`}
                  act={() => set({ assessments: list.filter((one) => one.part !== part) })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button kind={list.length === 0 ? 'primary' : 'secondary'} id="assessments" onClick={() => add('post-test')}>
          Add a Post-Test
        </Button>
        <Button kind="secondary" onClick={() => add('participation-verification')}>
          Add a participation verification
        </Button>
      </div>
    </div>
  );
}

function Summary({ part, questions }: { readonly part: string; readonly questions: number }) {
  const { activityId } = useDesk();
  const { content } = usePart(part);
  const gaps = (useGaps() ?? []).filter((gap) => gap.part === part && gap.severity === 'refuses').length;
  const kind = textOf(content.kind) as keyof typeof assessmentKinds;
  return (
    <div>
      <h2>
        <a href={hrefOf(activityId, 'assessments', `/${part}`)}>{textOf(content.title) || assessmentKinds[kind]}</a>
      </h2>
      <p class="quiet figure">
        {questions} {questions === 1 ? 'question' : 'questions'}, passing score {textOf(content.passMark) || '–'} %
        {gaps > 0 && `, ${gaps} to fix`}
      </p>
    </div>
  );
}
