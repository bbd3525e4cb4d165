import type { ComponentChildren } from 'preact';
import { api, type Result } from '../../client.ts';
import { Confirm } from '../components/confirm.tsx';
import { type Points, rowsInWords } from './words.ts';

/** What staff say of points: that a file with them was handed in, or what the board answered. */
export type Mark = 'reported' | 'accepted' | 'refused';

/** As many as a request takes. */
const AT_ONCE = 50;

const keyOf = ({ learnerId, activityId, board }: Points) => ({ learnerId, activityId, board });

const note = (mark: Mark, some: readonly Points[], reason: string): Promise<Result<{ readonly noted: number }>> =>
  mark === 'reported'
    ? api('POST', '/api/admin/points/reports', {
        body: { points: some.map((each) => ({ ...keyOf(each), action: each.action, points: each.points })) },
      })
    : api('POST', '/api/admin/points/answers', {
        body: { points: some.map(keyOf), verdict: mark, ...(reason !== '' && { reason }) },
      });

/** Notes all of them, some at a time: what was noted stays so when one of the requests fails, and is passed over by the next try. */
async function noteAll(
  mark: Mark,
  all: readonly Points[],
  reason: string,
): Promise<Result<{ readonly noted: number }>> {
  let noted = 0;
  for (let from = 0; ; from += AT_ONCE) {
    const result = await note(mark, all.slice(from, from + AT_ONCE), reason);
    if (!result.ok) return result;
    noted += result.body.noted;
    if (from + AT_ONCE >= all.length) return { ...result, body: { noted } };
  }
}

interface Words {
  readonly title: string;
  readonly confirm: string;
  readonly does: ComponentChildren;
}

const wordsOf = (mark: Mark, points: readonly Points[]): Words => {
  const [first] = points;
  const these =
    points.length === 1 && first ? (
      <span dir="auto">
        {first.name}: {first.title}, {first.board}
      </span>
    ) : (
      rowsInWords(points.length)
    );
  if (mark === 'reported')
    return {
      title: 'Mark as reported',
      confirm: 'Mark as reported',
      does: (
        <p>
          {these}. Do this once the accreditor’s system has taken the file, and only for what was in it: what is marked
          is not offered again until it changes.
        </p>
      ),
    };
  if (mark === 'accepted')
    return { title: 'The board accepted', confirm: 'Mark as accepted', does: <p>{these}. Nothing is left to do.</p> };
  return {
    title: 'The board refused',
    confirm: 'Mark as refused',
    does: <p>{these}. It stands under “To report” again until it is reported anew.</p>,
  };
};

interface MarkingProps {
  readonly mark: Mark;
  readonly points: readonly Points[];
  readonly close: () => void;
  readonly done: (noted: number) => void;
}

/** Asks before points are marked, and marks them. */
export function Marking({ mark, points, close, done }: MarkingProps) {
  const { title, confirm, does } = wordsOf(mark, points);
  return (
    <Confirm
      {...{ title, confirm, close }}
      {...(mark === 'refused' && { reason: 'As the board or the accreditor’s system gives it.' })}
      send={({ reason }) => noteAll(mark, points, reason)}
      done={({ noted }) => done(noted)}
    >
      {does}
    </Confirm>
  );
}
