import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';

interface LockedProps {
  readonly title: string;
  readonly activityId: string;
  readonly reasons: readonly { readonly code: string; readonly message: string; readonly remedy: string }[];
}

/** A step that cannot be started yet: every reason, what to do about it, and the way there. */
export function Locked({ title, activityId, reasons }: LockedProps) {
  return (
    <Page title={title} above={<a href={`/a/${activityId}`}>Back to the activity</a>}>
      <div class="stack">
        <div class="notice notice-wait">
          <p class="notice-title">This step cannot be started yet</p>
          {reasons.map(({ code, message, remedy }) => (
            <p key={code}>
              {message} {remedy}
            </p>
          ))}
        </div>
        <div class="actions">
          <LinkButton href={`/a/${activityId}`}>See the steps to your credit</LinkButton>
        </div>
      </div>
    </Page>
  );
}
