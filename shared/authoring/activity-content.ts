import type { ActivityVersion } from '../domain/activity.ts';
import type { AnswerKey } from '../domain/assessment.ts';
import { alike } from '../domain/canonical-json.ts';
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

/** What an author said of it: the content without what publishing adds. */
const authoredOf = ({ activity, keys }: ActivityContent) => ({
  activity: Object.fromEntries(Object.entries(activity).filter(([name]) => !given.has(name))),
  keys,
});

/**
 * Whether two activities say the same, whatever the order of their fields. Either may be a published version: its number
 * and time do not count, so that importing a file again that has not changed changes nothing.
 */
export const sameContent = (one: ActivityContent, other: ActivityContent): boolean =>
  alike(authoredOf(one), authoredOf(other));
