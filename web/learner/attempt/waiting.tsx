import type { ComponentChildren } from 'preact';
import { Page } from '../../components/page.tsx';

interface WaitingProps {
  readonly title: string;
  readonly place: string;
  readonly above: ComponentChildren;
  /** What is told for now. */
  readonly text: string;
  /** Where one may go meanwhile. */
  readonly children: ComponentChildren;
}

/** A page that waits for the service. Nothing is lost by leaving it. */
export const Waiting = ({ text, children, ...page }: WaitingProps) => (
  <Page {...page}>
    <div class="notice waiting">
      <p role="status">{text}</p>
    </div>
    <p class="after">{children}</p>
  </Page>
);
