import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { askBy } from './step-up.ts';

/** Asks for the passkey before something grave. Once, in the layout; by a button, since browsers want a person to have asked. */
export function StepUpHost() {
  const [answer, setAnswer] = useState<(shown: boolean) => void>();
  useEffect(() => askBy(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  const end = (shown: boolean): void => {
    setAnswer(undefined);
    answer(shown);
  };
  return <StepUpDialog end={end} />;
}

function StepUpDialog({ end }: { readonly end: (shown: boolean) => void }) {
  const { busy, problem, send } = useSending();
  const show = async (): Promise<void> => {
    const shown = await send(async () => (await import('./passkey.ts')).showPasskey());
    if (shown) end(true);
  };
  return (
    <Dialog title="Show your passkey again" close={() => end(false)}>
      <div class="stack">
        <p>
          What you are about to do is grave or hands out personal data, so it must be you who does it. It then goes on
          without asking for five minutes.
        </p>
        {problem && <ProblemNotice problem={problem} />}
        <div class="actions">
          <Button busy={busy} onClick={show}>
            Use passkey
          </Button>
          <Button kind="secondary" onClick={() => end(false)}>
            Cancel
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
