import type { changeAspects, changeMoments } from '../../../shared/domain/evaluation.ts';
import { Select, TextField } from '../components/inputs.tsx';
import { bound, entryFields, type Fields } from './bound.ts';
import type { Content } from './merge.ts';

const aspects = {
  competence: 'Competence: what they would do',
  performance: 'Performance: what they do',
  'patient-outcomes': 'Patient outcomes',
} satisfies Record<(typeof changeAspects)[number], string>;

const moments = {
  before: 'How it was before the activity',
  after: 'How it is after it',
} satisfies Record<(typeof changeMoments)[number], string>;

/** What the outcomes make of a question: which change it measures, and with which other it is compared. */
export function EvaluationOutcomes({ fields }: { readonly fields: Fields }) {
  const compares = (fields.content.compares ?? {}) as Content;
  const compared = entryFields(fields, {
    prefix: `${fields.prefix}compares-`,
    content: compares,
    change: (changed) => fields.set({ compares: changed.moment === undefined ? undefined : changed }),
  });
  return (
    <details class="more" open={fields.content.analyzesChange !== undefined || fields.content.compares !== undefined}>
      <summary>What the outcomes make of it</summary>
      <div class="stack">
        <Select
          {...bound(fields, 'analyzesChange')}
          label="Measures a change of"
          hint="Found again in the outcomes, under ACCME’s “Analyzes Change”."
          none="Nothing"
          options={aspects}
        />
        <Select {...bound(compared, 'moment')} label="Asks" none="Nothing that is compared" options={moments} />
        {compares.moment !== undefined && (
          <TextField
            {...bound(compared, 'pair')}
            label="Name of the pair"
            hint="The same for the question before and the one after: confidence"
            spellcheck={false}
          />
        )}
      </div>
    </details>
  );
}
