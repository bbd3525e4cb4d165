import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button.tsx';
import type { Sending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';

interface FormProps {
  readonly sending: Pick<Sending, 'busy' | 'problem'>;
  readonly submit: () => unknown;
  /** What its button does: `Invite`. */
  readonly does: string;
  readonly kind?: 'primary' | 'secondary' | 'grave';
  /** Whether it stands on a card of its own. */
  readonly card?: boolean;
  /** In a dialog: the way out without doing it. */
  readonly cancel?: () => void;
  readonly children: ComponentChildren;
}

/** A form of the console: what was wrong with what was sent, its fields, and what it does. The service alone judges what is typed. */
export const Form = ({ sending, submit, does, kind = 'primary', card = false, cancel, children }: FormProps) => (
  <form
    class={card ? 'card stack' : 'stack'}
    onSubmit={(event) => {
      event.preventDefault();
      void submit();
    }}
    noValidate
  >
    <Wrong problem={sending.problem} />
    {children}
    <div class="actions">
      <Button type="submit" kind={kind} busy={sending.busy}>
        {does}
      </Button>
      {cancel && (
        <Button kind="secondary" onClick={cancel}>
          Cancel
        </Button>
      )}
    </div>
  </form>
);
