import { beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import type { Award } from '../../shared/domain/wallet.ts';
import type { Row } from '../../shared/ports.ts';
import { simulatedPrinter } from '../simulation/ports/simulated-printer.ts';
import { content } from '../support/activity.ts';
import { goneOnFrom } from '../support/gone-on-from.ts';
import { interrupt } from '../support/interrupt.ts';
import { createLearner } from '../support/learner.ts';
import { mergeWithoutLooking } from '../support/merge-without-looking.ts';
import { createService, type Service } from '../support/service.ts';
import { createStaff } from '../support/staff.ts';

const activityId = 'hand-hygiene';
const claims = [{ creditType: 'ama-pra-category-1', amount: 100 }];
const emails = { from: 'old@clinic.example', into: 'new@hospital.example' };
type Account = keyof typeof emails;
const other = (account: Account): Account => (account === 'from' ? 'into' : 'from');

/**
 * One person with two accounts: the one has the credit of an activity, the other is about to claim it or to be attested it, and staff
 * are about to merge the two. @returns how to come to that point again
 */
async function playOpening(awarded: Account) {
  const service = createService({ printer: simulatedPrinter });
  await service.publish(content());
  const accounts = {
    from: await createLearner(service, { email: emails.from }),
    into: await createLearner(service, { email: emails.into }),
  };
  await accounts[awarded].complete();
  await accounts[other(awarded)].ready();
  const asha = await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' });
  const benno = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
  const reason = 'The same person; changed employer';
  const ids = {
    learnerId: (await accounts.from.ask('getMe')).body.learnerId,
    into: (await accounts.into.ask('getMe')).body.learnerId,
  };
  const merging = await asha.ask('askMerge', { body: { kind: 'merge', ...ids, reason } });
  const what = { activityId, participatedOn: '2026-03-08', claims, reason };
  const attesting = await asha.ask('askAward', { body: { ...what, learner: emails[other(awarded)] } });
  const rows: readonly Row[] = [...service.table.rows(), ...service.keyTable.rows()];

  const comeAgain = () => {
    const { service: again, browserOf } = goneOnFrom(rows);
    const late = browserOf(accounts[other(awarded)]);
    const approve = (changeId: string) => browserOf(benno).ask('approveChange', { params: { changeId } });
    return {
      service: again,
      deeds: {
        merge: () => approve(merging.body.change.changeId),
        claim: () => late.ask('claimCredit', { params: { activityId }, body: { claims } }),
        attest: () => approve(attesting.body.change.changeId),
      },
    };
  };
  return { ids, comeAgain };
}

const typesOf = (service: Service, learnerId: string): readonly string[] =>
  service
    .held<LedgerEntry>('ledgerEntry')
    .filter((entry) => entry.learnerId === learnerId)
    .map(({ type }) => type);
const parked = (service: Service) =>
  service.held<{ readonly status: string }>('work').filter(({ status }) => status === 'parked');

describe.each(['from', 'into'] as const)(
  'two accounts, while the one that goes %s the other has the credit',
  (awarded) => {
    let comeAgain: Awaited<ReturnType<typeof playOpening>>['comeAgain'];
    beforeAll(async () => {
      ({ comeAgain } = await playOpening(awarded));
    });

    it.each([
      ['merge', 'claim'],
      ['claim', 'merge'],
      ['merge', 'attest'],
      ['attest', 'merge'],
    ] as const)(
      'earn it once if they are merged, at whichever call their %s is interrupted by their %s',
      async (first, second) => {
        for (let calls = 0, isOver = false; !isOver; calls++) {
          const { service, deeds } = comeAgain();
          const { restore, happened } = interrupt(service.table, calls, deeds[second]);
          await deeds[first]();
          restore();
          const merged = service.held<LedgerEntry>('ledgerEntry').some(({ type }) => type === 'account.merged');
          expect(service.held<Award>('credit'), `after ${calls} calls`).toHaveLength(merged ? 1 : 2);
          // Whoever was told that it is claimed has it.
          expect(parked(service)).toEqual([]);
          isOver = !happened();
        }
      },
    );
  },
);

describe('awarding what was claimed', () => {
  it('is judged by the account as it stands in the write, whatever let the claim pass', async () => {
    const { ids, comeAgain } = await playOpening('from');
    for (let calls = 0, isOver = false; !isOver; calls++) {
      const { service, deeds } = comeAgain();
      service.workflows.mode = 'lost';
      await deeds.claim();
      const { restore, happened } = interrupt(service.table, calls, () => mergeWithoutLooking(service, ids));
      const work = { door: 'award', workId: `award-${ids.into}-${activityId}`, learnerId: ids.into, activityId };
      await service.runStep('award-credit', work).catch(() => undefined);
      restore();
      isOver = !happened();
      const told = typesOf(service, ids.into);
      const mergedAt = told.indexOf('account.merged');
      if (mergedAt >= 0) expect(told.slice(mergedAt), `after ${calls} calls`).not.toContain('credit.awarded');
    }
  });
});
