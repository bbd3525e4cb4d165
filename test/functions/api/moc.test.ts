import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityVersion } from '../../../shared/domain/activity.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import { boards } from '../../../shared/domain/moc-boards.ts';
import type { Award } from '../../../shared/domain/wallet.ts';
import { content } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner, type Learner, nurse } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

const ama = 'ama-pra-category-1';
const moc: ActivityVersion['moc'] = [
  {
    ...{ board: 'ABIM', boardName: boards.ABIM.name, creditType: ama },
    ...{ rule: { kind: 'equal-to-claimed' }, maximum: 125, step: 25 },
  },
  {
    ...{ board: 'ABP', boardName: boards.ABP.name, creditType: ama },
    ...{ rule: { kind: 'equal-to-claimed' }, maximum: 100, step: 100 },
  },
];
/** Stands in the wish alone: what holds it has leaked who somebody is to a board. */
const BOARD_ID = 'CANARY-77';
const wish = { board: 'ABIM', boardId: BOARD_ID, birthMonthDay: '03-09', permission: true, wording: 1 };

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content({ moc }));
  learner = await createLearner(service);
});
const claim = (amount: number, ...wishes: readonly object[]) =>
  learner.ask('claimCredit', {
    params: learner.params,
    body: { claims: [{ creditType: ama, amount }], moc: wishes },
  });

describe('claiming points for maintenance of certification', () => {
  it('is offered to a physician once a post-test is passed', async () => {
    expect((await learner.activity()).moc).toBeUndefined();
    await learner.pass();
    expect((await learner.activity()).moc).toMatchObject([
      { board: 'ABIM', creditName: 'AMA PRA Category 1 Credits™', maximum: 125 },
      { board: 'ABP' },
    ]);
    await learner.ask('putMe', { body: nurse });
    expect((await learner.activity()).moc).toEqual([]);
  });

  it('earns them beside the credit, on the certificate and in the wallet, each for itself', async () => {
    await learner.ready();
    expect((await claim(150, wish, { ...wish, board: 'ABP' })).status).toBe(200);
    const wallet = (await learner.ask('getWallet')).body;
    expect(wallet.totals).toMatchObject([{ creditType: ama, amount: 150 }]);
    expect(wallet.moc).toEqual([
      { board: 'ABIM', boardName: boards.ABIM.name, year: 2026, points: 125 },
      { board: 'ABP', boardName: boards.ABP.name, year: 2026, points: 100 },
    ]);
    const params = { certificateId: wallet.credits[0]?.certificateId ?? '' };
    const { body } = await learner.ask('getCertificate', { params });
    expect(body.moc).toMatchObject([{ points: 125 }, { points: 100 }]);
    expect(body.sheet).toContain('and qualifies for 1.25 ABIM MOC points');
    expect(body.sheet).toContain('and qualifies for 1 ABP MOC point');
    const [award] = service.held<Award>('credit');
    const [day = ''] = [award?.credits[0]?.awardedOn];
    expect(award?.moc?.[0]).toMatchObject({ board: 'ABIM', points: 125 });
    expect(Date.parse(award?.moc?.[0]?.reportBy ?? '') - Date.parse(day)).toBe(30 * 86_400_000);
  });

  it('earns none for whoever does not ask', async () => {
    await learner.ready();
    expect((await claim(150)).status).toBe(200);
    expect((await learner.ask('getWallet')).body.moc).toEqual([]);
    expect(service.held<Award>('credit')[0]).not.toHaveProperty('moc');
    expect(service.held<CertificateSnapshot>('snapshot')[0]).not.toHaveProperty('moc');
  });

  it('is refused without permission, with every reason of claim and wish, and nothing is claimed', async () => {
    await learner.ready();
    const refused = await claim(151, { ...wish, permission: false, boardId: '' });
    expect(refused.status).toBe(422);
    expect(refused).toBeRefusedFor(
      ...['amount-off-step', 'amount-above-maximum', 'moc-permission-required', 'board-id-unreadable'],
    );
    expect((await learner.ask('getWallet')).body.credits).toEqual([]);
    expect((await claim(150, wish)).status).toBe(200);
  });

  it('is for those who passed a post-test, and not for mere participation', async () => {
    const { attemptId } = (await learner.start('verification')).body;
    await learner.submit(attemptId, { v1: ['a'] });
    await learner.evaluate();
    expect((await learner.activity()).moc).toEqual([]);
    expect(await claim(150, wish)).toBeRefusedFor('moc-not-offered');
  });

  it('gives the permission that the privacy page shows and takes back, once, on the words that were read', async () => {
    await learner.ready();
    expect(await claim(150, { ...wish, wording: 99 })).toBeRefusedFor('wording-changed');
    expect((await claim(150, wish)).status).toBe(200);
    const given = async () =>
      (await learner.ask('getPrivacy')).body.consents.find(({ purpose }) => purpose === 'board-reporting')?.given;
    expect(await given()).toBe(true);
    await learner.ask('setConsent', { params: { purpose: 'board-reporting' }, body: { given: false, wording: 1 } });
    expect(await given()).toBe(false);
    expect(service.held('consent')).toHaveLength(2);
  });

  it('leaves a permission that stands as it is', async () => {
    await learner.ask('setConsent', { params: { purpose: 'board-reporting' }, body: { given: true, wording: 1 } });
    await learner.ready();
    expect((await claim(150, wish)).status).toBe(200);
    expect(service.held('consent')).toHaveLength(1);
  });

  it('is the same claim when it is repeated, and another with another wish', async () => {
    await learner.ready();
    expect((await claim(150, wish)).status).toBe(200);
    expect((await claim(150, wish)).status).toBe(200);
    expect(await claim(150)).toBeRefusedFor('already-claimed');
    expect(await claim(150, { ...wish, boardId: '999999' })).toBeRefusedFor('already-claimed');
    expect(service.held('credit')).toHaveLength(1);
  });

  it('keeps who somebody is to a board out of ledger, award, certificate, answers and logs', async () => {
    await learner.ready();
    const answer = await claim(150, wish);
    expect(answer.text).not.toContain(BOARD_ID);
    for (const kind of ['ledgerEntry', 'audit', 'credit', 'snapshot', 'certificate', 'work', 'mail'] as const)
      expect(JSON.stringify(service.held(kind)), kind).not.toContain(BOARD_ID);
    expect(JSON.stringify(service.held('participation'))).not.toContain(BOARD_ID);
    expect(JSON.stringify(service.held('boardIdentity'))).toContain(BOARD_ID);
    expect((await learner.ask('exportData')).text).toContain(BOARD_ID);
    expect(JSON.stringify(service.logged)).not.toContain(BOARD_ID);
    const claimed = service.held<LedgerEntry>('ledgerEntry').filter(({ type }) => type.startsWith('credit.'));
    expect(claimed.map(({ data }) => (data as { moc?: unknown }).moc)).toEqual([
      ['ABIM'],
      [{ board: 'ABIM', points: 125 }],
    ]);
  });
});

