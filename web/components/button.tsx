import type { ComponentChildren } from 'preact';

interface Look {
  /** One primary action a page. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'grave';
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly type?: 'button' | 'submit';
  /** While it works the button keeps its place and the focus, and a second click does nothing. */
  readonly busy?: boolean;
  /** Where a link to it leads. */
  readonly id?: string;
  readonly onClick?: (event: MouseEvent) => void;
}

export function Button({ kind = 'primary', type = 'button', busy = false, id, onClick, children }: ButtonProps) {
  const click = (event: MouseEvent): void => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type={type}
      id={id}
      class={`button button-${kind}`}
      aria-disabled={busy ? 'true' : undefined}
      onClick={click}
    >
      {children}
    </button>
  );
}

/** A link that is the next step, and looks like it. */
export function LinkButton({ kind = 'primary', href, children }: Look & { readonly href: string }) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {children}
    </a>
  );
}
