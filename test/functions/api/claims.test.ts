import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/domain/kinds.ts';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import { content, everyOffer, right, wrong } from '../../support/activity.ts';
import { createLearner, type Learner, nurse } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

const ama = 'ama-pra-category-1';
let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content({ credits: everyOffer }));
  learner = await createLearner(service);
});
const awardMails = () => service.inbox.delivered.filter(({ messageKey }) => messageKey.startsWith('award-'));

describe('claiming credit', () => {
  it('is refused until every required step is done, and says which comes next', async () => {
    expect(await learner.claim([ama, 100])).toBeRefusedFor('not-started');
    await learner.pass();
    const answer = await learner.claim([ama, 100]);
    expect(answer).toBeRefusedFor('evaluation-required');
    expect(answer.status).toBe(409);
  });

  it('is refused for amounts and kinds that cannot be awarded, with every reason, and awards nothing', async () => {
    await learner.ready();
    const answer = await learner.claim([ama, 151], ['ancc-contact-hour', 0], [ama, 25], ['gold', 1]);
    expect(answer.status).toBe(422);
    expect(answer).toBeRefusedFor(
      ...['amount-above-maximum', 'amount-off-step', 'credit-not-for-profession', 'amount-not-positive'],
      ...['credit-claimed-twice', 'credit-not-offered'],
    );
    expect((await learner.ask('getWallet')).body.credits).toEqual([]);
    expect((await learner.claim([ama, 150])).status).toBe(200);
  });

  it('waits for the name and profession that the certificate needs', async () => {
    const nameless = await createLearner(service, { email: 'new@example.org', profile: null });
    await nameless.ready();
    expect(await nameless.claim([ama, 100])).toBeRefusedFor('profile-required');
    await nameless.ask('putMe', { body: nurse });
    expect((await nameless.claim(['ancc-contact-hour', 100])).status).toBe(200);
  });

  it('offers each profession what it can claim', async () => {
    const offered = async () =>
      (await learner.activity()).claimable?.map(({ creditType, basis }) => `${creditType} ${basis}`);
    expect(await offered()).toEqual([
      `${ama} awarded`,
      ...['aafp-prescribed awarded', 'aafp-elective awarded', 'ipce awarded'],
    ]);
    await learner.ask('putMe', { body: { ...nurse, profession: 'other' } });
    expect(await offered()).toEqual([`${ama} attendance`, 'ipce awarded']);
    await learner.ask('putMe', { body: { ...nurse, profession: 'optometrist' } });
    expect(await offered()).toEqual(['cope awarded', 'ipce awarded']);
  });

  it('awards several kinds in one claim, on one certificate, and totals each for itself', async () => {
    await learner.ready();
    expect((await learner.claim([ama, 150], ['aafp-prescribed', 125], ['ipce', 100])).status).toBe(200);
    const { credits, totals } = (await learner.ask('getWallet')).body;
    expect(new Set(credits.map(({ certificateId }) => certificateId)).size).toBe(1);
    expect(totals.map(({ creditType, amount }) => [creditType, amount])).toEqual([
      [ama, 150],
      ['aafp-prescribed', 125],
      ['ipce', 100],
    ]);
    const params = { certificateId: credits[0]?.certificateId ?? '' };
    expect((await learner.ask('getCertificate', { params })).body.credits.map(({ sentence }) => sentence)).toEqual([
      'and is awarded 1.5 AMA PRA Category 1 Credits™',
      'and is awarded 1.25 AAFP Prescribed credits',
      'and is awarded 1 Interprofessional Continuing Education (IPCE) credit',
    ]);
  });

  it('by a double click, or in many tabs, awards once, and tells all of them of the same certificate', async () => {
    await learner.ready();
    const answers = await Promise.all(Array.from({ length: 32 }, () => learner.claim([ama, 100])));
    for (const { status } of answers) expect([200, 202]).toContain(status);
    const again = await learner.claim([ama, 100]);
    expect(again).toMatchObject({ status: 200, body: { status: 'awarded' } });
    expect(service.held('credit')).toHaveLength(1);
    expect(service.held('certificate')).toHaveLength(1);
    expect(service.held<LedgerEntry>('ledgerEntry').filter(({ type }) => type === 'credit.awarded')).toHaveLength(1);
    expect(service.documents.kept.size).toBe(1);
    expect(awardMails()).toHaveLength(1);
  });

  it('of another amount is refused once credit was claimed: the first claim stands', async () => {
    await learner.ready();
    const [one, other] = await Promise.all([learner.claim([ama, 100]), learner.claim([ama, 150])]);
    const refused = one.status === 409 ? one : other;
    expect(refused).toBeRefusedFor('already-claimed');
    expect(await learner.claim([ama, 125])).toBeRefusedFor('already-claimed');
    expect((await learner.ask('getWallet')).body.credits).toHaveLength(1);
  });
});

