import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { ReasonField, Select, TextArea, TextField } from '../components/inputs.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { certificateIdIn, kindNames } from './words.ts';

const kinds = {
  revoke: kindNames.revoke,
  suspend: kindNames.suspend,
  restore: kindNames.restore,
  reissue: kindNames.reissue,
};
type Of = keyof typeof kinds;

/** The lines of a list as somebody pastes it: one a line, or parted by commas. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n,;\t]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Asks for the same change of many certificates. */
export function NewBatch() {
  const { route } = useLocation();
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const [of, setOf] = useState<Of>('revoke');
  const [values, setValues] = useState({ certificates: '', reason: '', typed: '' });
  const errors = fieldErrors(problem);
  const ids = linesOf(values.certificates).map(certificateIdIn);
  const confirmed = of !== 'revoke' || values.typed.trim() === 'REVOKE';
  const [unconfirmed, setUnconfirmed] = useState(false);
  const submit = async (): Promise<void> => {
    setUnconfirmed(!confirmed);
    if (!confirmed) return;
    const body = { of, reason: values.reason, items: ids.map((certificateId) => ({ certificateId })) };
    const batch = await send(() =>
      withStepUp(() => api('POST', '/api/admin/batches/changes', { body, key: keyOf(body) })),
    );
    if (batch) route(`/admin/batches/${batch.batchId}`);
  };
  return (
    <Page
      title="Change many certificates"
      above={<a href="/admin/changes">Corrections</a>}
      lead="Every certificate is checked first. If one cannot be changed this way, none is, and you are told which. What certificates say is corrected one by one, or from a file by wallet correct."
    >
      <Form sending={sending} submit={submit} does="Ask for it" kind={of === 'revoke' ? 'grave' : 'primary'}>
        <Select label="What to do" name="of" value={of} set={(next) => setOf(next as Of)} options={kinds} />
        <TextArea
          label="Certificates"
          hint="One a line: the address under the QR code, or the last part of it. Up to 500."
          name="items"
          rows={8}
          error={errors.items}
          value={values.certificates}
          set={(certificates) => setValues({ ...values, certificates })}
          spellcheck={false}
        />
        <p role="status" class="quiet">
          {ids.length} {ids.length === 1 ? 'certificate' : 'certificates'}
        </p>
        <ReasonField errors={errors} value={values.reason} set={(reason) => setValues({ ...values, reason })} />
        {of === 'revoke' && (
          <TextField
            label="Type REVOKE to confirm"
            name="typed"
            error={unconfirmed ? 'Type REVOKE to confirm.' : undefined}
            value={values.typed}
            set={(typed) => setValues({ ...values, typed })}
            autocomplete="off"
            spellcheck={false}
          />
        )}
      </Form>
    </Page>
  );
}
