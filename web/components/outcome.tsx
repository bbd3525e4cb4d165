import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface OutcomeProps {
  /** What came of the press, once the page shows it; another one each time. */
  readonly after: unknown;
  /** What is said of it. */
  readonly children: ComponentChildren;
}

/**
 * Says what came of a press. It stands there before it has words, since many screen readers announce only what comes into a region that
 * they know (WCAG 2.2, 4.1.3). Where the button that was pressed is gone, the focus comes here and not to the top of the page (2.4.3).
 */
export function Outcome({ after, children }: OutcomeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (after !== undefined && document.activeElement === document.body) place.current?.focus();
  }, [after]);
  return (
    <div role="status" tabIndex={-1} ref={place}>
      {children}
    </div>
  );
}
