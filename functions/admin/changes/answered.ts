import type { AnyChange } from '../../../shared/domain/any-change.ts';
import { type Reason, refuse } from '../../../shared/domain/refusal.ts';
import { required } from '../../records/require.ts';
import { changeViews } from '../../views/staff-change-view.ts';

type Viewing = Parameters<typeof changeViews>;

/** What became of a request or a decision, as the console is told it: the change, or every reason why not. */
export async function answered<Outcome extends string>(
  made:
    | { readonly outcome: Outcome; readonly change: AnyChange }
    | { readonly outcome: 'refused'; readonly reasons: readonly [Reason, ...Reason[]] },
  asking: Viewing[1],
  reading: Viewing[2],
) {
  if ('reasons' in made) return refuse(...made.reasons);
  const [change] = await changeViews([made.change], asking, reading);
  return { outcome: made.outcome, change: required(change, 'The view of a change') };
}
