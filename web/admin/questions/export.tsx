import { searchOf } from '../../client.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Select } from '../components/inputs.tsx';
import { useQuery } from '../components/query.ts';
import { AssessmentChoice } from './drafts.tsx';
import { formatNames } from './words.ts';

const endings: Readonly<Record<string, 'csv' | 'txt' | 'xml'>> = {
  ...{ gift: 'txt', aiken: 'txt', csv: 'csv', 'moodle-xml': 'xml', qti21: 'xml', qti3: 'xml' },
};

/** Takes the questions of a draft along, in a format that other systems read. */
export function ExportQuestions() {
  const { values, set } = useQuery({ format: 'gift', activity: '', assessment: '' });
  const { format, activity, assessment } = values;
  const href = `/api/admin/activities/${encodeURIComponent(activity)}/questions${searchOf({ format, assessment })}`;
  return (
    <Page
      title="Export questions"
      above={<a href="/admin/questions">Imports and exports</a>}
      lead="The file holds the correct answers. The audit log records that you exported it."
    >
      <div class="stack">
        <AssessmentChoice {...values} set={(change) => set(change, true)} errors={fieldErrors(undefined)} />
        <Select
          label="Format"
          hint={
            format === 'aiken'
              ? 'Aiken has one correct answer, no ids and no rationale: questions with several correct answers are left out.'
              : 'Every question comes back as it was when the file is imported again.'
          }
          name="format"
          value={format}
          set={(chosen) => set({ format: chosen }, true)}
          options={formatNames}
        />
        {assessment === '' ? (
          <p class="quiet">Choose an activity and an assessment.</p>
        ) : (
          <ExportMenu what="questions" of={() => href} formats={[endings[format] ?? 'txt']} />
        )}
      </div>
    </Page>
  );
}
