import { useState } from 'preact/hooks';

/** Copies a text that stands on the page, and what to say of it: a browser may refuse. */
export function useCopying(text: string): { readonly said: string; readonly copy: () => void } {
  const [said, setSaid] = useState('');
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Your browser did not allow it. Select the address on this page to copy it.'),
    );
  return { said, copy };
}
