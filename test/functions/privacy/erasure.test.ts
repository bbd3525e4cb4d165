import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Erasure } from '../../../shared/domain/erasure.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/domain/kinds.ts';
import { content, wrong } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createBrowser } from '../../support/browser.ts';
import { interrupt } from '../../support/interrupt.ts';
import { createLearner, type Learner, signIn } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { unsealed } from '../../support/unsealed.ts';

const email = 'canary-of-address@example.org';
const profile = { givenName: 'Canarygiven', familyName: 'Canaryfamily', profession: 'physician' };

let service: Service;
let learner: Learner;
let certificateId: string;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  await service.publish(content({ activityId: 'second', title: 'Second' }));
  learner = await createLearner(service, { email, profile });
  certificateId = await learner.complete();
});

const ask = (confirmation = 'ERASE') => learner.ask('askErasure', { body: { confirmation } });
/** The days of grace, and the minutes that the account takes to close. */
async function carriedOut(): Promise<void> {
  service.pass(7 * DAY);
  await service.eraseLearners();
  service.pass(3 * MINUTE);
  await service.eraseLearners();
}
const erasure = (): Erasure | undefined => service.held<Erasure>('erasure')[0];
const everything = (): string => JSON.stringify([service.table.rows(), service.keyTable.rows()]);
/** What of the learner is left where staff find them, once the database has forgotten what it was told to. */
function inDirectory(): readonly string[] {
  service.forgetExpired();
  return service.keyTable
    .rows()
    .filter(({ kind }) => kind !== 'dataKey')
    .map(({ pk, sk }) => `${pk} ${sk}`);
}
const started = async () =>
  (await learner.ask('startAttempt', { params: { activityId: 'second' }, body: { assessmentId: 'post-test' } })).body;

describe('asking for the erasure of an account', () => {
  it('takes a typed word and a fresh sign-in, and tells the learner by mail', async () => {
    expect(await ask('yes')).toBeRefusedFor('not-confirmed');
    service.pass(16 * MINUTE);
    expect(await ask()).toBeRefusedFor('sign-in-again');
    learner = { ...learner, ...(await signIn(service, email)) };
    expect((await ask(' erase ')).body).toMatchObject({ status: 'asked', dueAt: '2026-03-16T04:46:00.000Z' });
    expect((await learner.ask('getPrivacy')).body.erasure.status).toBe('asked');
    await service.sweep();
    const mail = service.inbox.delivered.at(-1);
    expect(mail).toMatchObject({ to: email, subject: 'Your account will be erased on 16 March 2026' });
    expect(mail?.text).toContain('Keep my account:\nhttps://credit.example.org/privacy\n');
  });

  it('twice asks once', async () => {
    const first = (await ask()).body;
    service.pass(MINUTE);
    expect((await ask()).body).toEqual(first);
    expect(service.held<{ kind: string }>('mail').filter(({ kind }) => kind === 'erasure.asked')).toHaveLength(1);
  });

  it('can be taken back within seven days, and then nothing is erased', async () => {
    await ask();
    service.pass(6 * DAY);
    expect((await learner.ask('withdrawErasure')).body).toEqual({ status: 'none' });
    expect((await learner.ask('withdrawErasure')).body).toEqual({ status: 'none' });
    await carriedOut();
    expect((await learner.ask('getMe')).body.familyName).toBe('Canaryfamily');
    await service.sweep();
    expect(service.inbox.delivered.filter(({ subject }) => subject.includes('erased'))).toEqual([]);
  });

  it('is answered by whether somebody is signed in, at whichever of its calls their session is ended elsewhere', async () => {
    for (let calls = 0, isOver = false; !isOver; calls++) {
      service.pass(HOUR);
      const elsewhere = await signIn(service, email);
      learner = { ...learner, ...(await signIn(service, email)) };
      const end = () => elsewhere.ask('endSessions', { body: { others: true } });
      const { restore, happened } = interrupt(service.table, calls, end);
      const { status } = await ask();
      restore();
      expect([200, 401], `after ${calls} calls`).toContain(status);
      isOver = !happened();
      await elsewhere.ask('withdrawErasure');
    }
  });

  it('changes nothing before its days of grace are over', async () => {
    await ask();
    service.pass(7 * DAY - 1_000);
    expect(await service.eraseLearners()).toEqual({ closed: 0, done: 0, waiting: 0 });
    expect((await learner.ask('getMe')).status).toBe(200);
  });
});

