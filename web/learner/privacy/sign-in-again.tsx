import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button.tsx';
import { signInTo } from '../../components/landing.ts';
import { useLocation } from '../../components/router.tsx';
import { useSession } from '../../components/session.tsx';

/** The way to a fresh sign-in and back, for what nobody shall do at a browser that was left open. */
export function SignInAgain({ to, children }: { readonly to: string; readonly children: ComponentChildren }) {
  const { signOut } = useSession();
  const { route } = useLocation();
  const again = async (): Promise<void> => {
    await signOut();
    route(signInTo('/privacy'));
  };
  return (
    <>
      <p>{children}</p>
      <div class="actions">
        <Button kind="secondary" onClick={again}>
          Sign in again to {to}
        </Button>
      </div>
    </>
  );
}
