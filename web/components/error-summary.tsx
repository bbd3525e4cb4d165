import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../shared/api/problem.ts';
import { controlOf } from './field-errors.ts';
import { RequestId } from './request-id.tsx';

function lead(event: MouseEvent, control: string): void {
  const target = document.getElementById(control);
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

/** Everything that is wrong with what was sent, at the top and in focus, each with a link to its field. */
export function ErrorSummary({ problem }: { readonly problem: Problem }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  // Whoever left a field empty mends it by themselves, and support has nothing to look up.
  const isMended = problem.reasons.length > 0 && problem.reasons.every(({ field }) => field !== undefined);
  return (
    <div class="notice notice-bad" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 class="notice-title" id="error-summary-title">
        There is a problem
      </h2>
      <ul class="plain">
        {problem.reasons.map(({ message, remedy, field }) => (
          <li key={`${field}${message}`}>
            {field === undefined ? (
              `${message} ${remedy}`
            ) : (
              <a href={`#${controlOf(field)}`} onClick={(event) => lead(event, controlOf(field))}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
      {problem.reasons.length === 0 && <p>{problem.detail}</p>}
      {!isMended && <RequestId of={problem.requestId} />}
    </div>
  );
}
