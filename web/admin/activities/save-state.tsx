import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { timeOfDay } from '../../components/dates.ts';
import { signInTo } from '../../components/landing.ts';
import { useOnline } from '../../components/online.ts';
import { useLocation } from '../../components/router.tsx';
import { useDesk, useWatch } from './use-desk.ts';

/** How long to wait before a save that failed is tried again of itself, in milliseconds. */
const RETRY_MS = 5_000;

/** Says whether what was typed is saved. A failure says where it is meanwhile. */
export function SaveState() {
  const { store, readOnly } = useDesk();
  const { url, hash } = useLocation();
  const online = useOnline();
  useWatch((watcher) => store.watch('saving', watcher), [store]);
  const saving = store.saving();
  const problem = saving.state === 'failed' ? saving.problem : undefined;
  const signedOut = problem?.status === 401;
  useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void store.flush();
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, [store]);
  useEffect(() => {
    if (!problem || signedOut || !(problem.status === 0 || problem.status >= 429)) return;
    const timer = setTimeout(store.retry, RETRY_MS);
    addEventListener('online', store.retry);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', store.retry);
    };
  }, [problem, signedOut, store]);
  if (readOnly) return <p class="quiet small">You can read this, but not change it.</p>;
  const kept = 'What you typed is kept in this browser';
  return (
    <div class="draft-state">
      <p role="status" class={problem ? 'draft-failed' : 'quiet small figure'}>
        {saving.state === 'unchanged' && 'Every change is saved as you type.'}
        {saving.state === 'waiting' && (online ? 'Not saved yet…' : `You are offline. ${kept}.`)}
        {saving.state === 'saving' && 'Saving…'}
        {saving.state === 'saved' && `Saved ${timeOfDay(saving.at)}`}
        {problem &&
          (signedOut
            ? `You are signed out. ${kept}, and saved when you are back.`
            : problem.status === 0
              ? `You are offline. ${kept}, and saved when the line is back.`
              : `Not saved: ${problem.reasons[0]?.message ?? problem.title} ${problem.reasons[0]?.remedy ?? ''} ${kept}.`)}
      </p>
      {signedOut && <a href={signInTo(url, hash)}>Sign in</a>}
      {problem && !signedOut && (
        <Button kind="quiet" onClick={store.retry}>
          Save now
        </Button>
      )}
    </div>
  );
}
