import { formatCredit } from '../../components/credit.ts';
import { Marked } from '../../components/marked.tsx';
import type { Wallet } from './types.ts';

/** What was awarded, by year and kind. Kinds are never added up: no board accepts their sum. */
export function CreditTotals({ totals }: Pick<Wallet, 'totals'>) {
  return (
    <section>
      <h2 id="totals">Credits by type and year</h2>
      <table class="table" aria-labelledby="totals">
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Type</th>
            <th scope="col" class="number">
              Awarded
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ creditType, name, year, amount }) => (
            <tr key={`${year} ${creditType}`}>
              <td>{year}</td>
              <th scope="row" class="total-type">
                <Marked text={name} />
              </th>
              <td class="number total-amount">{formatCredit(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Points for maintenance of certification, by year and board. They are no credit, and stand apart from it. */
export function MocTotals({ moc }: Pick<Wallet, 'moc'>) {
  return (
    <section>
      <h2 id="moc-totals">MOC points by board and year</h2>
      <table class="table" aria-labelledby="moc-totals">
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Board</th>
            <th scope="col" class="number">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {moc.map(({ board, boardName, year, points }) => (
            <tr key={`${year} ${board}`}>
              <td>{year}</td>
              <th scope="row" class="total-type">
                {boardName}
              </th>
              <td class="number total-amount">{formatCredit(points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
