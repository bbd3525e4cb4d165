import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Audited } from '../../../functions/commands/audit-ledger.ts';
import { content } from '../../support/activity.ts';
import { createLearner, nurse } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';
import { tamper } from '../../support/tampering.ts';

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
});

/** Audits the whole store, as the command does. */
async function audit(audited = service): Promise<Omit<Audited, 'next'>> {
  const sum = { learners: 0, entries: 0, awards: 0, certificates: 0, findings: [] as Audited['findings'] };
  for (let place: Audited['next'] = { shard: 0 }; place; ) {
    const page: Audited = await audited.auditLedger(place);
    sum.learners += page.learners;
    sum.entries += page.entries;
    sum.awards += page.awards;
    sum.certificates += page.certificates;
    sum.findings = [...sum.findings, ...page.findings];
    place = page.next;
  }
  return sum;
}

const proven = ['credit', 'ledgerEntry', 'snapshot', 'certificate'];
const provenRows = (from: Service) => from.table.rows().filter(({ kind }) => proven.includes(String(kind)));

describe('the audit of the whole store', () => {
  it('finds that everything agrees, whoever is in the middle of a journey', async () => {
    const amelie = await createLearner(service);
    await amelie.complete();
    const lukasz = await createLearner(service, { email: 'lukasz@example.org', profile: nurse });
    await lukasz.pass();
    await createLearner(service, { email: 'idle@example.org' });
    expect(await audit()).toEqual({ learners: 2, entries: 6, awards: 1, certificates: 1, findings: [] });
  });

  it('goes on page by page, and misses nobody', async () => {
    for (let n = 0; n < 40; n++) await (await createLearner(service, { email: `learner-${n}@example.org` })).pass();
    expect(await audit()).toMatchObject({ learners: 40, entries: 40, findings: [] });
  });

  it('names the first broken entry of a ledger, and not those after it', async () => {
    await (await createLearner(service)).complete();
    const rows = service.table.rows().filter(({ kind }) => kind === 'ledgerEntry');
    const [, second] = rows;
    if (!second) throw new Error('The ledger is too short');
    service.table.lose(second);
    const { findings } = await audit();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.where).toMatch(/^The ledger of learner \w+, entry 2,$/);
  });

  it('names what was altered in an award, a certificate, and the last entry that was taken away', async () => {
    await (await createLearner(service)).complete();
    const row = (kind: string) => {
      const found = service.table.rows().findLast((candidate) => candidate.kind === kind);
      if (!found) throw new Error(`There is no ${kind}`);
      return found;
    };
    const said = async () => (await audit()).findings.map(({ where, wrong }) => `${where} ${wrong}`).join('; ');
    const change = async (kind: string, data: object) => {
      const before = row(kind);
      const next = { ...(before.data as object), ...data };
      await service.table.write([{ kind: 'put', row: { ...before, data: next as never }, expect: before.rev }]);
      return () => service.table.write([{ kind: 'put', row: before, expect: before.rev }]);
    };
    let undo = await change('credit', { credits: [] });
    expect(await said()).toMatch(/The award of learner \w+ for hand-hygiene says no credit; the ledger says ama-pra/);
    await undo();
    undo = await change('snapshot', { name: 'Somebody Else' });
    expect(await said()).toMatch(/^The certificate \w+ says something else than when it was issued$/);
    await undo();
    undo = await change('certificate', { status: 'revoked' });
    expect(await said()).toMatch(/is revoked; by the ledger it is valid/);
    await undo();
    expect(await said()).toBe('');
    service.table.lose(row('ledgerEntry'));
    expect(await said()).toMatch(/entry 5, is where the ledger should end, but it ends with entry 4/);
  });

  it('finds every alteration of an award, a certificate or a ledger, wherever it is made', async () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.tuple(chance, chance, chance), async (chances) => {
        const fresh = createService();
        await fresh.publish(content());
        await (await createLearner(fresh)).complete();
        const { row, path } = await tamper(fresh.table, provenRows(fresh), chances);
        expect((await audit(fresh)).findings, `${row.pk} ${row.sk} ${path}`).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
