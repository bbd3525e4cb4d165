import { type Answered, api, newKey } from '../client.ts';
import { sessionOf } from './session-of.tsx';

export type Me = Answered<'GET', '/api/me'>;

/** The learner's session. */
export const { Provider: SessionProvider, useSession } = sessionOf<Me>({
  ask: () => api('GET', '/api/me'),
  leave: () => api('POST', '/api/sign-out', { key: newKey() }),
});

/** Whether a learner has said what certificates must print; credit cannot be claimed before. */
export const hasProfile = (me: Me): boolean => me.profession !== undefined && me.givenName !== undefined;
