import {
  type ActivitySummary,
  type ActivityVersion,
  type Standing,
  standingOf,
  summaryOf,
} from '../../shared/domain/activity.ts';
import type { AnswerKey } from '../../shared/domain/assessment.ts';
import type { ActivityId, AssessmentId } from '../../shared/domain/kinds.ts';
import type { Table, Write } from '../../shared/ports.ts';
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

export function activities({ table }: { table: Table }): Activities {
  const summary = async (activityId: ActivityId): Promise<Stored<ActivitySummary> | undefined> =>
    held<ActivitySummary>(await table.get(entities.catalog.keyOf({ activityId })));

  const version = async (activityId: ActivityId, number: number): Promise<ActivityVersion> => {
    const row = held<ActivityVersion>(await table.get(entities.version.keyOf({ activityId, version: number })));
    if (!row) throw new Error(`Version ${number} of the activity ${activityId} is missing`);
    return row.value;
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
      const row = held<AnswerKeys>(await table.get(entities.answerKey.keyOf({ activityId, version: number })));
      if (!row) throw new Error(`The answer keys of version ${number} of the activity ${activityId} are missing`);
      return row.value;
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
