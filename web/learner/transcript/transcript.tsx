import { api } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { longDate } from '../../components/dates.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Wrong } from '../../components/wrong.tsx';
import { CreditTotals } from '../screens/credit-totals.tsx';
import { Narrowing } from './narrowing.tsx';
import { addressOf, type Range } from './ranges.ts';
import { ShareLinks } from './share-links.tsx';
import { TranscriptLines } from './transcript-lines.tsx';
import './transcript.css';

const participated = ({ from, to }: Range): string =>
  from === to ? `Participation on ${longDate(from)}.` : `Participation from ${longDate(from)} to ${longDate(to)}.`;

/** What a learner shows a board: credit over a range of days, with its totals, on paper, as a file or by a link. */
export function TranscriptScreen() {
  const { query } = useLocation();
  const { from = '', to = '', types = '' } = query;
  const asked = { from, to, types };
  const narrowed = from + to + types !== '';
  // All kinds, so that the choice of a kind can offer what there is.
  const whole = useResource(() => api('GET', '/api/transcript', { query: { from, to } }), [from, to]);
  if (whole.problem?.status === 422)
    return (
      <Page title="Transcript" wide>
        <Wrong problem={whole.problem} />
        <Narrowing asked={asked} kinds={[]} />
      </Page>
    );
  return (
    <Loaded resource={whole}>
      {({ name, scope, lines, years }) => {
        const kinds = new Map(lines.map(({ creditType, creditName }) => [creditType, creditName]));
        const wanted = <Of extends { readonly creditType: string }>(all: readonly Of[]): readonly Of[] =>
          types === '' ? all : all.filter(({ creditType }) => types.split(',').includes(creditType));
        const shown = wanted(lines);
        return (
          <Page title="Transcript" lead={lines.length > 0 || narrowed ? `${name}. ${participated(scope)}` : name} wide>
            <div class="sections">
              {(lines.length > 0 || narrowed) && <Narrowing asked={asked} kinds={[...kinds]} />}
              {shown.length > 0 ? (
                <>
                  {wanted(years).length > 0 && <CreditTotals totals={[...wanted(years)]} />}
                  <TranscriptLines lines={shown} />
                  <Keep asked={asked} />
                </>
              ) : (
                <None narrowed={narrowed} />
              )}
              <ShareLinks asked={asked} any={shown.length > 0} />
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}

const Keep = ({ asked }: { readonly asked: Parameters<typeof addressOf>[1] }) => (
  <section class="screen-only">
    <h2>Keep it</h2>
    <div class="actions">
      <Button onClick={() => window.print()}>Print transcript</Button>
      <LinkButton kind="secondary" href={addressOf('/api/transcript/pdf', asked)}>
        Download PDF
      </LinkButton>
      <LinkButton kind="secondary" href={addressOf('/api/transcript/csv', asked)}>
        Download CSV
      </LinkButton>
      <LinkButton kind="quiet" href={addressOf('/api/transcript', asked)}>
        JSON, for programs
      </LinkButton>
    </div>
  </section>
);

const None = ({ narrowed }: { readonly narrowed: boolean }) =>
  narrowed ? (
    <div class="notice" role="status">
      <p>No credit in this range.</p>
      <LinkButton kind="secondary" href="/transcript">
        Show all credit
      </LinkButton>
    </div>
  ) : (
    <div class="stack">
      <p>No credit yet. Each is listed here as soon as it is awarded.</p>
      <LinkButton href="/">See the activities</LinkButton>
    </div>
  );
