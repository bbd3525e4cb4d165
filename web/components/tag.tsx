import type { ComponentChildren } from 'preact';

export type Tone = 'good' | 'wait' | 'bad' | 'quiet' | 'accent';

/** A status, in words; the tone only repeats it. It is text and does nothing when clicked. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}
