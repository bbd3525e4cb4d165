import { useState } from 'preact/hooks';
import type { Problem } from '../../../shared/api/problem.ts';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { formatCredit } from '../../components/credit.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { profileTo } from '../../components/landing.ts';
import { Marked } from '../../components/marked.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import type { Activity, Claimable } from '../screens/activity-types.ts';
import { claimWords, hundredthsOf } from './amounts.ts';
import { ClaimLine, type Line } from './claim-line.tsx';
import { type MocOffered, MocSection, mocOf, noWishes } from './moc-section.tsx';

interface ClaimFormProps {
  readonly activityId: string;
  readonly claimable: readonly Claimable[];
  /** The boards that may be told of points; none for most. */
  readonly moc: readonly MocOffered[];
  readonly mocPermission: Activity['mocPermission'];
  /** Told when the claim is recorded, or turns out to have been recorded before; with the certificate, if it is there at once. */
  readonly onClaimed: (certificateId?: string) => void;
}

const fault = (field: string, message: string): Problem => ({
  ...{ type: '/problems/claim', title: 'There is a problem', status: 422, detail: message, requestId: '' },
  reasons: [{ code: 'claim', message, remedy: '', field }],
});

/** What is awarded to the learner is chosen at first; a mere attendance only where there is nothing else. */
function opening(claimable: readonly Claimable[]): readonly Line[] {
  const awarded = claimable.some(({ basis }) => basis === 'awarded');
  return claimable.map((offer) => ({
    offer,
    chosen: !awarded || offer.basis === 'awarded',
    typed: formatCredit(offer.maximum),
  }));
}

/** Which credit is claimed, and how much; the duty to claim only what is due stands above the button. */
export function ClaimForm({ activityId, claimable, moc: boards, mocPermission, onClaimed }: ClaimFormProps) {
  const { path } = useLocation();
  const [lines, setLines] = useState<readonly Line[]>(() => opening(claimable));
  const [wishes, setWishes] = useState(noWishes);
  const { busy, problem, refuse, send } = useSending();
  const chosen = lines
    .filter((line) => line.chosen)
    .map(({ offer, typed }) => ({ offer, amount: hundredthsOf(typed) }));
  const claims = chosen.map(({ offer, amount = 0 }) => ({ creditType: offer.creditType, amount }));
  const errors = fieldErrors(problem);
  const attestations = [...new Set(chosen.map(({ offer }) => offer.attestation))];

  const change = (index: number, line: Line): void => {
    setLines(lines.map((other, place) => (place === index ? line : other)));
  };

  const claim = async (event: Event): Promise<void> => {
    event.preventDefault();
    const unreadable = chosen.findIndex(({ amount }) => amount === undefined);
    if (unreadable >= 0)
      return refuse(fault(`/claims/${unreadable}/amount`, 'Enter the amount as a number, like 1.25.'));
    if (chosen.length === 0) return refuse(fault('/claims', 'Choose at least one kind of credit.'));
    const moc = mocOf(wishes, boards, mocPermission?.wording ?? 0);
    const body = { claims, ...(moc.length > 0 && { moc }) };
    const params = { activityId };
    let isIssued = false;
    const claimed = await send(async () => {
      const result = await api('POST', '/api/activities/{activityId}/claims', { params, body, isOnce: true });
      isIssued = result.ok && result.status === 200;
      return result;
    }, onClaimed);
    if (claimed) onClaimed(isIssued ? claimed.certificateId : undefined);
  };

  let place = -1;
  return (
    <form class="claim" onSubmit={claim} noValidate>
      <Wrong problem={problem} />
      <div class="card claim-lines" id="claims" tabIndex={-1}>
        {lines.map((line, index) => {
          if (line.chosen) place += 1;
          const name = `claims-${line.chosen ? place : `not-${index}`}-amount`;
          return (
            <ClaimLine
              key={line.offer.creditType}
              line={line}
              name={name}
              optional={lines.length > 1}
              error={errors[name]}
              change={(latest) => change(index, latest)}
            />
          );
        })}
      </div>
      <p class="quiet small">
        Is a kind of credit wrong or missing? It follows your profession:{' '}
        <a href={profileTo(path)}>check your profile</a>.
      </p>
      {mocPermission && (
        <MocSection
          {...{ offers: boards, claims, wishes, errors }}
          permission={mocPermission.text}
          change={setWishes}
        />
      )}
      <div class="attestation">
        {attestations.map((text) => (
          <p key={text}>
            <Marked text={text} />
          </p>
        ))}
      </div>
      <Button type="submit" busy={busy}>
        {busy ? 'Claiming…' : claimWords(chosen)}
      </Button>
    </form>
  );
}
