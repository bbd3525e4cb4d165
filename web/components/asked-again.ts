import { useEffect, useState } from 'preact/hooks';
import type { Session } from './session-of.tsx';

/**
 * Asks again who is signed in, where a sign-in page is opened by somebody who was when it was last asked. Their session may have
 * ended since, and whoever comes here because of that must not be led back at once, only to be led here again. Gives whether that is
 * known by now.
 */
export function useAskedAgain({ me, refresh }: Pick<Session<unknown>, 'me' | 'refresh'>): boolean {
  const [isOld, setIsOld] = useState(me !== undefined);
  useEffect(() => {
    if (isOld) void refresh().then(() => setIsOld(false));
  }, [refresh]);
  return !isOld;
}
