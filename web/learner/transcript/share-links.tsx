import { useState } from 'preact/hooks';
import type { Success } from '../../../shared/api/route.ts';
import type { Routes } from '../../../shared/api/routes.ts';
import { api } from '../../client.ts';
import { Ask } from '../../components/ask.tsx';
import { Button } from '../../components/button.tsx';
import { useCopying } from '../../components/copying.ts';
import { dayOf, longDate } from '../../components/dates.ts';
import { Field } from '../../components/field.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { useResource } from '../../components/resource.tsx';
import { useSending } from '../../components/sending.ts';
import { Tag } from '../../components/tag.tsx';
import { Wrong } from '../../components/wrong.tsx';
import type { Range } from './ranges.ts';

type Made = Success<Routes['shareTranscript']>;
type Share = Success<Routes['listShares']>['shares'][number];

const lifetimes = [
  [7, 'A week'],
  [30, '30 days'],
  [90, '90 days'],
  [365, 'A year'],
] as const;

/** Links by which others read the transcript as it is narrowed down now, and the way to take each back. */
export function ShareLinks({
  asked,
  any,
}: {
  readonly asked: Range & { readonly types: string };
  readonly any: boolean;
}) {
  const list = useResource(() => api('GET', '/api/transcript/shares'), []);
  const [made, setMade] = useState<Made>();
  const [days, setDays] = useState(30);
  const { busy, problem, keyOf, send } = useSending();
  const share = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const body = { ...asked, expiresInDays: days };
    // Each press makes a link of its own; only a press that is repeated after a broken line is the same.
    const key = keyOf({ ...body, after: made?.shareId });
    const link = await send(() => api('POST', '/api/transcript/shares', { body, key }));
    if (!link) return;
    setMade(link);
    await list.reload();
  };
  const shares = list.body?.shares ?? [];
  if (!any && shares.length === 0) return null;
  return (
    <section class="screen-only">
      <h2>Share it with a link</h2>
      <p>
        Whoever has the link sees your name and the credits listed above, as each stands on that day, without signing
        in. You can withdraw it at any time.
      </p>
      <Wrong problem={problem} />
      {any && (
        <form class="share" onSubmit={share}>
          <Field label="The link works for" name="expiresInDays">
            <select value={String(days)} onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}>
              {lifetimes.map(([count, name]) => (
                <option key={count} value={String(count)}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <Button type="submit" busy={busy}>
            Make a link
          </Button>
        </form>
      )}
      <Outcome after={made}>{made && <MadeLink made={made} key={made.shareId} />}</Outcome>
      {shares.length > 0 && <Links shares={shares} reload={list.reload} />}
    </section>
  );
}

/** The new link; it is told this once. */
function MadeLink({ made }: { readonly made: Made }) {
  const { said, copy } = useCopying(made.url);
  return (
    <div class="notice notice-good">
      <p class="notice-title">Your link is ready</p>
      <p>Copy it now: for your protection it is not shown again. It works until {longDate(dayOf(made.expiresAt))}.</p>
      <p>
        <a class="address" href={made.url}>
          {made.url}
        </a>
      </p>
      <div class="actions">
        <Button kind="secondary" onClick={copy}>
          Copy link
        </Button>
        <span>{said}</span>
      </div>
    </div>
  );
}

const standings = { open: ['good', 'Open'], expired: ['quiet', 'Expired'], withdrawn: ['quiet', 'Withdrawn'] } as const;

function Links({ shares, reload }: { readonly shares: readonly Share[]; readonly reload: () => Promise<unknown> }) {
  const sending = useSending();
  const [asked, ask] = useState<Share>();
  const [withdrawn, setWithdrawn] = useState<Share>();
  const withdraw = async (share: Share): Promise<void> => {
    const params = { shareId: share.shareId };
    if (!(await sending.send(() => api('POST', '/api/transcript/shares/{shareId}/withdrawal', { params })))) return;
    ask(undefined);
    await reload();
    setWithdrawn(share);
  };
  return (
    <>
      <h3 class="links">Links that you made</h3>
      <ul class="rows">
        {shares.map((share) => {
          const { shareId, scope, madeAt, expiresAt, standing } = share;
          const [tone, words] = standings[standing];
          return (
            <li key={shareId} class="course">
              <div class="row-words">
                Made {longDate(dayOf(madeAt))}
                <div class="quiet small">
                  Covers {longDate(scope.from)} to {longDate(scope.to)}
                  {scope.types &&
                    `, ${scope.types.length === 1 ? 'one kind' : `${scope.types.length} kinds`} of credit`}
                  ; until {longDate(dayOf(expiresAt))}
                </div>
              </div>
              <Tag tone={tone}>{words}</Tag>
              {standing === 'open' && (
                <Button kind="secondary" onClick={() => ask(share)}>
                  Withdraw<span class="visually-hidden"> the link made {longDate(dayOf(madeAt))}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Outcome after={withdrawn}>{withdrawn && `The link made ${dayOf(withdrawn.madeAt)} is withdrawn.`}</Outcome>
      {asked && (
        <Ask
          title="Withdraw this link?"
          does="Withdraw the link"
          sending={sending}
          act={() => withdraw(asked)}
          close={() => ask(undefined)}
        >
          Whoever has it can no longer open your transcript.
        </Ask>
      )}
    </>
  );
}