describe('an erased account', () => {
  it('leaves neither address, profile, answers nor results anywhere, but the certificate as it was printed', async () => {
    const { attemptId } = await started();
    await learner.ask('saveAnswers', { params: { attemptId }, body: { answers: { q1: ['c'] } } });
    await ask();
    await carriedOut();
    expect(erasure()?.status).toBe('done');

    const rows = service.table.rows();
    // The list of credits shows the name that the certificate prints.
    const core = rows.filter(({ kind }) => kind === 'snapshot' || kind === 'credit');
    expect(JSON.stringify(core)).toContain('Canarygiven Canaryfamily');
    // Codes and replies are sealed by secrets that the table has not, and forgotten within a day.
    const rest = rows.filter(({ kind }) => !['snapshot', 'credit', 'challenge', 'reply'].includes(String(kind)));
    for (const personal of ['canary-of-address', 'Canary', '"sealed":', '"feedback":[', '"grade":{'])
      expect(JSON.stringify(rest), personal).not.toContain(personal);
    expect(JSON.stringify(rows.filter((row) => !core.includes(row)))).not.toMatch(/canary-of-address|Canary/);
    expect(service.keyTable.rows().filter(({ data }) => /canary/i.test(JSON.stringify(data)))).toEqual([]);
    expect(inDirectory()).toEqual([]);
    expect(service.held<{ answers: object }>('attempt').map(({ answers }) => answers)).toEqual([{}, {}]);
    expect([...service.documents.kept.keys()].filter((key) => !key.startsWith('certificates/'))).toEqual([]);
  });

  it('is unreadable in every backup, too: a copy of the table of before does not open by the keys of after', async () => {
    const backup = service.table.rows();
    const before = service.keyTable.rows();
    expect(JSON.stringify(unsealed(backup, before))).toContain(email);
    await ask();
    await carriedOut();
    expect(JSON.stringify(service.keyTable.rows())).not.toContain('"key":');
    const opened = JSON.stringify(
      unsealed(backup, service.keyTable.rows()).filter(({ kind }) => kind !== 'snapshot' && kind !== 'credit'),
    );
    for (const personal of [email, 'Canary', '"grade":{']) expect(opened).not.toContain(personal);
  });

  it('keeps its certificate verifiable, and the ledgers agree', async () => {
    await ask();
    await carriedOut();
    const page = await createBrowser(service).ask('verifyCertificate', { params: { certificateId } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Canarygiven Canaryfamily');
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('is closed in every browser, and its links show nothing any more', async () => {
    const elsewhere = await signIn(service, email);
    await ask();
    service.pass(7 * DAY);
    await service.eraseLearners();
    expect((await learner.ask('getMe')).status).toBe(401);
    expect((await elsewhere.ask('getMe')).status).toBe(401);
  });

  it('lets the same address begin anew with nothing', async () => {
    await ask();
    await carriedOut();
    const anew = await signIn(service, email);
    expect((await anew.ask('getMe')).body).toMatchObject({ email });
    expect((await anew.ask('getMe')).body.familyName).toBeUndefined();
    expect((await anew.ask('getWallet')).body.credits).toEqual([]);
    expect((await anew.ask('getCertificate', { params: { certificateId } })).status).toBe(404);
  });

  it('is erased once, however often it is looked at', async () => {
    await ask();
    await carriedOut();
    const after = everything();
    service.pass(DAY);
    expect(await service.eraseLearners()).toEqual({ closed: 0, done: 0, waiting: 0 });
    expect(everything()).toBe(after);
    expect(service.held<{ type: string }>('audit').filter(({ type }) => type === 'learner.erased')).toHaveLength(1);
  });

  it('gets no mail when its certificate is changed later, and nothing waits for it', async () => {
    await ask();
    await carriedOut();
    const sent = service.inbox.delivered.length;
    await service.proposeChange({
      kind: 'suspend',
      certificateId,
      reason: 'A question of the board',
      by: 'Asha Menon',
    });
    await service.sweep();
    expect(service.inbox.delivered).toHaveLength(sent);
    expect(service.held<{ messageKey: string; status: string }>('mail').at(-1)?.status).toBe('withdrawn');
  });
});

describe('an erasure while credit is being awarded', () => {
  it('waits until the certificate is issued, with the name that the profile has', async () => {
    await learner.ask('submitAttempt', {
      params: { attemptId: (await started()).attemptId },
      body: { answers: { q1: ['a'], q2: ['a', 'c'], q3: ['b'], q4: ['b'] } },
    });
    await learner.ask('submitEvaluation', {
      params: { activityId: 'second' },
      body: { answers: { e1: ['b'], e2: ['b'] } },
    });
    await ask();
    service.pass(7 * DAY - MINUTE);
    service.workflows.mode = 'lost';
    await learner.ask('claimCredit', {
      params: { activityId: 'second' },
      body: { claims: [{ creditType: 'ama-pra-category-1', amount: 100 }] },
    });
    service.pass(MINUTE);
    expect(await service.eraseLearners()).toEqual({ closed: 0, done: 0, waiting: 1 });
    expect(erasure()?.waitsFor).toBe('second is claimed');

    service.workflows.mode = 'prompt';
    await service.sweep();
    service.pass(DAY);
    await service.eraseLearners();
    service.pass(DAY);
    expect((await service.eraseLearners()).done).toBe(1);
    expect(service.held<{ name: string }>('snapshot').map(({ name }) => name)).toEqual(
      Array.from({ length: 2 }, () => 'Canarygiven Canaryfamily'),
    );
  });

  it('does not wait for what was only begun: a failed attempt goes', async () => {
    await learner.ask('submitAttempt', {
      params: { attemptId: (await started()).attemptId },
      body: { answers: wrong },
    });
    await ask();
    await carriedOut();
    expect(erasure()?.status).toBe('done');
    expect(everything()).not.toContain('"title":"Second","startedAt"');
  });
});

describe('a crash while an account is being erased', () => {
  it('at any of its writes leaves what the next run ends', async () => {
    await ask();
    service.pass(7 * DAY);
    await service.eraseLearners();
    service.pass(3 * MINUTE);
    const { write } = service.table;
    for (let crashAt = 1; erasure()?.status !== 'done'; crashAt++) {
      let writes = 0;
      service.table.write = async (all) => {
        if (++writes === crashAt) throw new Error('Killed');
        return write(all);
      };
      await service.eraseLearners();
      expect(crashAt).toBeLessThan(30);
    }
    service.table.write = write;
    expect(
      JSON.stringify(service.table.rows().filter(({ kind }) => kind !== 'snapshot' && kind !== 'credit')),
    ).not.toContain('Canary');
    expect(JSON.stringify(service.keyTable.rows())).not.toContain('"key":');
    expect(inDirectory()).toEqual([]);
  });
});

describe('what staff do for a learner', () => {
  it('asks for an erasure, with a reason and a name, which the learner can object to', async () => {
    const asked = await service.eraseLearner({ learner: email, reason: 'Asked by letter', by: 'Asha Menon' });
    expect(asked).toMatchObject({ outcome: 'asked', dueAt: '2026-03-16T04:30:00.000Z' });
    expect((await learner.ask('getPrivacy')).body.erasure).toMatchObject({ status: 'asked', by: 'staff' });
    await carriedOut();
    expect(everything()).not.toContain('Asked by letter');
    expect(await service.eraseLearner({ learner: email, reason: 'Again', by: 'Asha Menon' })).toEqual({
      outcome: 'unknown',
    });
    const trail = service
      .held<{ type: string; by: string }>('audit')
      .filter(({ type }) => /^erasure|^learner/.test(type));
    expect(trail.map(({ type, by }) => `${type} by ${by}`)).toEqual([
      'erasure.asked by Asha Menon',
      'learner.erased by system',
    ]);
  });

  it('hands out what the learner’s own download holds, and says so in the audit trail', async () => {
    const answer = await service.exportLearner({ learner: email, by: 'Asha Menon' });
    if (answer.outcome !== 'exported') throw new Error(answer.outcome);
    const text = gunzipSync(Buffer.from(answer.gzip, 'base64')).toString();
    expect(text).toContain(certificateId);
    expect(await service.exportLearner({ learner: 'nobody@example.org', by: 'Asha Menon' })).toEqual({
      outcome: 'unknown',
    });
    expect(service.held<{ type: string; by: string }>('audit')).toContainEqual(
      expect.objectContaining({
        ...{ type: 'learner.exported', by: 'Asha Menon' },
      }),
    );
  });
});
