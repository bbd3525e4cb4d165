import { type Column, DataTable } from '../../components/data-table.tsx';
import { decimals, percent, type Question, tooFew } from '../words.ts';

interface Segment {
  readonly optionId: string;
  /** In percent of the whole width: the middle of the scale lies at 50. */
  readonly from: number;
  readonly width: number;
  /** -2 to 2: from the low end of the scale to the high. */
  readonly side: -2 | -1 | 0 | 1 | 2;
}

/** How far an option lies from the middle of its scale. */
function sideOf(away: number, half: number): Segment['side'] {
  if (away === 0) return 0;
  const far = Math.abs(away) > half / 2;
  if (away < 0) return far ? -2 : -1;
  return far ? 2 : 1;
}

/** Segments of a rating, those below the middle of the scale to the left of the middle, half of a middle option on each side. */
export function segmentsOf({ options, figures }: Pick<Question, 'options' | 'figures'>): readonly Segment[] {
  if (!figures) return [];
  const total = Object.values(figures.chosen).reduce((sum, count) => sum + count, 0);
  const half = (options.length - 1) / 2;
  const widths = options.map(({ optionId }) => (total === 0 ? 0 : (50 * (figures.chosen[optionId] ?? 0)) / total));
  const below = widths.reduce((sum, width, index) => sum + (index < half ? width : index === half ? width / 2 : 0), 0);
  let from = 50 - below;
  return options.map(({ optionId }, index): Segment => {
    const width = widths[index] ?? 0;
    const side = sideOf(index - half, half);
    const segment = { optionId, from, width, side };
    from += width;
    return segment;
  });
}

/** Ratings on one scale, as bars that lie to either side of its middle, with the same as a table. */
export function Likert({ caption, questions }: { readonly caption: string; readonly questions: readonly Question[] }) {
  const [first] = questions;
  if (!first) return null;
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <ul class="legend" aria-hidden="true">
        {segmentsOf({ options: first.options, figures: { learners: 0, chosen: {} } }).map(
          ({ optionId, side }, index) => (
            <li key={optionId}>
              <svg width="12" height="12" aria-hidden="true" focusable="false">
                <rect class={`likert-part part-${side}`} width="12" height="12" rx="2" />
              </svg>
              {first.options[index]?.text}
            </li>
          ),
        )}
      </ul>
      <div class="likert" aria-hidden="true">
        {questions.map((question) => (
          <div key={`${question.questionId} ${question.versions}`} class="likert-row">
            <p class="small">{question.text}</p>
            {question.figures ? <Diverging question={question} /> : <p class="quiet small">{tooFew}</p>}
          </div>
        ))}
      </div>
      <LikertTable caption={caption} questions={questions} />
    </figure>
  );
}

const place = (figure: number | undefined): string => (figure === undefined ? '–' : decimals(figure, 1));

function Diverging({ question }: { readonly question: Question }) {
  return (
    <svg class="diverging" width="100%" height="26" aria-hidden="true" focusable="false">
      <rect class="ground" width="100%" height="22" y="2" rx="2" />
      {segmentsOf(question).map(({ optionId, from, width, side }) => (
        <g key={optionId}>
          <rect class={`likert-part part-${side}`} x={`${from}%`} width={`${width}%`} y="2" height="22" />
          {width >= 6 && (
            <text class={`on-part-${side}`} x={`${from + width / 2}%`} y="17">
              {Math.round(width * 2)}
            </text>
          )}
        </g>
      ))}
      <line class="axis" x1="50%" x2="50%" y1="0" y2="3" />
      <line class="axis" x1="50%" x2="50%" y1="23" y2="26" />
    </svg>
  );
}

function LikertTable({ caption, questions }: { readonly caption: string; readonly questions: readonly Question[] }) {
  const options = questions[0]?.options ?? [];
  const columns: readonly Column<Question>[] = [
    { name: 'Question', width: 'minmax(12rem, 3fr)', cell: ({ text }) => text },
    ...options.map(
      ({ optionId, text }): Column<Question> => ({
        ...{ name: text, number: true, width: 'minmax(4.5rem, 1fr)' },
        cell: ({ figures }) => (figures ? percent(figures.chosen[optionId] ?? 0, figures.learners) : '–'),
      }),
    ),
    { name: 'Mean', number: true, width: '4rem', cell: ({ figures }) => place(figures?.mean) },
    { name: 'Median', number: true, width: '4.5rem', cell: ({ figures }) => place(figures?.median) },
    { name: 'Learners', number: true, width: '5rem', cell: ({ figures }) => figures?.learners ?? '–' },
  ];
  return (
    <DataTable
      caption={`${caption}, as a table`}
      columns={columns}
      list={questions}
      keyOf={({ questionId, versions }) => `${questionId} ${versions}`}
      empty={<p>No ratings.</p>}
    />
  );
}
