import { formatCredit } from '../../components/credit.ts';
import { FieldError } from '../../components/field.tsx';
import { TextField } from '../components/inputs.tsx';
import { type CertificateToChange, hundredthsOf } from './words.ts';

type Offers = CertificateToChange['offers'];
type Amounts = Readonly<Record<string, string>>;

/** Amounts that were typed, as they are claimed; what is left empty is not. */
export const claimsOf = (amounts: Amounts) =>
  Object.entries(amounts)
    .filter(([, typed]) => typed.trim() !== '')
    .map(([creditType, typed]) => ({ creditType, amount: hundredthsOf(typed) }));

interface CreditAmountsProps {
  readonly offers: Offers;
  readonly amounts: Amounts;
  readonly set: (amounts: Amounts) => void;
  readonly error?: string | undefined;
  /** The id of the group, which an error leads to. */
  readonly name: string;
}

/** An amount for each kind of credit that the profession can be given, with its limits. */
export const CreditAmounts = ({ offers, amounts, set, error, name }: CreditAmountsProps) => (
  <fieldset id={name} tabIndex={-1}>
    <legend>Credit</legend>
    {error && <FieldError name={name} error={error} />}
    {offers.map(({ creditType, names, maximum, step, whole }) => (
      <TextField
        key={creditType}
        label={names.plural}
        hint={
          whole
            ? `Awarded whole: ${formatCredit(maximum)}, or nothing.`
            : `At most ${formatCredit(maximum)}, in steps of ${formatCredit(step)}. Left empty: none.`
        }
        name={`${name}-${creditType}`}
        type="number"
        inputMode="decimal"
        min={0}
        max={maximum / 100}
        step={step / 100}
        value={amounts[creditType] ?? ''}
        set={(typed) => set({ ...amounts, [creditType]: typed })}
      />
    ))}
  </fieldset>
);
