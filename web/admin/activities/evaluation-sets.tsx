import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { useResource } from '../../components/resource.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { Select, TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { type Asked, withSet } from './evaluation-content.ts';
import { idFrom } from './id-from.ts';
import type { EvaluationSet } from './types.ts';

interface SetsProps {
  readonly questions: readonly Asked[];
  readonly set: (questions: readonly Asked[]) => void;
}

/** Sets of questions that are used again: put into this evaluation as copies, or made of what is asked here. */
export function EvaluationSets({ questions, set }: SetsProps) {
  const { body, reload } = useResource(() => api('GET', '/api/admin/evaluation-sets'), []);
  const [chosen, choose] = useState('');
  const [saving, setSaving] = useState(false);
  const sets = body?.sets ?? [];
  const found = sets.find(({ setId }) => setId === chosen);
  return (
    <details class="more">
      <summary>Sets of questions</summary>
      <div class="stack">
        {sets.length > 0 ? (
          <Select
            label="Put in a set"
            hint="Its questions are copied to the end. What becomes of the set later changes nothing here."
            name="evaluation-set"
            none="Choose a set"
            options={Object.fromEntries(
              sets.map(({ setId, name, questions: { length } }) => [setId, `${name} (${length})`]),
            )}
            value={chosen}
            set={choose}
          />
        ) : (
          <p class="quiet small">There are none yet. Make one of the questions that you ask in every activity.</p>
        )}
        <div class="actions">
          {found && (
            <Button
              kind="secondary"
              onClick={() => {
                set(withSet(questions, found.questions));
                say(`${found.questions.length} questions are put in.`);
              }}
            >
              Put in
            </Button>
          )}
          {questions.length > 0 && (
            <Button kind="quiet" onClick={() => setSaving(true)}>
              Save these questions as a set
            </Button>
          )}
        </div>
        {saving && (
          <SaveSet
            questions={questions}
            sets={sets}
            close={() => setSaving(false)}
            reload={() => void reload()}
            done={() => {
              setSaving(false);
              say('The set is saved.');
              void reload();
            }}
          />
        )}
      </div>
    </details>
  );
}

interface SaveSetProps {
  readonly questions: readonly Asked[];
  readonly sets: readonly EvaluationSet[];
  readonly close: () => void;
  readonly done: () => void;
  /** Looks what stands there now: somebody may have saved a set of the name first, and the next press takes its place. */
  readonly reload: () => void;
}

function SaveSet({ questions, sets, close, done, reload }: SaveSetProps) {
  const sending = useSending();
  const { problem, send } = sending;
  const [name, setName] = useState('');
  const setId = idFrom(name, 'set');
  const before = sets.find((one) => one.setId === setId);
  const submit = async (): Promise<void> => {
    const saved = await send(() =>
      api('PUT', '/api/admin/evaluation-sets/{setId}', {
        params: { setId },
        body: { name, questions: [...questions] },
        rev: before?.rev ?? 0,
      }),
    );
    if (saved) done();
    else reload();
  };
  return (
    <Dialog title="Save these questions as a set" close={close}>
      <Form sending={sending} submit={submit} does="Save the set" cancel={close}>
        <TextField
          label="Name of the set"
          name="name"
          value={name}
          set={setName}
          error={fieldErrors(problem).name}
          hint={
            before
              ? `It takes the place of “${before.name}”, of ${before.questions.length} questions.`
              : 'Our usual questions'
          }
          autocomplete="off"
        />
      </Form>
    </Dialog>
  );
}
