import { useEffect, useState } from 'preact/hooks';

interface Said {
  readonly words: string;
  readonly tone: 'good' | 'wait' | 'bad';
}

/** Long enough to be read twice. What must not be missed does not stand here but on the page. */
const STAYS_MS = 8_000;

let show: (said: Said) => void = () => undefined;

/** Says in passing what was done: `say('Invitation sent.')`. It is read out, and stays over a change of the page. */
export const say = (words: string, tone: Said['tone'] = 'good'): void => show({ words, tone });

/** Where it is said; once, in the layout. */
export function StatusLine() {
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    show = setSaid;
  }, []);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="status-line" role="status">
      {said && (
        <p class={`notice notice-${said.tone}`}>
          {said.words}{' '}
          <button type="button" class="link" onClick={() => setSaid(undefined)}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}
