import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../shared/domain/kinds.ts';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import { auditAll } from '../../support/audit-all.ts';
import { type Answer, createBrowser } from '../../support/browser.ts';
import { createCertified } from '../../support/certified.ts';
import { createLearner, type Learner, nurse } from '../../support/learner.ts';
import type { Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

let service: Service;
let learner: Learner;
let certificateId: string;
beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
});

const turn = (on: boolean, id = certificateId, by: Pick<Learner, 'ask'> = learner) =>
  by.ask('setVerificationPage', { params: { certificateId: id }, body: { on } });
const seen = (name: 'verifyCertificate' | 'checkPdf', id: string) =>
  createBrowser(service).ask(name, { params: { certificateId: id } });
const offSince = async (id = certificateId) =>
  (await learner.ask('getCertificate', { params: { certificateId: id } })).body.pageOffSince;
const decisions = () =>
  service.held<LedgerEntry>('ledgerEntry').filter(({ type }) => type.startsWith('certificate.page-'));
/** What of an answer anybody can tell apart; each request has an id and a moment of its own. */
const told = ({ status, text, headers }: Pick<Answer<'verifyCertificate'>, 'status' | 'text' | 'headers'>) => ({
  status,
  text,
  headers: { ...headers, 'x-request-id': '' },
});

/** A correction, asked for by one person and approved by another; gives the certificate that stands then. */
async function corrected(id: string, name: string): Promise<string> {
  const by = { certificateId: id, reason: 'Misspelt', by: 'Asha' };
  const asked = await service.proposeChange({ kind: 'correct', correction: { name }, ...by });
  if (asked.outcome === 'refused') throw new Error(JSON.stringify(asked.reasons));
  const decided = await service.decideChange({ changeId: asked.change.changeId, approve: true, by: 'Benno' });
  if (decided.outcome !== 'done' || !('replacement' in decided.change)) throw new Error(JSON.stringify(decided));
  return decided.change.replacement ?? '';
}

describe('a verification page that its holder turned off', () => {
  it('answers as one of an unknown certificate does, to the letter, and so does the page that checks a PDF', async () => {
    const before = await Promise.all((['verifyCertificate', 'checkPdf'] as const).map((n) => seen(n, certificateId)));
    expect(before.map(({ status }) => status)).toEqual([200, 200]);
    expect((await turn(false)).body).toEqual({ on: false, offSince: '2026-03-09T04:30:00.000Z' });
    for (const name of ['verifyCertificate', 'checkPdf'] as const)
      expect(told(await seen(name, certificateId))).toEqual(told(await seen(name, 'unknown')));
    // In the groups and capitals in which somebody may type it off paper, too.
    expect((await seen('verifyCertificate', certificateId.toUpperCase())).status).toBe(404);

    service.pass(DAY);
    expect((await turn(true)).body).toEqual({ on: true });
    const after = await Promise.all((['verifyCertificate', 'checkPdf'] as const).map((n) => seen(n, certificateId)));
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  });

  it('takes no more to answer than one of an unknown certificate', async () => {
    await turn(false);
    const reads: string[] = [];
    const { query } = service.table;
    service.table.query = (asked) => {
      reads.push(asked.pk);
      return query(asked);
    };
    await seen('verifyCertificate', certificateId);
    const ofOff = reads.splice(0).length;
    expect(ofOff).toBeGreaterThan(0);
    await seen('verifyCertificate', 'unknown');
    expect(ofOff).toBe(reads.length);
  });

  it('leaves the certificate, its PDF and its credentials as they are for the holder', async () => {
    await turn(false);
    const params = { certificateId };
    expect((await learner.ask('getCertificate', { params })).body).toMatchObject({ status: 'valid' });
    expect((await learner.ask('downloadCertificate', { params })).status).toBe(303);
    expect((await learner.ask('getCredential', { params: { ...params, format: 'jwt' } })).status).toBe(200);
    expect(
      (await createBrowser(service).ask('getStatusList', { params: { purpose: 'revocation', list: '1' } })).status,
    ).toBe(200);
  });

  it('is linked from no transcript, which names the certificate all the same', async () => {
    const { url } = (await learner.ask('shareTranscript', { body: { expiresInDays: 7 } })).body;
    const shared = async () =>
      (await createBrowser(service).ask('getSharedTranscript', { params: { token: url.split('/').at(-1) ?? '' } }))
        .text;
    const csv = async () => (await learner.ask('getTranscriptCsv')).text;
    expect(await shared()).toContain(`/v/${certificateId}`);
    expect(await csv()).toContain(`/v/${certificateId}`);
    await turn(false);
    const [line] = (await learner.ask('getTranscript')).body.lines;
    expect(line).toMatchObject({ certificateId, standing: 'valid' });
    expect(line).not.toHaveProperty('verifyUrl');
    for (const text of [await shared(), await csv()]) {
      expect(text).toContain(line?.number);
      expect(text).not.toContain('/v/');
    }
    expect((await learner.ask('getTranscriptPdf')).status).toBe(200);
  });
});

