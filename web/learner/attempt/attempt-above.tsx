import type { Attempt } from '../screens/activity-types.ts';

/** Where a page of an attempt belongs: the activity, and which of its tests. */
export function AttemptAbove({ attempt: { activityId, title, number } }: { readonly attempt: Attempt }) {
  return (
    <>
      <a href={`/a/${activityId}`}>Back to the activity</a>
      <span>
        {' '}
        · {title}, attempt {number}
      </span>
    </>
  );
}
