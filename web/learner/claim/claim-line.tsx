import { formatCredit } from '../../components/credit.ts';
import { Field } from '../../components/field.tsx';
import { Marked } from '../../components/marked.tsx';
import type { Claimable } from '../screens/activity-types.ts';
import { amountsOf } from './amounts.ts';

export interface Line {
  readonly offer: Claimable;
  readonly chosen: boolean;
  /** As it is picked or typed, in credits. */
  readonly typed: string;
}

interface ClaimLineProps {
  readonly line: Line;
  /** Where the line stands in the claim; reasons of the service name it so. */
  readonly name: string;
  /** Whether there are other kinds to choose from. */
  readonly optional: boolean;
  readonly error: string | undefined;
  readonly change: (line: Line) => void;
}

function Amount({ line, name, error, change }: ClaimLineProps) {
  const { offer, typed } = line;
  const amounts = amountsOf(offer);
  const take = ({ currentTarget }: { readonly currentTarget: { readonly value: string } }): void =>
    change({ ...line, typed: currentTarget.value });
  const hint = `At most ${formatCredit(offer.maximum)}, in steps of ${formatCredit(offer.step)}.`;
  return (
    <Field name={name} label="Amount to claim" hint={hint} error={error}>
      {amounts.length > 0 ? (
        <select class="amount figure" value={typed} onChange={take}>
          {amounts.map((amount) => (
            <option key={amount} value={formatCredit(amount)}>
              {formatCredit(amount)}
            </option>
          ))}
        </select>
      ) : (
        <input class="amount figure" inputMode="decimal" autoComplete="off" value={typed} onInput={take} />
      )}
    </Field>
  );
}

/** One kind of credit that the learner may claim, and how much of it. */
export function ClaimLine(props: ClaimLineProps) {
  const { line, name, optional, change } = props;
  const { offer, chosen } = line;
  const fixed = offer.whole || offer.basis === 'attendance';
  return (
    <fieldset class="claim-line" aria-label={offer.name}>
      {optional ? (
        <label class="choice">
          <input
            type="checkbox"
            checked={chosen}
            onChange={({ currentTarget }) => change({ ...line, chosen: currentTarget.checked })}
          />
          <span>
            <Marked text={offer.name} />
          </span>
        </label>
      ) : (
        <h2>
          <Marked text={offer.name} />
        </h2>
      )}
      {chosen && offer.basis === 'attendance' && (
        <p class="notice" id={name}>
          This credit is not awarded to your profession. Your certificate says that you took part, and that the activity
          was designated for it.
        </p>
      )}
      {chosen && fixed && offer.basis === 'awarded' && (
        <p>
          <b class="figure">{formatCredit(offer.maximum)}</b>, awarded whole.
        </p>
      )}
      {chosen && !fixed && <Amount {...props} />}
    </fieldset>
  );
}
