import { Checkbox, Select, TextField } from '../components/inputs.tsx';
import { assessmentKinds } from './assessments.tsx';
import { bound, boundNumber, boundYes, entryFields } from './bound.ts';
import { ItemList } from './item-list.tsx';
import { entriesOf, textOf, useDesk, usePart } from './use-desk.ts';

const feedbacks = {
  score: 'The score alone',
  'right-or-wrong': 'Which answers were right or wrong',
  rationale: 'The correct answers, with their rationale',
};

interface SettingsProps {
  readonly part: string;
  readonly questions: readonly string[];
}

/** By which rules an assessment is passed, and from which pools its questions are drawn. */
export function AssessmentSettings({ part, questions }: SettingsProps) {
  const assessment = usePart(part);
  const { store } = useDesk();
  const inPool = (pool: string): number => questions.filter((name) => store.content(name).pool === pool).length;
  return (
    <div class="stack editor-body">
      <div class="field-pair">
        <Select {...bound(assessment, 'kind')} label="Kind" options={assessmentKinds} />
        <TextField {...bound(assessment, 'title')} hint="If left empty, it is named after its kind." />
        <TextField
          {...boundNumber(assessment, 'passMark')}
          label="Passing score, in percent"
          hint="Learners are told before they start."
        />
        <TextField {...boundNumber(assessment, 'attempts')} hint="Left empty: as many as the learner likes." />
        <TextField
          {...boundNumber(assessment, 'timeLimitMinutes')}
          label="Time limit, in minutes"
          hint="Left empty: untimed, which is kinder."
        />
        <Select {...bound(assessment, 'feedback')} label="Shown after submission" options={feedbacks} />
      </div>
      <Checkbox
        {...boundYes(assessment, 'shuffle')}
        label="Shuffle questions and options for each attempt"
        hint="Questions that keep the order of their options say so themselves."
      />
      <h3>Pools</h3>
      <p class="quiet">
        Each attempt is asked so many questions of a pool, drawn by chance; another attempt is asked others. Questions
        of no pool are asked in every attempt. Which pool a question is of stands with the question.
      </p>
      <ItemList
        name="pools"
        one="Pool"
        items={entriesOf(assessment.content.pools)}
        set={(pools) => assessment.set({ pools: pools.length > 0 ? pools : undefined })}
        blank={{ draw: 1 }}
        add="Add a pool"
        error={assessment.errors.pools}
      >
        {(pool, change, at) => {
          const fields = entryFields(assessment, { prefix: `pools-${at}-`, content: pool, change });
          const there = inPool(textOf(pool.id));
          return (
            <div class="field-pair">
              <TextField
                {...bound(fields, 'id')}
                label="Name"
                hint="Lower-case letters, digits and hyphens: errors"
                spellcheck={false}
              />
              <TextField
                {...boundNumber(fields, 'draw')}
                label="Draw"
                hint={`Of the ${there} ${there === 1 ? 'question' : 'questions'} that it has.`}
              />
            </div>
          );
        }}
      </ItemList>
    </div>
  );
}
