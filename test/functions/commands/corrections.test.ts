import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/domain/change.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createCertified } from '../../support/certified.ts';
import type { Learner } from '../../support/learner.ts';
import type { Service } from '../../support/service.ts';

let service: Service;
let learner: Learner;
let certificateId: string;
beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
});

/** Asks for a correction and has a second person approve it. */
async function correct(correction: object): Promise<Change> {
  const asked = { certificateId, kind: 'correct', reason: 'The list was wrong', by: 'Asha', correction };
  const proposed = await service.proposeChange(asked);
  if (proposed.outcome !== 'proposed') throw new Error(JSON.stringify(proposed));
  const decided = await service.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
  if (decided.outcome !== 'done') throw new Error(JSON.stringify(decided));
  return decided.change as Change;
}
const standing = async (id: string) => (await learner.ask('getCertificate', { params: { certificateId: id } })).body;

describe('what a correction leaves behind', () => {
  const entries = (type: string) =>
    service
      .held<{ type: string; data: Readonly<Record<string, unknown>> }>('ledgerEntry')
      .filter((entry) => entry.type === type);

  it('says in the ledger what credit stands since, and that no points follow where none did', async () => {
    const credits = [{ creditType: 'ama-pra-category-1', amount: 75 }];
    const { replacement } = await correct({ credits });
    const [entry] = entries('certificate.corrected');
    expect(entry?.data).toMatchObject({
      ...{ certificateId, replacedBy: replacement },
      credits: [{ creditType: 'ama-pra-category-1', amount: 75, basis: 'awarded' }],
    });
    expect(entry?.data).not.toHaveProperty('moc');
    expect(await standing(replacement ?? '')).not.toHaveProperty('moc');
  });

  it('certifies the same amount as another profession may have it', async () => {
    const { replacement = '' } = await correct({ profession: 'nurse' });
    const [before, after] = service.held<{
      certificateId: string;
      version: number;
      credits: { basis: string; amount: number }[];
    }>('snapshot');
    expect([before, after].map((one) => one?.credits.map(({ amount }) => amount))).toEqual([[100], [100]]);
    expect([before, after].map((one) => one?.credits.map(({ basis }) => basis))).toEqual([['awarded'], ['attendance']]);
    expect((await standing(replacement)).status).toBe('valid');
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('keeps the wording of credit and statements where only the name or the day was wrong', async () => {
    await correct({ name: 'Amélie Roth, MD' });
    const [before, after] = service.held<{ credits: object; statements: object }>('snapshot');
    expect({ credits: after?.credits, statements: after?.statements }).toEqual({
      credits: before?.credits,
      statements: before?.statements,
    });
  });

  it('says in the status list that the one before does not count any more', async () => {
    await correct({ name: 'Amélie Roth, MD' });
    expect(service.held('statusMark')).toMatchObject([{ certificateId, set: true }]);
  });
});
