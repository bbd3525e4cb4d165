import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { notFound, problemReply, type Reply } from '../middleware/reply.ts';

/** The ETag of a revision. What is not there yet has the revision 0. */
export const etagOf = (rev: number): string => `"${rev}"`;

const unsaid = problemReply(428, [
  {
    code: 'revision-required',
    message: 'It is not said which revision this is to take the place of.',
    remedy: 'Send If-Match with the ETag of what you read: "3", and "0" for what is not there yet.',
  },
]);

/**
 * The revision that a save goes by, or why it cannot be saved: the header `If-Match` is missing, or is no ETag of ours; or it names
 * a revision of what is not there.
 */
export function revisionIn(
  ifMatch: string | undefined,
  before: { readonly rev: number } | undefined,
): { readonly rev: number } | { readonly refused: Reply } {
  const [, digits] = /^"(\d{1,9})"$/.exec(ifMatch?.trim() ?? '') ?? [];
  const rev = digits === undefined ? undefined : Number(digits);
  if (!before && rev !== 0) return { refused: notFound('revision') };
  return rev === undefined ? { refused: unsaid } : { rev };
}

interface Newer {
  readonly who: string;
  readonly at: string;
  /** What stands there now, in the shape in which it is read. */
  readonly current: unknown;
}

/** Answers that somebody else saved first: who, when, and what stands there now, so that a screen can show both. */
export const savedMeanwhile = ({ who, at, current }: Newer): Reply =>
  problemReply(
    412,
    [
      {
        code: 'saved-meanwhile',
        message: `${who} saved this at ${at.slice(11, 16)} UTC on ${at.slice(0, 10)}, after you read it.`,
        remedy: 'Compare what stands there now with yours, and save again what is to stay.',
      },
    ],
    { current },
  );

/** Refuses what would not fit into its row. */
export const tooLong = (most: number, field: string): Refusal =>
  refuse({
    code: 'part-too-long',
    message: `This is longer than ${most} characters.`,
    remedy: 'Shorten it, or part it.',
    field,
  });
