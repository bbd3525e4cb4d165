import { lacks } from './question-content.ts';
import { textOf, usePart } from './use-desk.ts';

interface QuestionRowProps {
  readonly part: string;
  readonly number: number;
  readonly href: string;
  readonly current: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A question in the list: its number, its wording, its pool and what it lacks. */
export function QuestionRow({ part, number, href, current, onKeyDown }: QuestionRowProps) {
  const { content, errors } = usePart(part);
  const wording = textOf(content.text).trim();
  const lack = lacks(content) ?? (Object.keys(errors).length > 0 ? 'To fix' : undefined);
  return (
    <li class="question-row">
      <a href={href} aria-current={current ? 'true' : undefined} onKeyDown={onKeyDown}>
        <span class="figure quiet">{number}</span>
        <span class="question-words">{wording || 'New question'}</span>
        {(lack || content.pool !== undefined) && (
          <span class="question-marks small">
            {lack && <span class="draft-failed">{lack}</span>}
            {content.pool !== undefined && <span class="quiet">Pool {textOf(content.pool)}</span>}
          </span>
        )}
      </a>
    </li>
  );
}