describe('a certificate', () => {
  it('keeps its name when the learner changes theirs afterwards', async () => {
    const certificateId = await learner.complete();
    await learner.ask('putMe', { body: { givenName: 'Other', familyName: 'Name', profession: 'nurse' } });
    const { body } = await learner.ask('getCertificate', { params: { certificateId } });
    expect(body.name).toBe('Amélie Nguyễn, MD, FACP');
  });

  it('is downloaded by a new link on each click, never before it is issued', async () => {
    await learner.ready();
    service.workflows.mode = 'lost';
    expect((await learner.claim([ama, 100])).status).toBe(202);
    expect((await learner.activity()).participation).toMatchObject({ stage: 'claimed' });
    service.workflows.mode = 'prompt';
    service.pass(MINUTE);
    await service.sweep();
    const { certificateId = '' } = (await learner.activity()).participation ?? {};
    const answer = await learner.ask('downloadCertificate', { params: { certificateId } });
    expect(answer.status).toBe(303);
    expect(answer.text).toBe('');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is said to be missing where its file is gone, which staff hear of, and comes back when it is reissued', async () => {
    const certificateId = await learner.complete();
    const [key = ''] = [...service.documents.kept.keys()].filter((kept) => kept.startsWith('certificates/'));
    service.documents.lose(key);
    const download = (id: string) => learner.ask('downloadCertificate', { params: { certificateId: id } });
    expect(await download(certificateId)).toBeRefusedFor('certificate-file-missing');
    expect(service.logged).toContainEqual({ event: 'document.missing', certificateId, key });
    const asked = { kind: 'reissue', certificateId, reason: 'Its file is gone', by: 'Asha' } as const;
    const reissued = await service.proposeChange(asked);
    const { replacement = '' } = reissued.outcome === 'done' ? reissued.change : {};
    expect((await download(replacement)).status).toBe(303);
  });
});

describe('the award e-mail', () => {
  const resend = (certificateId: string, key?: string) =>
    learner.ask('resendMail', { params: { certificateId }, headers: key ? { 'idempotency-key': key } : {} });
  const bounced = (messageKey: string, eventType: 'Bounce' | 'Delivery' | 'Complaint', bounceType?: string) =>
    service.mailTold({ messageKey, eventType, bounceType });
  const standing = async (certificateId: string) =>
    (await learner.ask('getCertificate', { params: { certificateId } })).body.mail?.status;

  it('is sent again when the learner asks, five times an hour', async () => {
    const certificateId = await learner.complete();
    for (let count = 2; count <= 6; count++) {
      const answer = await resend(certificateId);
      expect(answer).toMatchObject({ status: 202, body: { status: 'queued', to: 'a…@e…' } });
      expect(awardMails()).toHaveLength(count);
    }
    expect(await resend(certificateId)).toBeRefusedFor('too-many-requests');
    service.pass(HOUR);
    expect((await resend(certificateId)).status).toBe(202);
  });

  it('is sent again once when the request is repeated with its Idempotency-Key', async () => {
    const certificateId = await learner.complete();
    await resend(certificateId, 'key-1');
    expect((await resend(certificateId, 'key-1')).headers['idempotency-replayed']).toBe('true');
    expect(awardMails()).toHaveLength(2);
  });

  it('says when it bounced or was complained of, and can then be sent again', async () => {
    const certificateId = await learner.complete();
    const messageKey = awardMails()[0]?.messageKey ?? '';
    await bounced(messageKey, 'Bounce', 'Transient');
    expect(await standing(certificateId)).toBe('sent');
    await bounced(messageKey, 'Bounce');
    expect(await standing(certificateId)).toBe('bounced');
    await bounced(messageKey, 'Delivery');
    expect(await standing(certificateId)).toBe('bounced');
    await resend(certificateId);
    await bounced(messageKey, 'Complaint');
    expect(await standing(certificateId)).toBe('complained');
    await bounced('award-nobody', 'Complaint');
    await service.snsTold({ eventType: 'Open' });
  });

  it('that cannot be sent for days is sent when it can be, exactly once, and the award never waits for it', async () => {
    await learner.ready();
    service.state.mailIsDown = true;
    expect((await learner.claim([ama, 100])).body.status).toBe('awarded');
    expect((await learner.activity()).participation?.stage).toBe('issued');
    for (let hours = 0; hours < 5 * 24; hours++) {
      service.pass(HOUR);
      await service.sweep();
    }
    expect(awardMails()).toEqual([]);
    expect(service.held<MailIntent>('mail')[0]?.tries).toBeGreaterThan(10);
    service.state.mailIsDown = false;
    for (let hours = 0; hours < 24; hours++) {
      service.pass(HOUR);
      await service.sweep();
    }
    expect(awardMails()).toHaveLength(1);
    expect((await learner.activity()).participation?.stage).toBe('notified');
  });

  it('is parked after a fortnight, and sent after staff take it up again', async () => {
    await learner.ready();
    service.state.mailIsDown = true;
    await learner.claim([ama, 100]);
    for (let days = 0; days < 16; days++) {
      service.pass(24 * HOUR);
      await service.sweep();
    }
    const { work } = await service.parked();
    expect(work).toMatchObject([{ step: 'send-award-email', reason: expect.stringContaining('TransientError') }]);
    learner = await createLearner(service).catch(() => learner);
    service.state.mailIsDown = false;
    expect(await service.redrive(work[0]?.workId ?? '')).toEqual({ outcome: 'redriven' });
    await service.sweep();
    expect(awardMails()).toHaveLength(1);
    expect((await service.parked()).work).toEqual([]);
  });
});

