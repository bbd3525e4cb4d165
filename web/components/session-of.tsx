import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Result } from '../client.ts';

export interface Session<Me> {
  /** Who is signed in; undefined when nobody is, and until it is known. */
  readonly me: Me | undefined;
  /** Whether it is known who is signed in. */
  readonly known: boolean;
  /** Asks again, after sign-in or when something about them changed. */
  readonly refresh: () => Promise<Me | undefined>;
  /** Ends the session; whether that was possible. */
  readonly signOut: () => Promise<boolean>;
}

interface Asking<Me> {
  readonly ask: () => Promise<Result<Me>>;
  readonly leave: () => Promise<Result<unknown>>;
}

/** A site's session: asks once who is signed in, and tells every screen. */
export function sessionOf<Me>({ ask, leave }: Asking<Me>) {
  const SessionContext = createContext<Session<Me> | undefined>(undefined);

  function Provider({ children }: { readonly children: ComponentChildren }) {
    const [{ me, known }, setState] = useState<{ me: Me | undefined; known: boolean }>({ me: undefined, known: false });
    const refresh = useCallback(async () => {
      const result = await ask();
      // A broken line says nothing about who is signed in, so what was known stays.
      setState((before) =>
        result.ok
          ? { me: result.body, known: true }
          : result.problem.status === 401
            ? { me: undefined, known: true }
            : { ...before, known: true },
      );
      return result.ok ? result.body : undefined;
    }, []);
    const signOut = useCallback(async () => {
      const result = await leave();
      // Whose session has ended already is signed out.
      const left = result.ok || result.problem.status === 401;
      if (left) setState({ me: undefined, known: true });
      return left;
    }, []);
    useLayoutEffect(() => {
      void refresh();
    }, [refresh]);
    const session = useMemo(() => ({ me, known, refresh, signOut }), [me, known, refresh, signOut]);
    return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
  }

  function useSession(): Session<Me> {
    const session = useContext(SessionContext);
    if (!session) throw new Error('useSession is used outside of its provider.');
    return session;
  }
  return { Provider, useSession };
}
