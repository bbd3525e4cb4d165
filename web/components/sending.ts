import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../shared/api/problem.ts';
import { codeOf, newKey, type Result } from '../client.ts';
import { signInTo } from './landing.ts';
import { useLocation } from './router.tsx';

export interface Sending {
  readonly busy: boolean;
  /** What was wrong with what was sent last, or was to be sent. */
  readonly problem: Problem | undefined;
  /** Says what is wrong before anything is sent, or takes it back. */
  readonly refuse: (problem: Problem | undefined) => void;
  /**
   * The idempotency key of what is about to be sent: the same while it says the same, so that sending it again after a
   * broken line cannot do it twice, and a new one as soon as it says something else.
   */
  readonly keyOf: (body: unknown) => string;
  /**
   * Sends one thing at a time, however often it is pressed. Gives what was answered, or nothing where there is a problem
   * or something under way. `conflict` is told instead when things stand otherwise than the page knew (409).
   */
  readonly send: <T>(call: () => Promise<Result<T>>, conflict?: () => void) => Promise<T | undefined>;
}

/** Sends what a learner asks for, and keeps what came of it. Who is signed out by then signs in and comes back. */
export function useSending(): Sending {
  const { url, hash, route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, refuse] = useState<Problem>();
  const underWay = useRef(false);
  const last = useRef({ body: '', key: '' });
  return {
    busy,
    problem,
    refuse,
    keyOf: (body) => {
      const text = JSON.stringify(body);
      if (last.current.body !== text) last.current = { body: text, key: newKey() };
      return last.current.key;
    },
    send: async (call, conflict) => {
      if (underWay.current) return undefined;
      underWay.current = true;
      setBusy(true);
      const result = await call();
      underWay.current = false;
      setBusy(false);
      const wrong = result.ok ? undefined : result.problem;
      if (wrong && /^(not-signed-in|passkey-needed)$/.test(codeOf(wrong))) route(signInTo(url, hash));
      else if (wrong?.status === 409 && conflict) conflict();
      // The same again is news too, to whoever pressed again.
      else refuse(wrong && { ...wrong });
      return result.ok ? result.body : undefined;
    },
  };
}
