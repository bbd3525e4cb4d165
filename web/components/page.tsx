import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { cameBackTo, useLocation } from './router.tsx';

interface PageProps {
  /** The heading, and the title of the browser's tab. */
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** For lists and tables; text keeps a readable measure. */
  readonly wide?: boolean;
  /** What stands above the heading: where this page belongs. */
  readonly above?: ComponentChildren;
  /** What stands beside the heading: what can be done with all of the page. */
  readonly beside?: ComponentChildren;
  /** For pages whose heading only says where one is, as `Question 3 of 10`. */
  readonly minor?: boolean;
  /** Pages of one route, as the questions of an attempt: a new place moves the focus to the heading. */
  readonly place?: string;
  readonly children?: ComponentChildren;
}

// The browser itself puts the focus right on the first page that is loaded; from then on it is ours to move.
let placeInFocus: string | undefined;

/** A page: its heading gets the focus when the learner comes to it, so that a screen reader says where they are. */
export function Page({ title, lead, wide = false, minor = false, above, beside, place, children }: PageProps) {
  const { base, path } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const here = place ?? path;
  useEffect(() => {
    document.title = `${title} – Credit Wallet${base && ' console'}`;
  }, [title, base]);
  useLayoutEffect(() => {
    if (placeInFocus !== undefined && placeInFocus !== here) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, cameBackTo());
    }
    placeInFocus = here;
  }, [here]);
  const h1 = (
    <h1 ref={heading} tabIndex={-1} class={minor ? 'minor' : undefined}>
      {title}
    </h1>
  );
  return (
    <div class={wide ? 'page page-wide' : 'page'}>
      {above && <div class="page-above">{above}</div>}
      {beside ? (
        <div class="page-head">
          {h1}
          <div class="actions">{beside}</div>
        </div>
      ) : (
        h1
      )}
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  );
}
