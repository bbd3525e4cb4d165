import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type Answered, api, newKey } from '../client.ts';

export type Me = Answered<'GET', '/api/me'>;

export interface Session {
  /** Who is signed in; undefined when nobody is, and until it is known. */
  readonly me: Me | undefined;
  /** Whether it is known who is signed in. */
  readonly known: boolean;
  /** Asks again, after sign-in or when the profile changed. */
  readonly refresh: () => Promise<Me | undefined>;
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Asks once who is signed in, and tells every screen. */
export function SessionProvider({ children }: { readonly children: ComponentChildren }) {
  const [{ me, known }, setState] = useState<{ me: Me | undefined; known: boolean }>({ me: undefined, known: false });
  const refresh = useCallback(async () => {
    const result = await api('GET', '/api/me');
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
    const result = await api('POST', '/api/sign-out', { key: newKey() });
    if (result.ok) setState({ me: undefined, known: true });
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const session = useMemo(() => ({ me, known, refresh, signOut }), [me, known, refresh, signOut]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside of SessionProvider.');
  return session;
}

/** Whether a learner has said what certificates must print; credit cannot be claimed before. */
export const hasProfile = (me: Me): boolean => me.profession !== undefined && me.givenName !== undefined;
