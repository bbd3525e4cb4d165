import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { content } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner, nurse } from '../../support/learner.ts';
import { mergeWithoutLooking } from '../../support/merge-without-looking.ts';
import { createService, type Service } from '../../support/service.ts';
import { tamper } from '../../support/tampering.ts';

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
});

const proven = ['credit', 'ledgerEntry', 'snapshot', 'certificate', 'change'];
const provenRows = (from: Service) => from.table.rows().filter(({ kind }) => proven.includes(String(kind)));

/** A certificate of the store whose name two people corrected. */
async function corrected(from: Service, certificateId: string): Promise<void> {
  const correction = { name: 'Amélie Nguyen-Roth, MD, FACP' };
  const asked = { kind: 'correct', certificateId, reason: 'Misspelt at registration', by: 'Asha', correction };
  const proposed = await from.proposeChange(asked);
  if (proposed.outcome !== 'proposed') throw new Error(JSON.stringify(proposed));
  await from.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
}

describe('the audit of the whole store', () => {
  it('finds that everything agrees, whoever is in the middle of a journey', async () => {
    const amelie = await createLearner(service);
    await amelie.complete();
    const lukasz = await createLearner(service, { email: 'lukasz@example.org', profile: nurse });
    await lukasz.pass();
    await createLearner(service, { email: 'idle@example.org' });
    const counts = { learners: 2, entries: 6, awards: 1, certificates: 1, changes: 0 };
    expect(await auditAll(service)).toEqual({ ...counts, findings: [] });
  });

  it('goes on page by page, and misses nobody', async () => {
    for (let n = 0; n < 40; n++) await (await createLearner(service, { email: `learner-${n}@example.org` })).pass();
    expect(await auditAll(service)).toMatchObject({ learners: 40, entries: 40, findings: [] });
  });

  it('names the first broken entry of a ledger, and not those after it', async () => {
    await (await createLearner(service)).complete();
    const rows = service.table.rows().filter(({ kind }) => kind === 'ledgerEntry');
    const [, second] = rows;
    if (!second) throw new Error('The ledger is too short');
    service.table.lose(second);
    const { findings } = await auditAll(service);
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
    const said = async () =>
      (await auditAll(service)).findings.map(({ where, wrong }) => `${where} ${wrong}`).join('; ');
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

  it('names a row that lacks what it is found by, and goes on', async () => {
    const certificateId = await (await createLearner(service)).complete();
    await corrected(service, certificateId);
    const lacking = async (kind: string, name: string) => {
      const row = service.table.rows().findLast((candidate) => candidate.kind === kind);
      if (!row) throw new Error(`There is no ${kind}`);
      const { [name]: _, ...rest } = row.data as Record<string, never>;
      await service.table.write([{ kind: 'put', row: { ...row, data: rest }, expect: row.rev }]);
      const found = (await auditAll(service)).findings;
      await service.table.write([{ kind: 'put', row, expect: row.rev }]);
      return found.map(({ wrong }) => wrong);
    };
    expect(await lacking('ledgerHead', 'learnerId')).toEqual(['ends with a link that says it is another’s']);
    expect(await lacking('credit', 'certificateId')).toContain('is not in the ledger');
    expect(await lacking('certificate', 'version')).toContain('is missing, but the ledger has it');
    expect(await lacking('certificate', 'replaces')).toEqual(['says otherwise than the ledger what it replaced']);
  });

  it('names credit that one person earned by two accounts, once, however often accounts were merged', async () => {
    const idOf = async (name: string): Promise<string> => {
      const learner = await createLearner(service, { email: `${name}@clinic.example` });
      if (!name.startsWith('idle')) await learner.complete();
      return (await learner.ask('getMe')).body.learnerId;
    };
    const [first, second, idle] = [await idOf('first'), await idOf('second'), await idOf('idle')];
    const findings = async () =>
      (await auditAll(service)).findings.filter(({ wrong }) => !wrong.includes('is missing')).map(({ where }) => where);
    await mergeWithoutLooking(service, { learnerId: first, into: idle });
    expect(await findings()).toEqual([]);
    await mergeWithoutLooking(service, { learnerId: idle, into: second });
    const twice = [`The awards of the learners ${second} and ${first} for hand-hygiene`];
    expect(await findings()).toEqual(twice);
    await mergeWithoutLooking(service, { learnerId: second, into: await idOf('idle-too') });
    expect(await findings()).toEqual(twice);
  });

  it('finds every alteration of an award, a certificate or a ledger, wherever it is made', async () => {
    await corrected(service, await (await createLearner(service)).complete());
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.tuple(chance, chance, chance), async (chances) => {
        const { row, path } = await tamper(service.table, provenRows(service), chances);
        const { findings } = await auditAll(service);
        const now = await service.table.get(row);
        await service.table.write([{ kind: 'put', row, expect: now?.rev ?? 'absent' }]);
        // Which work issues a certificate is no record of credit.
        if (path !== 'workId') expect(findings, `${row.pk} ${row.sk} ${path}`).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect((await auditAll(service)).findings).toEqual([]);
  });
});