describe('the Idempotency-Key', () => {
  it('has a repeated answer logged as every answer is, with whose it was', async () => {
    const certificateId = await learner.complete();
    const ask = () => learner.ask('resendMail', { params: { certificateId }, headers: { 'idempotency-key': 'key-1' } });
    await ask();
    service.logged.length = 0;
    expect((await ask()).headers['idempotency-replayed']).toBe('true');
    expect(service.logged).toEqual([
      expect.objectContaining({ event: 'request', route: 'resend-mail', status: 202, learnerId: expect.any(String) }),
    ]);
  });

  const claim = (amount: number, key: string) =>
    learner.ask('claimCredit', {
      ...{ params: learner.params, headers: { 'idempotency-key': key } },
      body: { claims: [{ creditType: ama, amount }] },
    });

  it('gives a repeated request the first answer, and refuses the same key with another body', async () => {
    await learner.ready();
    const first = await claim(100, 'k1');
    const again = await claim(100, 'k1');
    expect(again).toMatchObject({ status: 200, text: first.text });
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await claim(150, 'k1');
    expect(other.status).toBe(409);
    expect(other).toBeRefusedFor('idempotency-key-reused');
  });

  it('keeps the answer that stands, also when a second click with the same key was told meanwhile to ask again', async () => {
    await learner.ready();
    const { workflows } = service;
    const { startAndWait } = workflows;
    workflows.startAndWait = async (input, timeoutMs) => {
      workflows.startAndWait = startAndWait;
      workflows.mode = 'lost';
      expect((await claim(100, 'k1')).status).toBe(202);
      workflows.mode = 'prompt';
      return startAndWait(input, timeoutMs);
    };
    const first = await claim(100, 'k1');
    expect(first.status).toBe(200);
    const again = await claim(100, 'k1');
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('gives a click the answer that a quicker one with the same key was given meanwhile', async () => {
    await learner.ready();
    const { workflows } = service;
    const { startAndWait } = workflows;
    let quicker: Awaited<ReturnType<typeof claim>> | undefined;
    workflows.startAndWait = async (input, timeoutMs) => {
      workflows.startAndWait = startAndWait;
      const ended = await startAndWait(input, timeoutMs);
      quicker = await claim(100, 'k1');
      return ended;
    };
    const slower = await claim(100, 'k1');
    expect(slower).toMatchObject({ status: 200, text: quicker?.text });
    expect(quicker?.headers['idempotency-replayed']).toBeUndefined();
    expect(slower.headers['idempotency-replayed']).toBe('true');
  });

  it('is one learner’s, for one route, and for a day', async () => {
    await learner.ready();
    await claim(100, 'k1');
    const nobodys = await createLearner(service, { email: 'other@example.org' });
    const theirs = await nobodys.ask('startAttempt', {
      ...{ params: nobodys.params, body: { assessmentId: 'post-test' }, headers: { 'idempotency-key': 'k1' } },
    });
    expect(theirs.status).toBe(201);
    const elsewhere = await learner.ask('startAttempt', {
      ...{ params: learner.params, body: { assessmentId: 'post-test' }, headers: { 'idempotency-key': 'k1' } },
    });
    expect(elsewhere).toBeRefusedFor('idempotency-key-reused');
    service.pass(25 * HOUR);
    expect(await claim(150, 'k1')).toBeRefusedFor('already-claimed');
  });

  it('does not keep an answer that will change, nor one that was a refusal', async () => {
    expect(await claim(100, 'k1')).toBeRefusedFor('not-started');
    await learner.ready();
    service.workflows.mode = 'lost';
    expect((await claim(100, 'k1')).body.status).toBe('claimed');
    service.workflows.mode = 'prompt';
    service.pass(MINUTE);
    await service.sweep();
    expect((await claim(100, 'k1')).body.status).toBe('awarded');
  });

  it('keeps a submission’s result for a browser that lost the answer', async () => {
    const { attemptId } = (await learner.start()).body;
    const submit = (answers: object) =>
      learner.ask('submitAttempt', {
        ...{ params: { attemptId }, body: { answers }, headers: { 'idempotency-key': 'k' } },
      });
    const first = await submit(right);
    expect((await submit(right)).text).toBe(first.text);
    expect(await submit(wrong)).toBeRefusedFor('idempotency-key-reused');
  });

  it.each(['', 'x'.repeat(201), 'mit Leerzeichen', 'ü', '\u0000'])('is refused as %j', async (key) => {
    await learner.ready();
    expect(await claim(100, key)).toBeRefusedFor('idempotency-key-malformed');
  });
});
