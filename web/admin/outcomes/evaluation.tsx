import { Likert } from './charts/likert.tsx';
import { ShareBar } from './charts/share-bar.tsx';
import { aspectNames, type Change, decimals, learners, percent, type Question, signed, tooFew } from './words.ts';

const scaleOf = ({ options }: Question): string => JSON.stringify(options.map(({ text }) => text));

/** Where the texts of a question are read. */
export type TextsHref = (question: Question) => string;

/** What learners answered in the evaluation: ratings of one scale together, everything else one by one. */
export function Evaluation({ questions, textsHref }: { questions: readonly Question[]; textsHref: TextsHref }) {
  const ratings = [
    ...Map.groupBy(
      questions.filter(({ kind }) => kind === 'rating'),
      scaleOf,
    ).values(),
  ];
  const others = questions.filter(({ kind }) => kind === 'single' || kind === 'multiple');
  const texts = questions.filter(({ kind }) => kind === 'text');
  return (
    <section class="stack outcomes-part" aria-label="Course Evaluation">
      <h2>Course Evaluation</h2>
      {ratings.map((same) => (
        <Likert
          key={scaleOf(same[0] as Question)}
          caption={`Ratings, from “${same[0]?.options[0]?.text}” to “${same[0]?.options.at(-1)?.text}”`}
          questions={same}
        />
      ))}
      {others.map((question) => (
        <Choices key={`${question.questionId} ${question.versions}`} question={question} />
      ))}
      {texts.length > 0 && (
        <>
          <h3>In their own words</h3>
          <ul class="texts-links">
            {texts.map((question) => (
              <li key={`${question.questionId} ${question.versions}`}>
                {question.texts ? <a href={textsHref(question)}>{question.text}</a> : <span>{question.text}</span>}{' '}
                <span class="quiet small">{question.texts ? `${question.texts} answers` : tooFew}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Choices({ question: { text, figures, options, kind } }: { readonly question: Question }) {
  return (
    <figure class="chart">
      <figcaption>
        {text}{' '}
        <span class="quiet small">
          {figures ? learners(figures.learners) : tooFew}
          {figures && kind === 'multiple' && ', several could be chosen'}
        </span>
      </figcaption>
      {figures && (
        <table class="figures with-bars">
          <caption class="visually-hidden">{text}</caption>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col" class="number">
                Learners
              </th>
              <th scope="col" class="number">
                Share
              </th>
              <td class="bar-cell" />
            </tr>
          </thead>
          <tbody>
            {options.map(({ optionId, text: option }) => (
              <tr key={optionId}>
                <th scope="row">{option}</th>
                <td class="number">{figures.chosen[optionId] ?? 0}</td>
                <td class="number">{percent(figures.chosen[optionId] ?? 0, figures.learners)}</td>
                <td class="bar-cell">
                  <ShareBar share={(figures.chosen[optionId] ?? 0) / figures.learners} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}

interface ChangesProps {
  readonly change: readonly Change[];
  readonly questions: readonly Question[];
  readonly textsHref: TextsHref;
}

/** What changed, as ACCME's "Analyzes Change" asks: pairs of before and after, and the questions that are marked so. */
export function Changes({ change, questions, textsHref }: ChangesProps) {
  const marked = questions.filter(({ analyzesChange }) => analyzesChange !== undefined);
  if (change.length + marked.length === 0) return null;
  return (
    <section class="stack outcomes-part" aria-label="Change">
      <h2>Change</h2>
      <p class="quiet">
        What learners say of themselves before and after, and of their practice and patients: the evidence for ACCME’s
        “Analyzes Change”.
      </p>
      {change.map((one) => (
        <Pair key={`${one.pair} ${one.versions}`} change={one} />
      ))}
      {marked.length > 0 && (
        <table class="figures">
          <caption class="visually-hidden">Questions that ask for change</caption>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Asks for</th>
              <th scope="col" class="number">
                Learners
              </th>
            </tr>
          </thead>
          <tbody>
            {marked.map((question) => (
              <tr key={`${question.questionId} ${question.versions}`}>
                <th scope="row">
                  {question.texts ? <a href={textsHref(question)}>{question.text}</a> : question.text}
                </th>
                <td>{question.analyzesChange && aspectNames[question.analyzesChange]}</td>
                <td class="number">{question.figures?.learners ?? (question.texts || '–')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Pair({ change: { before, after, figures, scale } }: { readonly change: Change }) {
  const place = (value: number): string => `${4 + (92 * (value - 1)) / Math.max(1, scale.length - 1)}%`;
  return (
    <figure class="chart">
      <figcaption>
        {after} <span class="quiet small">{figures ? learners(figures.learners) : tooFew}</span>
      </figcaption>
      {figures && (
        <div class="chart-and-table">
          <svg class="dumbbell" width="100%" height="64" aria-hidden="true" focusable="false">
            <line class="axis" x1="4%" x2="96%" y1="24" y2="24" />
            {scale.map((text, index) => (
              <line key={text} class="axis" x1={place(index + 1)} x2={place(index + 1)} y1="19" y2="29" />
            ))}
            <line class="way" x1={place(figures.before)} x2={place(figures.after)} y1="24" y2="24" />
            <circle class="was" cx={place(figures.before)} cy="24" r="6" />
            <circle class="is" cx={place(figures.after)} cy="24" r="7" />
            <text class="place low" x="0" y="56">
              {scale[0]}
            </text>
            <text class="place high" x="100%" y="56">
              {scale.at(-1)}
            </text>
          </svg>
          <table class="figures">
            <caption class="visually-hidden">Change: {after}</caption>
            <tbody>
              <Line name={before} value={decimals(figures.before)} />
              <Line name={after} value={decimals(figures.after)} />
              <Line name="Mean change, in steps of the scale" value={signed(figures.after - figures.before)} />
              <Line name="Higher after" value={percent(figures.higher, figures.learners)} />
              <Line name="The same" value={percent(figures.same, figures.learners)} />
              <Line name="Lower after" value={percent(figures.lower, figures.learners)} />
            </tbody>
          </table>
        </div>
      )}
    </figure>
  );
}

const Line = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="number">{value}</td>
  </tr>
);
