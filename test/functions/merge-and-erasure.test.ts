import { beforeAll, describe, expect, it } from 'vitest';
import { type Erasure, isOpen } from '../../shared/domain/erasure.ts';
import { DAY, MINUTE } from '../../shared/domain/kinds.ts';
import type { Learner as Account } from '../../shared/domain/learner.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import type { Row } from '../../shared/ports.ts';
import { simulatedPrinter } from '../simulation/ports/simulated-printer.ts';
import { content } from '../support/activity.ts';
import { goneOnFrom } from '../support/gone-on-from.ts';
import { interrupt } from '../support/interrupt.ts';
import { createLearner } from '../support/learner.ts';
import { createService } from '../support/service.ts';
import { createStaff } from '../support/staff.ts';

const emails = { from: 'old@clinic.example', into: 'new@hospital.example' };
type Side = keyof typeof emails;

/**
 * One person with two accounts, which staff are about to merge and of which one is about to be erased. @returns how to come to that
 * point again
 */
async function playOpening() {
  const service = createService({ printer: simulatedPrinter });
  await service.publish(content());
  const accounts = {
    from: await createLearner(service, { email: emails.from }),
    into: await createLearner(service, { email: emails.into }),
  };
  const asha = await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' });
  const benno = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
  const ids = {
    from: (await accounts.from.ask('getMe')).body.learnerId,
    into: (await accounts.into.ask('getMe')).body.learnerId,
  };
  const reason = 'The same person; changed employer';
  const { change } = (
    await asha.ask('askMerge', { body: { kind: 'merge', learnerId: ids.from, into: ids.into, reason } })
  ).body;
  const rows: readonly Row[] = [...service.table.rows(), ...service.keyTable.rows()];

  const comeAgain = () => {
    const { service: again, browserOf } = goneOnFrom(rows);
    const account = (side: Side): Account | undefined =>
      again.held<Account>('learner').find(({ learnerId }) => learnerId === ids[side]);
    const erasure = (side: Side): Erasure | undefined =>
      again.held<Erasure>('erasure').find(({ learnerId }) => learnerId === ids[side]);
    const approve = (changeId: string) => browserOf(benno).ask('approveChange', { params: { changeId } });
    return {
      ...{ service: again, account, erasure },
      merge: () => approve(change.changeId),
      erase: (side: Side, by: Erasure['by']): Promise<unknown> =>
        by === 'staff'
          ? again.eraseLearner({ learner: emails[side], reason: 'Asked by letter', by: 'Asha Menon' })
          : browserOf(accounts[side]).ask('askErasure', { body: { confirmation: 'ERASE' } }),
      /** Asks for the merging to be undone. @returns what approves it */
      separation: async () => {
        const body = { kind: 'separate', learnerId: ids.from, into: ids.into, reason: 'Two people after all' } as const;
        const { changeId } = (await browserOf(asha).ask('askMerge', { body })).body.change;
        return () => again.decideChange({ changeId, approve: true, by: 'Benno Adler' });
      },
    };
  };
  return { comeAgain };
}
type Scene = ReturnType<Awaited<ReturnType<typeof playOpening>>['comeAgain']>;

let comeAgain: () => Scene;
beforeAll(async () => {
  ({ comeAgain } = await playOpening());
});

type Act = () => Promise<unknown>;

/** Has the one happen at each call of the other, in turn, and then the other at each call of the one. */
async function atEachCall(
  actsOf: (scene: Scene) => Promise<readonly [Act, Act]>,
  check: (scene: Scene, words: string) => void | Promise<void>,
): Promise<void> {
  for (const place of [0, 1] as const)
    for (let calls = 0, isOver = false; !isOver; calls++) {
      const scene = comeAgain();
      const acts = await actsOf(scene);
      const { restore, happened } = interrupt(scene.service.table, calls, acts[1 - place] as Act);
      await (acts[place] as Act)();
      restore();
      isOver = !happened();
      if (!isOver) await check(scene, `the ${place === 0 ? 'second' : 'first'} after ${calls} calls of the other`);
    }
}

/** Passes the days of grace, and the minutes that the account takes to close. */
async function carryOut({ service }: Scene): Promise<void> {
  service.pass(7 * DAY);
  await service.eraseLearners();
  service.pass(3 * MINUTE);
  await service.eraseLearners();
}

describe.each(['learner', 'staff'] as const)('an erasure that a %s asks for at the moment of a merging', (by) => {
  it('of the account that goes is asked for, or the accounts are merged: never both', async () => {
    await atEachCall(
      async ({ merge, erase }) => [merge, () => erase('from', by)],
      ({ account, erasure }, words) => {
        // Staff name an address, which by then may lead to the account that stays.
        const isOfBoth = by === 'staff' && isOpen(erasure('into'));
        const isMerged = account('from')?.mergedInto !== undefined;
        expect(isMerged, words).toBe(!isOpen(erasure('from')));
        if (isOfBoth) expect(isMerged, words).toBe(true);
      },
    );
  });

  it('of the account that stays is asked for before, and they are not merged; or after, and both are erased', async () => {
    const askedBefore = new WeakSet<Scene>();
    await atEachCall(
      async (scene) => [
        scene.merge,
        async () => {
          await scene.erase('into', by);
          if (scene.account('from')?.mergedInto === undefined) askedBefore.add(scene);
        },
      ],
      async (scene, words) => {
        const { account, erasure } = scene;
        expect(isOpen(erasure('into')), words).toBe(true);
        const isMerged = account('from')?.mergedInto !== undefined;
        expect(isMerged, words).toBe(!askedBefore.has(scene));
        await carryOut(scene);
        expect(account('into')?.erasedAt, words).toBeDefined();
        expect(account('from')?.erasedAt !== undefined, words).toBe(isMerged);
      },
    );
  });
});

describe.each(['is closed', 'is erased'] as const)('a merging that is undone as the account that stays %s', (at) => {
  it('keeps the other account, or comes too late and is refused', async () => {
    await atEachCall(
      async (scene) => {
        const { service, merge, separation, erase } = scene;
        await merge();
        const separate = await separation();
        await erase('into', 'staff');
        service.pass(7 * DAY);
        if (at === 'is erased') {
          await service.eraseLearners();
          service.pass(3 * MINUTE);
        }
        return [separate, service.eraseLearners];
      },
      async (scene, words) => {
        const isSeparated = scene.service
          .held<LedgerEntry>('ledgerEntry')
          .some(({ type }) => type === 'account.separated');
        await carryOut(scene);
        expect(scene.account('into')?.erasedAt, words).toBeDefined();
        expect(scene.account('from')?.erasedAt === undefined, words).toBe(isSeparated);
      },
    );
  });
});
