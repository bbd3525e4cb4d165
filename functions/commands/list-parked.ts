import { stuckMail, stuckWork } from '../../shared/domain/stuck.ts';
import { handlerOver } from '../capabilities.ts';

/** Work that waits for staff. */
export interface Parked {
  readonly workId: string;
  readonly step: string;
  readonly reason: string;
  readonly at: string;
  readonly tries: number;
}

const MOST_LISTED = 100;

/** Lists work and mail that is parked, oldest first, with the step that failed and why. */
export const handler = handlerOver({}, ({ outbox }) => async (): Promise<{ work: readonly Parked[] }> => {
  const [work, mail] = await Promise.all([
    outbox.parked('work', { limit: MOST_LISTED }),
    outbox.parked('mail', { limit: MOST_LISTED }),
  ]);
  return {
    work: [...work.items.map(stuckWork), ...mail.items.map(stuckMail)]
      .flatMap((stuck): Parked[] => {
        if (!stuck) return [];
        const { id: workId, step, reason, askedAt, at = askedAt, tries } = stuck;
        return [{ workId, step, reason, at, tries }];
      })
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  };
});
