import { useEffect } from 'preact/hooks';
import { signInTo } from './landing.ts';
import { useLocation } from './router.tsx';

/** Leads to sign-in, which leads back here. The page is replaced, so that Back does not lead into a loop. */
export function SignInFirst() {
  const { url, hash, route } = useLocation();
  useEffect(() => route(signInTo(url, hash), true), [url, route]);
  return null;
}
