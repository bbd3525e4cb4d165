import { useEffect } from 'preact/hooks';

/** The control of an id, or the nearest that holds it: of `options-2-text` it may be `options`. */
function controlAt(id: string): HTMLElement | undefined {
  for (let at = id; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('-')))) {
    const found = document.getElementById(at);
    if (found) return found;
  }
  return undefined;
}

/** Leads to the field that the address names, once the page is drawn. */
export function useFieldInAddress(place: string): void {
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (id === '') return;
    // After the page has put the focus on its heading.
    const timer = setTimeout(() => {
      const control = controlAt(id);
      control?.scrollIntoView({ block: 'center' });
      control?.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(timer);
  }, [place, window.location.hash]);
}
