import type { ActivityVersion } from './activity.ts';
import { type CivilDate, isCivilDate } from './kinds.ts';
import type { Reason } from './refusal.ts';

/** What of an activity decides on which days somebody can have taken part. */
export type Days = Pick<ActivityVersion, 'opensOn' | 'heldOn'>;

/**
 * What is wrong with a day on which somebody shall have taken part: it is the one on which a live activity was held, whenever
 * attempts may be started, or else one from the opening to `last`.
 */
export function dayFaults(
  day: CivilDate,
  { opensOn, heldOn }: Days,
  { last, field }: { readonly last: CivilDate; readonly field: string },
): readonly Reason[] {
  if (heldOn === undefined)
    return isCivilDate(day) && opensOn <= day && day <= last
      ? []
      : [
          {
            code: 'date-impossible',
            message: `Nobody could take part on ${day}: that was possible from ${opensOn} to ${last}.`,
            remedy: 'Give the day of participation as YYYY-MM-DD, within these days.',
            field,
          },
        ];
  if (day !== heldOn)
    return [
      {
        code: 'date-not-held',
        message: `The activity was held on ${heldOn}, which is what the certificate says.`,
        remedy: `Give ${heldOn} as the day of participation.`,
        field,
      },
    ];
  return heldOn <= last
    ? []
    : [
        {
          code: 'date-impossible',
          message: `Nobody could take part by ${last}: the activity is held on ${heldOn}.`,
          remedy: 'Wait until it was held.',
          field,
        },
      ];
}
