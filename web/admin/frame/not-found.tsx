import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';

export const NotFound = () => (
  <Page title="This page does not exist">
    <div class="stack">
      <p>The address may be mistyped, or what it led to has moved.</p>
      <LinkButton href="/admin/">Go to the start page</LinkButton>
    </div>
  </Page>
);
