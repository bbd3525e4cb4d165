import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../shared/api/problem.ts';
import { Button, LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { RequestId } from './request-id.tsx';
import { useLocation } from './router.tsx';

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly retry?: () => void;
  /** Whether the notice is all that the page has, so that it carries the heading. */
  readonly page?: boolean;
  /** Whether it answers what was just pressed: it then takes the focus, since the button may be far below. */
  readonly focused?: boolean;
}

/** What went wrong, what to do, and the number by which support finds it. */
export function ProblemNotice({ problem, retry, page = false, focused = false }: ProblemNoticeProps) {
  const { base } = useLocation();
  // A line that is back is no reason to press a button.
  const again = problem.status === 0 ? retry : undefined;
  useLayoutEffect(() => {
    if (!again) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [again]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) box.current?.focus();
  }, [problem]);
  const notice = (
    <div class={page ? 'stack' : 'notice notice-bad'} role="alert" tabIndex={focused ? -1 : undefined} ref={box}>
      {!page && <p class="notice-title">{problem.title}</p>}
      {problem.reasons.length === 0 && <p>{problem.detail}</p>}
      {problem.reasons.map(({ message, remedy }) => (
        <p key={message}>
          {message} {remedy}
        </p>
      ))}
      <RequestId of={problem.requestId} />
      <div class="actions">
        {retry && problem.status !== 404 && <Button onClick={retry}>Retry</Button>}
        {problem.status === 404 && (
          <LinkButton href={base ? `${base}/` : '/wallet'}>
            {base ? 'Go to the start page' : 'Go to your Learner dashboard'}
          </LinkButton>
        )}
        {problem.status === 404 && !base && (
          <LinkButton kind="secondary" href="/">
            See the activities
          </LinkButton>
        )}
      </div>
    </div>
  );
  return page ? <Page title={problem.title}>{notice}</Page> : notice;
}
