import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Problem } from '../../shared/api/problem.ts';
import type { Result } from '../client.ts';

export interface Session<Me> {
  /** Who is signed in; undefined when nobody is, and until it is known. */
  readonly me: Me | undefined;
  /** Whether it is known who is signed in. */
  readonly known: boolean;
  /** Why that could not be told when it was last asked. Whoever was signed in before still is, as far as is known. */
  readonly problem: Problem | undefined;
  /** Asks again, after sign-in or when something about them changed. */
  readonly refresh: () => Promise<Me | undefined>;
  /** Ends the session; whether that was possible. */
  readonly signOut: () => Promise<boolean>;
}

interface Asking<Me> {
  readonly ask: () => Promise<Result<Me>>;
  readonly leave: () => Promise<Result<unknown>>;
}

type Standing<Me> = Pick<Session<Me>, 'me' | 'known' | 'problem'>;

const nobody = { me: undefined, known: true, problem: undefined } as const;

/** A site's session: asks once who is signed in, and tells every screen. */
export function sessionOf<Me>({ ask, leave }: Asking<Me>) {
  const SessionContext = createContext<Session<Me> | undefined>(undefined);

  function Provider({ children }: { readonly children: ComponentChildren }) {
    const [standing, setStanding] = useState<Standing<Me>>({ me: undefined, known: false, problem: undefined });
    const refresh = useCallback(async () => {
      const result = await ask();
      // A broken line says nothing about who is signed in, so what was known stays, and what was not is not known yet.
      setStanding((before) =>
        result.ok
          ? { me: result.body, known: true, problem: undefined }
          : result.problem.status === 401
            ? nobody
            : { ...before, problem: result.problem },
      );
      return result.ok ? result.body : undefined;
    }, []);
    const signOut = useCallback(async () => {
      const result = await leave();
      // Whose session has ended already is signed out.
      const left = result.ok || result.problem.status === 401;
      if (left) setStanding(nobody);
      return left;
    }, []);
    useLayoutEffect(() => {
      void refresh();
    }, [refresh]);
    const session = useMemo(() => ({ ...standing, refresh, signOut }), [standing, refresh, signOut]);
    return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
  }

  function useSession(): Session<Me> {
    const session = useContext(SessionContext);
    if (!session) throw new Error('useSession is used outside of its provider.');
    return session;
  }
  return { Provider, useSession };
}
