/** Screens that say themselves what came of a press take the focus first. */
const AFTER_MS = 100;

/**
 * Puts the focus on the page's heading where a press took away what had it: a button of a row that is gone, or what had opened a dialog. It
 * would go to the top of the page otherwise, and whoever uses the keyboard would begin anew (WCAG 2.2, 2.4.3).
 */
export function keepFocus(): void {
  let last: Element | undefined;
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : undefined;
  });
  new MutationObserver(() => {
    if (last?.isConnected !== false) return;
    last = undefined;
    setTimeout(() => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus({ preventScroll: true });
    }, AFTER_MS);
  }).observe(document.body, { childList: true, subtree: true });
}
