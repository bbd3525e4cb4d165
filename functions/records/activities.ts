import {
  type ActivitySummary,
  type ActivityVersion,
  type Standing,
  standingOf,
  summaryOf,
} from '../../shared/domain/activity.ts';
import type { AnswerKey } from '../../shared/domain/assessment.ts';
import type { ActivityId, AssessmentId } from '../../shared/domain/kinds.ts';
import type { Key, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** The answer keys of every assessment of a version. */
export type AnswerKeys = Readonly<Record<AssessmentId, AnswerKey>>;

export interface Activities {
  list(): Promise<readonly ActivitySummary[]>;
  summaryOf(activityId: ActivityId): Promise<Stored<ActivitySummary> | undefined>;
  /** The version that learners start today. */
  published(activityId: ActivityId): Promise<(ActivityVersion & Standing) | undefined>;
  version(activityId: ActivityId, version: number): Promise<ActivityVersion>;
  /** Every version that was published, oldest first, with its answer keys. */
  versions(
    activityId: ActivityId,
  ): Promise<readonly { readonly activity: ActivityVersion; readonly keys: AnswerKeys }[]>;
  answerKeys(activityId: ActivityId, version: number): Promise<AnswerKeys>;
  /** Freezes a version with its answer keys and lists it; what staff decided of the activity beside its versions stands. */
  publish(activity: ActivityVersion, keys: AnswerKeys, listed: Stored<ActivitySummary> | undefined): readonly Write[];
  /** Withdraws what is listed, offers it again, or has it close earlier. */
  stand(listed: Stored<ActivitySummary>, standing: Standing): Write;
}

/** A function that stays warm remembers so many frozen rows; each may have 400 KB. */
const MOST_REMEMBERED = 30;

/**
 * Reads what never changes once for as long as a function stays warm. Ten thousand who submit to one activity would else read
 * the same rows forty thousand times, and a partition gives 3,000 units of reading a second (DynamoDB's quotas).
 */
function rememberingFrozen(table: Table): (key: Key) => Promise<unknown> {
  const remembered = new Map<string, unknown>();
  return async (key) => {
    const name = `${key.pk} ${key.sk}`;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const found = held<unknown>(await table.get(key))?.value;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    if (found !== undefined) remembered.set(name, found);
    return found;
  };
}

export function activities({ table }: { table: Table }): Activities {
  const frozen = rememberingFrozen(table);
  const summary = async (activityId: ActivityId): Promise<Stored<ActivitySummary> | undefined> =>
    held<ActivitySummary>(await table.get(entities.catalog.keyOf({ activityId })));

  const version = async (activityId: ActivityId, number: number): Promise<ActivityVersion> => {
    const found = await frozen(entities.version.keyOf({ activityId, version: number }));
    if (!found) throw new Error(`Version ${number} of the activity ${activityId} is missing`);
    return found as ActivityVersion;
  };

  return {
    list: async () => {
      const { rows } = await table.query({ pk: entities.catalog.pk });
      return rows.map((row) => held<ActivitySummary>(row)?.value).filter((listed) => listed !== undefined);
    },
    summaryOf: summary,
    published: async (activityId) => {
      const listed = await summary(activityId);
      return listed && { ...(await version(activityId, listed.value.version)), ...standingOf(listed.value) };
    },
    version,
    versions: async (activityId) => {
      const prefix = 'VERSION#';
      const [published, keys] = await Promise.all(
        [entities.version, entities.answerKey].map(({ keyOf }) =>
          table.query({ pk: keyOf({ activityId, version: 1 }).pk, prefix }),
        ),
      );
      return (published?.rows ?? []).flatMap((row) => {
        const of = keys?.rows.find(({ sk }) => sk === row.sk);
        const [activity, key] = [held<ActivityVersion>(row), held<AnswerKeys>(of)];
        return activity ? [{ activity: activity.value, keys: key?.value ?? {} }] : [];
      });
    },
    answerKeys: async (activityId, number) => {
      const found = await frozen(entities.answerKey.keyOf({ activityId, version: number }));
      if (!found) throw new Error(`The answer keys of version ${number} of the activity ${activityId} are missing`);
      return found as AnswerKeys;
    },
    publish: (activity, keys, listed) => {
      const { activityId } = activity;
      return [
        putRow(entities.version.keyOf({ activityId, version: activity.version }), 'version', activity),
        putRow(entities.answerKey.keyOf({ activityId, version: activity.version }), 'answerKey', keys),
        putRow(
          entities.catalog.keyOf({ activityId }),
          'catalog',
          summaryOf({ ...activity, ...standingOf(listed?.value ?? {}) }),
          listed,
        ),
      ];
    },
    stand: (listed, standing) => {
      const { withdrawnAt: _, closesEarlyOn: __, ...summary } = listed.value;
      return putRow(entities.catalog.keyOf(summary), 'catalog', { ...summary, ...standing }, listed);
    },
  };
}
