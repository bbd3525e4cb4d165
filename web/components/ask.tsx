import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import type { Sending } from './sending.ts';
import { Wrong } from './wrong.tsx';

interface AskProps {
  /** The question: `Withdraw this link?` */
  readonly title: string;
  /** What the button does: `Withdraw the link`. */
  readonly does: string;
  readonly sending: Pick<Sending, 'busy' | 'problem'>;
  readonly act: () => unknown;
  readonly close: () => void;
  /** What will happen, in words. */
  readonly children: ComponentChildren;
}

/** Asks before something is done that others will notice, and says what will happen. */
export const Ask = ({ title, does, sending, act, close, children }: AskProps) => (
  <Dialog title={title} close={close}>
    <div class="stack">
      <p>{children}</p>
      <Wrong problem={sending.problem} />
      <div class="actions">
        <Button busy={sending.busy} onClick={act}>
          {does}
        </Button>
        <Button kind="secondary" onClick={close}>
          Cancel
        </Button>
      </div>
    </div>
  </Dialog>
);