describe('points of credit that is corrected, suspended or revoked', () => {
  const asked = { reason: 'The attendance list was wrong', by: 'Asha' };
  const propose = async (change: object) => {
    const [{ certificateId = '' } = {}] = (await learner.ask('getWallet')).body.credits;
    const proposed = await service.proposeChange({ certificateId, ...asked, ...change });
    if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed.reasons));
    if (proposed.outcome === 'proposed')
      await service.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
  };
  const points = async () => (await learner.ask('getWallet')).body.moc.map((one) => `${one.board} ${one.points}`);

  beforeEach(async () => {
    await learner.ready();
    await claim(150, wish, { ...wish, board: 'ABP' });
  });

  it('follow the corrected amount, by the rule of each board', async () => {
    expect(await points()).toEqual(['ABIM 125', 'ABP 100']);
    await propose({ kind: 'correct', correction: { credits: [{ creditType: ama, amount: 75 }] } });
    expect(await points()).toEqual(['ABIM 75']);
    const corrected = service
      .held<{ type: string; data: object }>('ledgerEntry')
      .filter(({ type }) => type === 'certificate.corrected');
    expect(corrected.map(({ data }) => data)).toMatchObject([{ moc: [{ board: 'ABIM', points: 75 }] }]);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('are not those of another profession', async () => {
    const credits = [{ creditType: 'ancc-contact-hour', amount: 100 }];
    await propose({ kind: 'correct', correction: { profession: 'nurse', credits } });
    expect(await points()).toEqual([]);
  });

  it('do not count while it is suspended, and never once it is revoked', async () => {
    await propose({ kind: 'suspend' });
    expect(await points()).toEqual([]);
    await propose({ kind: 'restore' });
    expect(await points()).toEqual(['ABIM 125', 'ABP 100']);
    await propose({ kind: 'revoke' });
    expect(await points()).toEqual([]);
  });
});
