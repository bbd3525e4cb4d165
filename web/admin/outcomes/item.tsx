import { Tag } from '../../components/tag.tsx';
import { ShareBar } from './charts/share-bar.tsx';
import { decimals, type Item, idleOptions, learners, percent, remarksOn, tooFew } from './words.ts';

/** A question with what was chosen: a bar beside each option, which is the table that it draws. */
export function ItemDetails({ item, number }: { readonly item: Item; readonly number: number }) {
  const { figures, options, text } = item;
  const idle = idleOptions(item);
  return (
    <details class="item" id={`question-${number}`}>
      <summary>
        <span class="item-number figure">{number}</span> {text}
      </summary>
      {figures ? (
        <div class="stack">
          <p class="quiet small">
            {learners(figures.learners)}, {percent(figures.right, figures.learners)} right at the first attempt
            {figures.discrimination !== undefined && `; discrimination ${decimals(figures.discrimination)}`}
            {figures.upperLower !== undefined && `; upper minus lower 27 %: ${decimals(figures.upperLower)}`}.
          </p>
          {remarksOn(item).map(({ word, says, tone }) => (
            <p key={word} class="small">
              <Tag tone={tone}>{word}</Tag> {says}
            </p>
          ))}
          <table class="figures with-bars">
            <caption class="visually-hidden">What was chosen: {text}</caption>
            <thead>
              <tr>
                <th scope="col">Option</th>
                <th scope="col" class="number">
                  Chosen
                </th>
                <th scope="col" class="number">
                  Share
                </th>
                <td class="bar-cell" />
              </tr>
            </thead>
            <tbody>
              {options.map(({ optionId, text: option, right }) => (
                <tr key={optionId}>
                  <th scope="row">
                    {option} {right && <Tag tone="good">Right</Tag>}
                    {idle.includes(optionId) && <Tag tone="quiet">Hardly chosen</Tag>}
                  </th>
                  <td class="number">{figures.chosen[optionId] ?? 0}</td>
                  <td class="number">{percent(figures.chosen[optionId] ?? 0, figures.learners)}</td>
                  <td class="bar-cell">
                    <ShareBar
                      share={(figures.chosen[optionId] ?? 0) / figures.learners}
                      tone={right ? 'right' : 'plain'}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p class="quiet">{tooFew}.</p>
      )}
    </details>
  );
}
