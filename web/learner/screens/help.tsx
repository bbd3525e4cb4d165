import { offline, type Result } from '../../client.ts';
import { Markup } from '../../components/markup.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useResource } from '../../components/resource.tsx';
import text from './help.html?url';

// Text is no script: as a file of its own it costs nobody who does not ask for it.
const load = (): Promise<Result<string>> =>
  fetch(text).then(
    async (answer) => ({ ok: true, status: answer.status, body: await answer.text() }),
    () => ({ ok: false, problem: offline }),
  );

/** How credit is earned and kept, with the labels that the screens bear. */
export function Help() {
  const { body, problem, reload } = useResource(load, []);
  return (
    <Page
      title="How to earn credit and download your certificate"
      lead="From the activity to the certificate in your account, step by step."
    >
      {problem && <ProblemNotice problem={problem} retry={reload} />}
      {/* A file of this site, built with it: nothing that anybody typed. */}
      {body && <Markup class="help" text={body} />}
    </Page>
  );
}
