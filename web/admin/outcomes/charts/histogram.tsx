interface Bar {
  readonly least: number;
  readonly greatest?: number | undefined;
  readonly learners: number;
}

const HEIGHT = 120;

export const rangeOf = ({ least, greatest }: Bar): string =>
  greatest === undefined ? `${least} and more` : `${least}–${greatest}`;

/** How many learners lie where, as bars with the same as a table beside them. */
export function Histogram({ caption, unit, bars }: { caption: string; unit: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ learners }) => learners));
  const width = 100 / bars.length;
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <div class="chart-and-table">
        <svg class="histogram" width="100%" height={HEIGHT + 40} aria-hidden="true" focusable="false">
          {bars.map(({ least, learners }, index) => {
            const height = (learners / most) * HEIGHT;
            const middle = `${(index + 0.5) * width}%`;
            return (
              <g key={least}>
                <rect
                  class="share"
                  x={`${index * width + width * 0.1}%`}
                  y={HEIGHT - height + 20}
                  width={`${width * 0.8}%`}
                  height={Math.max(height, learners > 0 ? 1 : 0)}
                />
                {learners > 0 && (
                  <text x={middle} y={HEIGHT - height + 15} class="count">
                    {learners}
                  </text>
                )}
                <text x={middle} y={HEIGHT + 36} class="place">
                  {least}
                </text>
              </g>
            );
          })}
          <line class="axis" x1="0" x2="100%" y1={HEIGHT + 20.5} y2={HEIGHT + 20.5} />
        </svg>
        <table class="figures">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{unit}</th>
              <th scope="col" class="number">
                Learners
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.least}>
                <th scope="row">{rangeOf(bar)}</th>
                <td class="number">{bar.learners}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