describe('the decision about a verification page', () => {
  it('is kept once, however often it is sent, and every decision stays on record', async () => {
    await Promise.all([turn(false), turn(false), turn(false)]);
    service.pass(MINUTE);
    expect((await turn(false)).body).toEqual({ on: false, offSince: '2026-03-09T04:30:00.000Z' });
    expect(decisions().map(({ type }) => type)).toEqual(['certificate.page-off']);
    await turn(true);
    await turn(true);
    expect(decisions().map(({ type, data }) => [type, data])).toEqual([
      ['certificate.page-off', { certificateId, versions: [certificateId] }],
      ['certificate.page-on', { certificateId, versions: [certificateId] }],
    ]);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('is in the learner’s own data, and staff read of it beside the learner and beside the certificate', async () => {
    await turn(false);
    const data = JSON.parse((await learner.ask('exportData')).text);
    expect(JSON.stringify(data)).toContain('"pageOffSince":"2026-03-09T04:30:00.000Z"');
    const office = await createStaff(service, 'coordinator');
    const { learnerId } = (await learner.ask('getMe')).body;
    const { timeline } = (await office.ask('getLearner', { params: { learnerId } })).body;
    expect(timeline).toContainEqual(
      expect.objectContaining({ text: 'The learner turned the verification page off.', certificateId }),
    );
    const asked = await office.ask('getCertificateToChange', { params: { certificateId } });
    expect(asked.body.pageOffSince).toBe('2026-03-09T04:30:00.000Z');
  });

  it('is the holder’s alone: to anybody else there is no such certificate', async () => {
    const other = await createLearner(service, { email: 'other@example.org', profile: nurse });
    expect((await turn(false, certificateId, other)).status).toBe(404);
    expect((await seen('verifyCertificate', certificateId)).status).toBe(200);
  });

  it('is taken so many times an hour, since each stays in the ledger for good', async () => {
    for (let times = 0; times < 10; times++) for (const on of [false, true]) expect((await turn(on)).status).toBe(200);
    expect((await turn(false)).status).toBe(429);
    service.pass(HOUR);
    expect((await turn(false)).status).toBe(200);
  });
});

describe('the verification page of a certificate that was corrected', () => {
  it('stays off: no correction opens what its holder turned off', async () => {
    await turn(false);
    const next = await corrected(certificateId, 'Amélie Roth, MD');
    expect(await offSince(next)).toBe(await offSince());
    for (const id of [certificateId, next])
      expect(told(await seen('verifyCertificate', id))).toEqual(told(await seen('verifyCertificate', 'unknown')));
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('is turned off and on with those of all its versions, whichever is at hand', async () => {
    const second = await corrected(certificateId, 'Amélie Roth, MD');
    const third = await corrected(second, 'Amélie Roth-Vega, MD');
    const all = [certificateId, second, third];
    for (const [on, at] of [
      [false, third],
      [true, certificateId],
      [false, second],
    ] as const) {
      await turn(on, at);
      for (const id of all) expect((await seen('verifyCertificate', id)).status, `${on} at ${at}`).toBe(on ? 200 : 404);
      expect((await auditAll(service)).findings).toEqual([]);
    }
  });

  it('is decided in some order with a correction that comes at the same moment', async () => {
    const [next] = await Promise.all([corrected(certificateId, 'Amélie Roth, MD'), turn(false)]);
    for (const id of [certificateId, next]) expect((await seen('verifyCertificate', id)).status).toBe(404);
    expect((await auditAll(service)).findings).toEqual([]);
  });
});

describe('the verification page of an account that is no more by itself', () => {
  it('is decided by whoever has the account that it was merged into', async () => {
    const present = await createLearner(service, { email: 'new@hospital.example', activityId: 'none' });
    const idOf = async (of: Pick<Learner, 'ask'>) => (await of.ask('getMe')).body.learnerId;
    const [from, into] = [await idOf(learner), await idOf(present)];
    const [asha, benno] = [
      await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' }),
      await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' }),
    ];
    const body = { kind: 'merge', learnerId: from, into, reason: 'The same person' } as const;
    const { change } = (await asha.ask('askMerge', { body })).body;
    await benno.ask('approveChange', { params: { changeId: change.changeId } });
    expect((await turn(false, certificateId, present)).status).toBe(200);
    expect((await seen('verifyCertificate', certificateId)).status).toBe(404);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('stays as its holder left it when the account is erased', async () => {
    await turn(false);
    await learner.ask('askErasure', { body: { confirmation: 'ERASE' } });
    service.pass(7 * DAY);
    await service.eraseLearners();
    service.pass(3 * MINUTE);
    await service.eraseLearners();
    expect((await seen('verifyCertificate', certificateId)).status).toBe(404);
    expect((await auditAll(service)).findings).toEqual([]);
  });
});
