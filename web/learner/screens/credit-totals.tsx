import type { ComponentChildren } from 'preact';
import { formatCredit } from '../../components/credit.ts';
import { Marked } from '../../components/marked.tsx';
import type { Wallet } from './types.ts';

interface TotalsProps {
  readonly id: string;
  readonly title: string;
  /** What a row is one of, and what is counted. */
  readonly columns: readonly [of: string, counted: string];
  readonly rows: readonly {
    readonly year: number;
    readonly of: string;
    readonly name: ComponentChildren;
    readonly amount: number;
  }[];
}

/** Years stand above their rows: beside them they would take a column that large letters on a phone have no room for. */
function Totals({ id, title, columns: [of, counted], rows }: TotalsProps) {
  return (
    <section>
      <h2 id={id}>{title}</h2>
      <table class="table totals" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col" class="number">
              {counted}
            </th>
          </tr>
        </thead>
        {[...new Set(rows.map(({ year }) => year))].map((year) => (
          <tbody key={year}>
            <tr>
              <th scope="rowgroup" colSpan={2} class="total-year">
                {year}
              </th>
            </tr>
            {rows
              .filter((row) => row.year === year)
              .map((row) => (
                <tr key={row.of}>
                  <th scope="row" class="total-type">
                    {row.name}
                  </th>
                  <td class="number total-amount">{formatCredit(row.amount)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** What was awarded, by year and kind. Kinds are never added up: no board accepts their sum. */
export const CreditTotals = ({ totals }: Pick<Wallet, 'totals'>) => (
  <Totals
    id="totals"
    title="Credits by type and year"
    columns={['Type', 'Awarded']}
    rows={totals.map(({ creditType, name, year, amount }) => ({
      ...{ year, amount, of: creditType },
      name: <Marked text={name} />,
    }))}
  />
);

/** Points for maintenance of certification, by year and board. They are no credit, and stand apart from it. */
export const MocTotals = ({ moc }: Pick<Wallet, 'moc'>) => (
  <Totals
    id="moc-totals"
    title="MOC points by board and year"
    columns={['Board', 'Points']}
    rows={moc.map(({ board, boardName, year, points }) => ({ year, of: board, name: boardName, amount: points }))}
  />
);
