import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { dayOf, longDate, timeOfDay } from '../../components/dates.ts';
import { Outcome } from '../../components/outcome.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { Tag } from '../../components/tag.tsx';
import { SignInAgain } from './sign-in-again.tsx';

type Privacy = Answered<'GET', '/api/privacy'>;

interface SessionsProps {
  readonly privacy: Pick<Privacy, 'sessions' | 'signInIsFresh'>;
  readonly reload: () => unknown;
}

/** Where the learner is signed in, and the way to sign out there. */
export function Sessions({ privacy: { sessions, signInIsFresh }, reload }: SessionsProps) {
  const { busy, problem, send } = useSending();
  const [ended, setEnded] = useState<{ readonly count: number }>();
  const others = sessions.some(({ isThis }) => !isThis);
  const end = async (sessionId?: string): Promise<void> => {
    setEnded(undefined);
    const body = sessionId === undefined ? ({ others: true } as const) : { sessionId };
    const done = await send(() => api('POST', '/api/privacy/sessions/end', { body }));
    if (!done) return;
    await reload();
    setEnded({ count: done.ended });
  };
  return (
    <>
      <p>
        A browser stays signed in for 30 days. Sign out any that you do not recognize, or that you left open where
        others can use it.
      </p>
      <ul class="rows">
        {sessions.map(({ sessionId, device = 'A browser', startedAt, isThis }) => (
          <li key={sessionId} class="row">
            <div class="row-words">
              {device}
              <div class="quiet small">
                Signed in on {longDate(dayOf(startedAt))} at {timeOfDay(startedAt)}
              </div>
            </div>
            {isThis ? (
              <Tag tone="good">This browser</Tag>
            ) : (
              signInIsFresh && (
                <Button kind="secondary" busy={busy} onClick={() => end(sessionId)}>
                  Sign out
                  <span class="visually-hidden">
                    {' '}
                    {device}, signed in at {timeOfDay(startedAt)}
                  </span>
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} retry={() => void reload()} />}
      {others &&
        (signInIsFresh ? (
          <div class="actions">
            <Button kind="secondary" busy={busy} onClick={() => end()}>
              Sign out everywhere else
            </Button>
          </div>
        ) : (
          <SignInAgain to="sign out elsewhere">
            To sign out another browser, sign in again with a new code first: nobody can then do it to you at a browser
            that you left open.
          </SignInAgain>
        ))}
      <Outcome after={ended}>
        {ended && (ended.count === 1 ? 'Signed out in one browser.' : `Signed out in ${ended.count} browsers.`)}
      </Outcome>
    </>
  );
}
