import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Result } from '../../client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { useSending } from '../../components/sending.ts';
import { Form } from './form.tsx';
import { ReasonField, TextField } from './inputs.tsx';
import { withStepUp } from './with-step-up.ts';

/** What is wrong with a confirmation before it is sent, or nothing. */
export function unconfirmed(
  wanted: { readonly typed?: string | undefined; readonly reason?: string | undefined },
  given: { readonly typed: string; readonly reason: string },
): Problem | undefined {
  const { typed, reason } = wanted;
  const reasons = [
    ...(reason !== undefined && given.reason.trim() === ''
      ? [{ code: 'required', message: 'Give a reason.', remedy: 'It is kept in the audit trail.', field: '/reason' }]
      : []),
    ...(typed !== undefined && given.typed.trim() !== typed
      ? [{ code: 'not-confirmed', message: `Type ${typed} to confirm.`, remedy: '', field: '/typed' }]
      : []),
  ];
  if (reasons.length === 0) return undefined;
  const title = 'There is a problem with what was sent';
  return { type: '/problems/not-confirmed', title, status: 422, detail: title, reasons, requestId: '' };
}

interface ConfirmProps<T> {
  /** A question or a sentence: `Revoke this certificate`. */
  readonly title: string;
  /** What the button does: `Revoke`. */
  readonly confirm: string;
  /** For what cannot be taken back. */
  readonly grave?: boolean;
  /** A word that must be typed first. */
  readonly typed?: string;
  /** Asks for a reason, and says what it is for. */
  readonly reason?: string;
  /** Does it, by one key however often it is pressed. A passkey that is needed is asked for. */
  readonly send: (given: { readonly reason: string; readonly key: string }) => Promise<Result<T>>;
  readonly done: (body: T) => void;
  readonly close: () => void;
  /** What will happen, in words. */
  readonly children?: ComponentChildren;
}

/** Asks before something is done that matters, says what will happen, and does it. */
export function Confirm<T>(props: ConfirmProps<T>) {
  const { title, confirm, grave = false, close, done, children } = props;
  const sending = useSending();
  const { problem, refuse, send, keyOf } = sending;
  const [given, setGiven] = useState({ typed: '', reason: '' });
  const errors = fieldErrors(problem);
  const submit = async (): Promise<void> => {
    const wrong = unconfirmed(props, given);
    refuse(wrong);
    if (wrong) return;
    const reason = given.reason.trim();
    const body = await send(() => withStepUp(() => props.send({ reason, key: keyOf({ title, reason }) })));
    if (body !== undefined) done(body);
  };
  return (
    <Dialog title={title} close={close}>
      <Form sending={sending} submit={submit} does={confirm} kind={grave ? 'grave' : 'primary'} cancel={close}>
        {children}
        {props.reason !== undefined && (
          <ReasonField
            hint={props.reason}
            errors={errors}
            value={given.reason}
            set={(reason) => setGiven({ ...given, reason })}
          />
        )}
        {props.typed !== undefined && (
          <TextField
            label={`Type ${props.typed} to confirm`}
            name="typed"
            error={errors.typed}
            value={given.typed}
            set={(typed) => setGiven({ ...given, typed })}
            autocomplete="off"
            spellcheck={false}
          />
        )}
      </Form>
    </Dialog>
  );
}
