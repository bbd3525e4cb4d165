import type { Change } from './words.ts';

/** What was and what will be, or is, beside each other: what a second person decides by. */
export const Differences = ({ of }: { readonly of: Change['differences'] }) =>
  of.length === 0 ? null : (
    <div>
      <table class="differences">
        <caption class="visually-hidden">Before and after</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td dir="auto">{before}</td>
              <td dir="auto">
                <strong>{after}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
