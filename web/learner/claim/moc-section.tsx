import { mocPoints } from '../../../shared/domain/moc.ts';
import { formatCredit } from '../../components/credit.ts';
import { Field, FieldError } from '../../components/field.tsx';
import { Marked } from '../../components/marked.tsx';
import type { Activity } from '../screens/activity-types.ts';

export type MocOffered = NonNullable<Activity['moc']>[number];

/** What a physician wants reported: for each board an ID, and one birthday for all of them. */
export interface MocWishes {
  readonly boardIds: Readonly<Partial<Record<MocOffered['board'], string>>>;
  readonly birthMonthDay: string;
}
export const noWishes: MocWishes = { boardIds: {}, birthMonthDay: '' };

type Claims = readonly { readonly creditType: string; readonly amount: number }[];

const pointsOf = (offer: MocOffered, claims: Claims): number =>
  mocPoints(offer, claims.find(({ creditType }) => creditType === offer.creditType)?.amount ?? 0);

/** The wishes as the service takes them: a box that is ticked is the permission. */
export const mocOf = ({ boardIds, birthMonthDay }: MocWishes, offers: readonly MocOffered[], wording: number) =>
  offers.flatMap(({ board }) => {
    const boardId = boardIds[board];
    return boardId === undefined ? [] : [{ board, boardId, birthMonthDay, permission: true, wording }];
  });

interface MocSectionProps {
  readonly offers: readonly MocOffered[];
  /** The words of the permission that selecting a board gives. */
  readonly permission: string;
  readonly claims: Claims;
  readonly wishes: MocWishes;
  readonly errors: Readonly<Record<string, string>>;
  readonly change: (wishes: MocWishes) => void;
}

/** Points for maintenance of certification: for those who want them, by their permission, and beside the credit. */
export function MocSection({ offers, permission, claims, wishes, errors, change }: MocSectionProps) {
  const { boardIds } = wishes;
  const asked = offers.filter(({ board }) => boardIds[board] !== undefined);
  const setBoard = (board: MocOffered['board'], boardId: string | undefined): void => {
    const { [board]: _, ...others } = boardIds;
    change({ ...wishes, boardIds: boardId === undefined ? others : { ...others, [board]: boardId } });
  };
  return (
    <fieldset class="card moc" id="moc" tabIndex={-1}>
      <legend>Maintenance of Certification (optional)</legend>
      <p class="quiet">
        Your claim can also earn MOC points. They are not credit, and your board grants them when it has been told.
        Leave this empty if you want none.
      </p>
      {offers.map((offer) => {
        const { board, boardName, creditName } = offer;
        const boardId = boardIds[board];
        const place = asked.indexOf(offer);
        const points = pointsOf(offer, claims);
        return (
          <div key={board} class="moc-board">
            <label class="choice">
              <input
                type="checkbox"
                id={boardId === undefined ? undefined : `moc-${place}-board`}
                checked={boardId !== undefined}
                onChange={({ currentTarget }) => setBoard(board, currentTarget.checked ? '' : undefined)}
              />
              <span>
                Report my points to the {boardName} ({board})
              </span>
            </label>
            <p class="quiet small">
              {points > 0 ? (
                <>
                  <b class="figure">{formatCredit(points)}</b> {board} MOC {points === 100 ? 'point' : 'points'} for
                  what you claim now.
                </>
              ) : (
                <>
                  None for what you claim now: points follow from <Marked text={creditName} />.
                </>
              )}
            </p>
            {['board', 'permission'].map((part) => {
              const error = errors[`moc-${place}-${part}`];
              return error && <FieldError key={part} name={`moc-${place}-${part}`} error={error} />;
            })}
            {boardId !== undefined && (
              <Field name={`moc-${place}-boardId`} label={`${board} ID`} error={errors[`moc-${place}-boardId`]}>
                <input
                  autoComplete="off"
                  spellcheck={false}
                  value={boardId}
                  onInput={({ currentTarget }) => setBoard(board, currentTarget.value)}
                />
              </Field>
            )}
          </div>
        );
      })}
      {asked.length > 0 && (
        <p class="notice">
          By selecting a board you give this permission: “{permission}” You can withdraw it at any time on the{' '}
          <a href="/privacy">privacy page</a>.
        </p>
      )}
      {asked.length > 0 && (
        <Field
          name="moc-0-birthMonthDay"
          label="Month and day of birth"
          hint="MM-DD: 9 March is 03-09. Boards match records by it; the year is not asked."
          error={errors['moc-0-birthMonthDay']}
        >
          <input
            class="amount figure"
            autoComplete="off"
            inputMode="numeric"
            value={wishes.birthMonthDay}
            onInput={({ currentTarget }) => change({ ...wishes, birthMonthDay: currentTarget.value })}
          />
        </Field>
      )}
    </fieldset>
  );
}
