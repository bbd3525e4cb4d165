import type { ActivityVersion } from '../domain/activity.ts';
import type { AnswerKey } from '../domain/assessment.ts';
import type { AssessmentId } from '../domain/kinds.ts';
import type { Theme } from '../domain/theme.ts';

/** An activity as it is authored: what publishing turns into a version. */
export type ActivityDraft = Omit<ActivityVersion, 'version' | 'publishedAt'>;

/** All that an author says of an activity: what learners see, and what is right, kept apart from it. */
export interface ActivityContent {
  readonly activity: ActivityDraft;
  readonly keys: Readonly<Record<AssessmentId, AnswerKey>>;
  /** How the provider's certificates look; publishing keeps it, and the version names its hash. */
  readonly theme?: Theme;
}

/** A published version says the same whenever it was published. */
const given = new Set(['version', 'publishedAt']);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The content as one text: JSON with its fields in the order of their names, and without what publishing adds. */
function canonicalContent({ activity, keys }: ActivityContent): string {
  const authored = Object.fromEntries(Object.entries(activity).filter(([name]) => !given.has(name)));
  return JSON.stringify({ activity: authored, keys }, sorted);
}

/**
 * Whether two activities say the same, whatever the order of their fields. Either may be a published version: its number
 * and time do not count, so that importing a file again that has not changed changes nothing.
 */
export const sameContent = (one: ActivityContent, other: ActivityContent): boolean =>
  canonicalContent(one) === canonicalContent(other);
