import { useState } from 'preact/hooks';
import { api, type Result } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { Select } from '../components/inputs.tsx';
import { useQuery } from '../components/query.ts';
import { useStaff } from '../session.ts';
import { AssessmentChoice } from './drafts.tsx';
import { type Handed, missingFrom, readFiles } from './read-files.ts';
import { formatNames, type ImportView, kindNames } from './words.ts';

const hints: Readonly<Record<string, string>> = {
  learners:
    'CSV with the columns email, given name, family name, profession and, if you have them, credentials. Accounts are made; what learners said of themselves is never changed.',
  credits:
    'CSV with the columns email, activity, credit type, amount, date and, if you have them, activity id and certificate number. It is recorded as history, and is no award.',
  gift: 'Moodle’s GIFT, as text.',
  aiken: 'Moodle’s Aiken, as text: one correct answer each.',
  'moodle-xml': 'As Moodle’s question bank exports it.',
  qti21: 'One file with the items; or all item files of an unpacked package.',
  qti3: 'One file with the items; or all item files of an unpacked package.',
  csv: 'Columns question, a, b, c, … and right; id, kind and rationale if you have them.',
};
const accepted: Readonly<Record<string, string>> = {
  csv: '.csv,.txt,text/csv',
  gift: '.txt,.gift,text/plain',
  aiken: '.txt,text/plain',
};

/** Chooses a file and where it goes. What kind and where to stands in the address, so that it can be linked to. */
export function HandIn() {
  const { route } = useLocation();
  const author = useStaff().role === 'author';
  const { values, set } = useQuery({ kind: 'questions', format: 'gift', activity: '', assessment: '' });
  const kind = author ? 'questions' : values.kind;
  const [files, setFiles] = useState<readonly File[]>([]);
  const { busy, problem, refuse, send, keyOf } = useSending();
  const errors = fieldErrors(problem);
  const questions = kind === 'questions';
  const form = questions ? values.format : 'csv';

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const missing = missingFrom(files, questions ? values : undefined);
    if (missing) return refuse(missing);
    const handed = await send(async (): Promise<Result<ImportView>> => {
      const read = await readFiles(files);
      return read.ok ? post(read.body) : read;
    });
    if (handed) route(`/admin/questions/${handed.importId}`);
  };
  const post = ({ fileName, documents }: Handed): Promise<Result<ImportView>> => {
    if (!questions) {
      const body = { kind: kind as 'learners' | 'credits', fileName, text: documents[0]?.text ?? '' };
      return api('POST', '/api/admin/imports', { body, key: keyOf(body) });
    }
    const { activity: activityId, assessment, format } = values;
    const body = { fileName, format, assessment, documents: [...documents] };
    return api('POST', '/api/admin/activities/{activityId}/question-imports', {
      ...{ params: { activityId }, body, key: keyOf(body) },
    });
  };

  return (
    <Page
      title="Import a file"
      above={<a href="/admin/questions">Imports and exports</a>}
      lead="The file is checked first, and nothing in it is written until you have seen what was found."
    >
      <form class="stack" onSubmit={submit} noValidate>
        <Wrong problem={problem} />
        {!author && (
          <Select
            label="What is in the file"
            name="kind"
            value={kind}
            set={(chosen) => set({ kind: chosen }, true)}
            options={kindNames}
          />
        )}
        {questions && (
          <>
            <Select
              label="Format"
              name="format"
              value={values.format}
              set={(format) => set({ format }, true)}
              options={formatNames}
              error={errors.format}
            />
            <AssessmentChoice {...values} set={(change) => set(change, true)} errors={errors} />
          </>
        )}
        <Field label="File" name="file" hint={hints[questions ? form : kind]} error={errors.file}>
          <input
            type="file"
            accept={accepted[form] ?? '.xml,text/xml,application/xml'}
            multiple={form.startsWith('qti')}
            onChange={({ currentTarget }) => setFiles([...(currentTarget.files ?? [])])}
          />
        </Field>
        <div class="actions">
          <Button type="submit" busy={busy}>
            {busy ? 'Handing in…' : 'Check the file'}
          </Button>
        </div>
      </form>
    </Page>
  );
}
