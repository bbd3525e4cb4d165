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
  const [workIds, messageKeys] = await Promise.all([
    outbox.parkedIds('work', MOST_LISTED),
    outbox.parkedIds('mail', MOST_LISTED),
  ]);
  const works = await Promise.all(workIds.map((workId) => outbox.work(workId)));
  const mails = await Promise.all(messageKeys.map((messageKey) => outbox.mail(messageKey)));
  const parkedWork = works.flatMap((work): Parked[] => {
    if (work?.value.status !== 'parked') return [];
    const { workId, tries, dueAt, failure } = work.value;
    const { step = 'unknown', reason = 'unknown', at = dueAt } = failure ?? {};
    return [{ workId, step, reason, at, tries }];
  });
  const parkedMail = mails.flatMap((mail): Parked[] => {
    if (mail?.value.status !== 'parked') return [];
    const { messageKey, tries, dueAt, problem = 'unknown' } = mail.value;
    return [{ workId: messageKey, step: 'send-award-email', reason: problem, at: dueAt, tries }];
  });
  return { work: [...parkedWork, ...parkedMail].toSorted((a, b) => (a.at < b.at ? -1 : 1)) };
});
