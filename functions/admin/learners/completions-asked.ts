import type { ActivityId } from '../../../shared/domain/kinds.ts';
import type { ListedCompletion } from '../../../shared/domain/participation.ts';
import type { Capabilities } from '../../capabilities.ts';

interface Filters {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** A stage, or `parked`. */
  readonly stage?: string | undefined;
}

/** How completions are read by filters: days by the list's key, the stage by looking at what was read. */
export function completionsAsked(
  { participations }: Pick<Capabilities<Record<never, never>>, 'participations'>,
  activityId: ActivityId,
  { from, until, stage }: Filters,
) {
  return {
    read: async (ask: { readonly limit: number; readonly cursor?: string | undefined }) => {
      const page = await participations.page({ activityId, from, until, ...ask });
      return { items: page.completions, cursor: page.cursor };
    },
    keep:
      stage === undefined
        ? undefined
        : (one: ListedCompletion): boolean => (stage === 'parked' ? one.parked : one.stage === stage),
  };
}

/** Completions with the names of their learners: a read each, of the rows of the page alone. */
export async function withNames(
  completions: readonly ListedCompletion[],
  { directory }: Pick<Capabilities<Record<never, never>>, 'directory'>,
) {
  const people = await directory.people(completions.map(({ learnerId }) => learnerId));
  return completions.map((completion) => {
    const person = people.get(completion.learnerId);
    const { givenName, familyName } = person?.profile ?? {};
    const name = [givenName, familyName].filter(Boolean).join(' ');
    return { ...completion, ...(name && { name }), ...(person && { email: person.email }) };
  });
}
