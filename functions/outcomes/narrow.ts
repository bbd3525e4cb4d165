import type { ActivityId } from '../../shared/domain/kinds.ts';
import { civilDateIn, later, MINUTE } from '../../shared/domain/kinds.ts';
import type { ReportedVersion } from '../../shared/domain/outcomes/report.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Capabilities } from '../capabilities.ts';

/** Clocks of two machines are not the same, and a transaction takes its time: so long after midnight a day is over. */
const MARGIN = 15 * MINUTE;

/** Which versions and months are asked for, as the query has them. */
interface Narrowing {
  readonly version?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The versions that are asked for, newest first, with all there are; nothing where there is no such activity. */
export async function versionsAsked(
  activityId: ActivityId,
  { version, from, to }: Narrowing,
  { activities, clock }: Capabilities<Record<never, never>>,
): Promise<
  { readonly all: readonly ReportedVersion[]; readonly asked: readonly ReportedVersion[] } | Refusal | undefined
> {
  if (from !== undefined && to !== undefined && from > to)
    return refuse({
      code: 'months-reversed',
      message: 'The first month is after the last one.',
      remedy: 'Choose months in their order.',
      field: '/from',
    });
  const now = later(clock.now(), -MARGIN);
  const all = (await activities.versions(activityId))
    .map((one): ReportedVersion => ({ ...one, today: civilDateIn(now, one.activity.zone) }))
    .toReversed();
  if (all.length === 0) return undefined;
  const asked = version === undefined ? all : all.filter(({ activity }) => activity.version === Number(version));
  if (asked.length > 0) return { all, asked };
  return refuse({
    code: 'version-unknown',
    message: `The activity has no version ${version}.`,
    remedy: `Choose one of: ${all.map(({ activity }) => activity.version).join(', ')}.`,
    field: '/version',
  });
}
