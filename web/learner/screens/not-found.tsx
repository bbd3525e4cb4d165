import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page
      title="Page not found"
      lead="This address leads nowhere. If you typed it, check it; if you followed a link, the link may be cut off."
    >
      <div class="actions">
        <LinkButton href="/wallet">Go to your Learner dashboard</LinkButton>
        <LinkButton kind="secondary" href="/">
          See the activities
        </LinkButton>
      </div>
    </Page>
  );
}
