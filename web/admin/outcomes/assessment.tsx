import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Histogram } from './charts/histogram.tsx';
import { ShareBar } from './charts/share-bar.tsx';
import { ItemDetails } from './item.tsx';
import { type AssessmentOutcomes, decimals, type Item, percent, remarksOn, versionsIn } from './words.ts';

/** A question with its place in the assessment. */
type Numbered = Item & { readonly number: number };

const columns: readonly Column<Numbered>[] = [
  { name: 'Question', width: 'minmax(14rem, 3fr)', cell: ({ number, text }) => `${number}. ${text}` },
  { name: 'Learners', number: true, width: '5rem', cell: ({ figures }) => figures?.learners ?? '–' },
  {
    name: 'Right',
    width: '8rem',
    cell: ({ figures }) =>
      figures ? (
        <span class="share-and-bar">
          {percent(figures.right, figures.learners)}
          <ShareBar share={figures.right / figures.learners} />
        </span>
      ) : (
        '–'
      ),
  },
  {
    name: 'Discrimination',
    number: true,
    width: '7.5rem',
    cell: ({ figures }) => (figures?.discrimination === undefined ? '–' : decimals(figures.discrimination)),
  },
  {
    name: 'Look at',
    width: 'minmax(9rem, 1fr)',
    cell: (item) =>
      item.figures ? (
        <span class="tags">
          {remarksOn(item).length === 0 && '–'}
          {remarksOn(item).map(({ word, tone }) => (
            <Tag key={word} tone={tone}>
              {word}
            </Tag>
          ))}
        </span>
      ) : (
        <span class="quiet">Too few answers</span>
      ),
  },
];

/** What the first attempts at an assessment say of it and of its questions. */
export function Assessment({ outcomes, many }: { readonly outcomes: AssessmentOutcomes; readonly many: boolean }) {
  const { title, versions, attempts, scores, time, items, passMark } = outcomes;
  const numbered = items.map((item, index) => ({ ...item, number: index + 1 }));
  const [first] = attempts;
  const passed = attempts.reduce((sum, one) => sum + one.passed, 0);
  return (
    <section class="stack outcomes-part" aria-label={many ? `${title}, ${versionsIn(versions)}` : title}>
      <h2>
        {title} {many && <span class="quiet small">{versionsIn(versions)}</span>}
      </h2>
      {!first || !scores ? (
        <p class="none">Fewer than five learners took this yet, or their days are not over.</p>
      ) : (
        <>
          <dl class="key-figures">
            <Figure name="Learners" value={first.learners.toLocaleString('en-US')} />
            <Figure
              name="Passed at the first attempt"
              value={percent(first.passed, first.learners)}
              note={`passing score ${passMark} %`}
            />
            <Figure
              name="Passed at any attempt"
              value={percent(Math.min(passed, first.learners), first.learners)}
              note="of those who began"
            />
            <Figure
              name="Median score"
              value={`${decimals(scores.median, 0)} %`}
              note={`quartiles ${decimals(scores.low, 0)} and ${decimals(scores.high, 0)} %`}
            />
            {time && (
              <Figure
                name="Median time"
                value={`${decimals(time.median, 0)} min`}
                note={`quartiles ${decimals(time.low, 0)} and ${decimals(time.high, 0)} min`}
              />
            )}
            {scores.reliability !== undefined && (
              <Figure name="Reliability" value={decimals(scores.reliability)} note="KR-20, first attempts" />
            )}
          </dl>
          <h3>Questions, by first attempts</h3>
          <DataTable
            caption={`Questions of ${title}`}
            columns={columns}
            list={numbered}
            keyOf={({ questionId }) => questionId}
            empty={<p>It has no questions.</p>}
          />
          <h3>What was chosen</h3>
          <div class="items">
            {numbered.map((item) => (
              <ItemDetails key={item.questionId} item={item} number={item.number} />
            ))}
          </div>
          <div class="charts">
            <Histogram caption="Scores at first attempts, in percent" unit="Score" bars={scores.bars} />
            {time && <Histogram caption="Minutes from start to submission" unit="Minutes" bars={time.bars} />}
          </div>
          <Attempts attempts={attempts} />
        </>
      )}
    </section>
  );
}

export function Figure({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span class="key-figure figure">{value}</span>
        {note && <span class="quiet small">{note}</span>}
      </dd>
    </div>
  );
}

function Attempts({ attempts }: Pick<AssessmentOutcomes, 'attempts'>) {
  return (
    <figure class="chart">
      <figcaption>Attempts: who came to each, and passed</figcaption>
      <table class="figures with-bars">
        <caption class="visually-hidden">Attempts</caption>
        <thead>
          <tr>
            <th scope="col">Attempt</th>
            <th scope="col" class="number">
              Learners
            </th>
            <th scope="col" class="number">
              Passed
            </th>
            <td class="bar-cell" />
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ number, learners, passed }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td class="number">{learners}</td>
              <td class="number">{percent(passed, learners)}</td>
              <td class="bar-cell">
                <ShareBar share={passed / learners} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
