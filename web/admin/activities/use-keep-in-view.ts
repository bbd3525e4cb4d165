import { useEffect } from 'preact/hooks';

/** Keeps the row of what is open in sight within its list. */
export function useKeepInView(list: { readonly current: HTMLOListElement | null }, open: string | undefined): void {
  useEffect(() => {
    if (open === undefined) return;
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')?.closest('li');
    const box = list.current;
    if (!row || !box) return;
    const { offsetTop, offsetHeight } = row;
    if (offsetTop < box.scrollTop || offsetTop + offsetHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = offsetTop - box.clientHeight / 2;
  }, [open]);
}
