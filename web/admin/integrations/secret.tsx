import type { ComponentChildren } from 'preact';

interface SecretProps {
  readonly secret: string;
  /** That it is shown once, and what it is for. */
  readonly children: ComponentChildren;
}

/** A secret, this once. */
export const Secret = ({ secret, children }: SecretProps) => (
  <div class="notice notice-wait stack" role="status">
    <p>{children}</p>
    <p>
      <code class="address">{secret}</code>
    </p>
  </div>
);
