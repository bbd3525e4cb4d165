import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { creditPhrase, formatCredit } from '../../components/credit.ts';
import { longDate } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { ReasonField, TextField } from '../components/inputs.tsx';
import { CreditAmounts, claimsOf } from './credit-amounts.tsx';
import { Differences } from './differences.tsx';
import type { CertificateToChange } from './words.ts';

interface CorrectFormProps {
  readonly certificate: CertificateToChange;
  readonly close: () => void;
  readonly done: (asked: Answered<'POST', '/api/admin/changes'>) => void;
}

/** What the form says otherwise than the certificate does: that alone is sent. */
export function correctionOf(
  certificate: Pick<CertificateToChange, 'name' | 'participatedOn' | 'credits' | 'offers'>,
  said: { readonly name: string; readonly participatedOn: string; readonly amounts: Readonly<Record<string, string>> },
) {
  const claims = claimsOf(said.amounts);
  const same =
    claims.length === certificate.credits.length &&
    claims.every(({ creditType, amount }) =>
      certificate.credits.some((credit) => credit.creditType === creditType && credit.amount === amount),
    );
  return {
    ...(said.name.trim() !== certificate.name && { name: said.name.trim() }),
    ...(said.participatedOn !== certificate.participatedOn && { participatedOn: said.participatedOn }),
    ...(!same && { credits: claims }),
  };
}

/** Says otherwise what a certificate says; before and after stand beside each other before it is asked for. */
export function CorrectForm({ certificate, close, done }: CorrectFormProps) {
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const { certificateId, number, offers } = certificate;
  const [said, setSaid] = useState({
    ...{ name: certificate.name, participatedOn: certificate.participatedOn },
    amounts: Object.fromEntries(
      certificate.credits.map(({ creditType, amount }) => [creditType, formatCredit(amount)]),
    ) as Readonly<Record<string, string>>,
  });
  const [reason, setReason] = useState('');
  const errors = fieldErrors(problem);
  const correction = correctionOf(certificate, said);
  const inWords = (claims: readonly { readonly creditType: string; readonly amount: number }[]): string =>
    claims
      .map(({ creditType, amount }) => {
        const names = offers.find((offer) => offer.creditType === creditType)?.names;
        return names ? creditPhrase(names, amount) : creditType;
      })
      .join(', ') || 'None';
  const differences = [
    ...(correction.name === undefined ? [] : [{ what: 'Name', before: certificate.name, after: correction.name }]),
    ...(correction.participatedOn === undefined
      ? []
      : [
          {
            what: 'Day of participation',
            before: longDate(certificate.participatedOn),
            after: longDate(correction.participatedOn),
          },
        ]),
    ...(correction.credits
      ? [{ what: 'Credit', before: inWords(certificate.credits), after: inWords(correction.credits) }]
      : []),
  ];
  const submit = async (): Promise<void> => {
    const body = { kind: 'correct' as const, certificateId, reason, correction };
    const asked = await send(() => api('POST', '/api/admin/changes', { body, key: keyOf(body) }));
    if (asked) done(asked);
  };
  return (
    <Dialog title={`Correct certificate ${number}`} close={close}>
      <Form
        sending={sending}
        submit={submit}
        does={correction.name !== undefined || correction.credits ? 'Ask for it' : 'Correct'}
        cancel={close}
      >
        <TextField
          label="Name"
          hint="As it should be printed, with credentials."
          name="correction-name"
          error={errors['correction-name']}
          value={said.name}
          set={(name) => setSaid({ ...said, name })}
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          label="Day of participation"
          name="correction-participatedOn"
          type="date"
          error={errors['correction-participatedOn']}
          value={said.participatedOn}
          set={(participatedOn) => setSaid({ ...said, participatedOn })}
        />
        <CreditAmounts
          offers={offers}
          amounts={said.amounts}
          set={(amounts) => setSaid({ ...said, amounts })}
          error={Object.entries(errors).find(([field]) => field.startsWith('correction-credits'))?.[1]}
          name="correction-credits"
        />
        {differences.length > 0 && (
          <section class="stack" aria-label="Before and after">
            <Differences of={differences} />
            <p class="small quiet">
              {correction.name !== undefined || correction.credits
                ? 'A person or an amount changes: a second person approves.'
                : 'One person can correct a date: it changes at once.'}
            </p>
          </section>
        )}
        <ReasonField errors={errors} value={reason} set={setReason} />
      </Form>
    </Dialog>
  );
}
