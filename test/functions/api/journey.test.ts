import { beforeEach, describe, expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { firstBroken, type LedgerEntry } from '../../../shared/domain/ledger.ts';
import type { Sitting } from '../../../shared/domain/outcomes/kept.ts';
import { content, everyOffer } from '../../support/activity.ts';
import { createBrowser } from '../../support/browser.ts';
import { createLearner, nurse, physician } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content({ credits: everyOffer }));
});

const statuses = (tasks: readonly { task: string; status: string }[] | undefined) =>
  Object.fromEntries((tasks ?? []).map(({ task, status }) => [task, status]));

describe('the journey from sign-in to certificate', () => {
  it('leads a physician through post-test, evaluation and claim to a certificate and its e-mail', async () => {
    const learner = await createLearner(service);
    expect(statuses((await learner.activity()).participation?.tasks)).toEqual({
      ...{ 'post-test': 'ready', evaluation: 'locked', claim: 'locked', certificate: 'locked' },
    });

    const attempt = await learner.start();
    expect(attempt.status).toBe(201);
    expect(attempt.body.questions).toHaveLength(4);
    const result = await learner.submit(attempt.body.attemptId);
    expect(result.body).toMatchObject({ status: 'passed', score: 100, passMark: 75, attemptsLeft: 2 });
    expect(statuses((await learner.activity()).participation?.tasks)).toMatchObject({ evaluation: 'ready' });

    expect((await learner.ask('getEvaluation', { params: learner.params })).body.status).toBe('open');
    expect((await learner.evaluate()).body).toEqual({ status: 'completed', completedAt: service.now() });
    const claimed = await learner.claim(['ama-pra-category-1', 125]);
    expect(claimed.status).toBe(200);
    expect(claimed.body).toMatchObject({
      status: 'awarded',
      claims: [{ creditType: 'ama-pra-category-1', amount: 125 }],
    });

    const wallet = (await learner.ask('getWallet')).body;
    const [credit] = wallet.credits;
    expect(credit).toMatchObject({
      amount: 125,
      basis: 'awarded',
      awardedOn: '2026-03-09',
      activityId: 'hand-hygiene',
    });
    expect(wallet.totals).toMatchObject([{ creditType: 'ama-pra-category-1', year: 2026, amount: 125 }]);

    const certificateId = credit?.certificateId ?? '';
    const certificate = (await learner.ask('getCertificate', { params: { certificateId } })).body;
    expect(certificate).toMatchObject({
      ...{ status: 'valid', name: 'Amélie Nguyễn, MD, FACP', participatedOn: '2026-03-09', version: 1 },
      ...{ verifyUrl: `https://credit.example.org/v/${certificateId}`, mail: { status: 'sent', to: 'a…@e…' } },
      // Of the designations, that of the credit that was claimed.
      statements: [
        expect.stringContaining('Meridian Society is jointly accredited'),
        expect.stringContaining('for a maximum of 1.5 AMA PRA Category 1 Credits™'),
      ],
    });
    expect(certificate.credits[0]?.sentence).toBe('and is awarded 1.25 AMA PRA Category 1 Credits™');

    const pdf = await learner.ask('downloadCertificate', { params: { certificateId } });
    expect(pdf.status).toBe(303);
    const bytes = new Uint8Array(await (await fetch(pdf.headers.location ?? '')).arrayBuffer());
    expect(nodeDigests().sha256(bytes)).toBe(certificate.sha256);

    const mail = service.inbox.delivered.at(-1);
    expect(mail?.to).toBe('amelie@example.org');
    for (const link of [`/c/${certificateId}`, '/wallet', '/a/hand-hygiene'])
      expect(mail?.text).toContain(`https://credit.example.org${link}`);
    expect(statuses((await learner.activity()).participation?.tasks)).toEqual({
      ...{ 'post-test': 'completed', evaluation: 'completed', claim: 'completed', certificate: 'completed' },
    });
  });

  it('awards a nurse contact hours, and attests attendance where the credit is for physicians alone', async () => {
    const learner = await createLearner(service, { profile: nurse });
    await learner.ready();
    await learner.claim(['ancc-contact-hour', 110], ['ama-pra-category-1', 100]);
    const { credits, totals } = (await learner.ask('getWallet')).body;
    expect(credits.map(({ creditType, basis, amount }) => ({ creditType, basis, amount }))).toEqual([
      { creditType: 'ancc-contact-hour', basis: 'awarded', amount: 110 },
      { creditType: 'ama-pra-category-1', basis: 'attendance', amount: 100 },
    ]);
    expect(totals.map(({ creditType }) => creditType)).toEqual(['ancc-contact-hour']);
    const certificate = await learner.ask('getCertificate', {
      params: { certificateId: credits[0]?.certificateId ?? '' },
    });
    expect(certificate.body.credits.map(({ sentence }) => sentence)).toEqual([
      'and is awarded 1.1 ANCC contact hours',
      'The activity was designated for 1.5 AMA PRA Category 1 Credits™',
    ]);
    const { text = '' } = service.inbox.delivered.at(-1) ?? {};
    expect(text).toContain('You have been awarded 1.1 ANCC contact hours');
    expect(text).toContain('The activity was designated for 1.5 AMA PRA Category 1 Credits™');
  });

  it('goes on by verifying participation in a live activity, in the place of the post-test', async () => {
    const learner = await createLearner(service);
    const { body } = await learner.start('verification');
    expect((await learner.submit(body.attemptId, { v1: ['a'] })).body).toMatchObject({
      status: 'passed',
      attemptsLeft: null,
    });
    expect((await learner.activity()).participation?.stage).toBe('passed');
  });

  it('leaves a ledger whose chain holds and which tells the journey in its order', async () => {
    const learner = await createLearner(service);
    const first = await learner.start();
    await learner.submit(first.body.attemptId, { q1: ['b'], q2: ['a'], q3: ['a'], q4: ['a'] });
    await learner.complete();
    const entries = service.held<LedgerEntry>('ledgerEntry').toSorted((a, b) => a.seq - b.seq);
    expect(entries.map(({ type }) => type)).toEqual([
      ...['attempt.failed', 'attempt.passed', 'evaluation.completed'],
      ...['credit.claimed', 'credit.awarded', 'certificate.issued'],
    ]);
    expect(firstBroken(nodeDigests().sha256, entries)).toBeUndefined();
    expect(service.held('ledgerHead')).toEqual([
      { learnerId: entries[0]?.learnerId, seq: 6, hash: entries.at(-1)?.hash },
    ]);
  });

  it('writes neither name nor address nor answer into log, ledger and audit trail', async () => {
    const learner = await createLearner(service);
    await learner.complete();
    const told = JSON.stringify([
      ...[service.logged, service.held('ledgerEntry'), service.held('audit'), service.held('work')],
      service.held('response'),
    ]);
    const { givenName, familyName } = physician;
    for (const personal of [givenName, familyName, 'amelie', 'example.org']) expect(told).not.toContain(personal);
    expect(JSON.stringify(service.held('response'))).not.toContain(
      service.held<LedgerEntry>('ledgerEntry')[0]?.learnerId ?? 'nobody',
    );
  });

  it('keeps outcomes that do not tell whose they are: a day, and no instant, learner or attempt', async () => {
    const learner = await createLearner(service);
    const failed = (await learner.start()).body.attemptId;
    service.pass(9.5 * 60_000);
    await learner.submit(failed, { q1: ['b'], q2: ['a'], q3: ['a'], q4: ['b'] });
    await learner.complete();
    const about = { activityId: 'hand-hygiene', activityVersion: 1, assessmentId: 'post-test', on: '2026-03-09' };
    expect(service.held<Sitting>('sitting').toSorted((a, b) => a.number - b.number)).toEqual([
      { ...about, number: 1, passed: false, minutes: 10 },
      { ...about, number: 2, passed: true, minutes: 1 },
    ]);
    expect(service.held('firstAnswers')).toEqual([
      {
        ...about,
        items: {
          q1: { chosen: ['b'], right: false },
          q2: { chosen: ['a'], right: false },
          q3: { chosen: ['a'], right: false },
          q4: { chosen: ['b'], right: true },
        },
      },
    ]);
    const kinds = ['sitting', 'firstAnswers', 'response'];
    const rows = service.table.rows().filter(({ kind }) => kinds.includes(String(kind)));
    expect(rows).toHaveLength(4);
    const { learnerId = 'nobody' } = service.held<LedgerEntry>('ledgerEntry')[0] ?? {};
    for (const personal of [learnerId, failed, 'T04:', '"score"']) expect(JSON.stringify(rows)).not.toContain(personal);
    expect(new Set(rows.map(({ sk }) => sk.split('#')[1])).size).toBe(4);
  });

  it('shows anybody the public page of a certificate, without the learner’s address', async () => {
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    const page = await createBrowser(service).ask('verifyCertificate', { params: { certificateId } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Amélie Nguyễn, MD, FACP');
    expect(page.text).not.toMatch(/example\.org<|amelie@|<script/);
    const none = await createBrowser(service).ask('verifyCertificate', { params: { certificateId: '0'.repeat(26) } });
    expect(none.status).toBe(404);
    expect(none.text).toMatch(/^<!doctype html>/);
  });

  it('finds a certificate by its address as people type it off paper: in capitals, in groups, with letters for digits', async () => {
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    const typed = [
      certificateId.toUpperCase(),
      certificateId.replaceAll('0', 'o').replaceAll('1', 'l'),
      certificateId.replaceAll('1', 'I'),
      certificateId.replaceAll(/.{4}/g, '$&-'),
      `${certificateId.slice(0, 9)} ${certificateId.slice(9)}.`,
    ];
    for (const name of ['verifyCertificate', 'checkPdf'] as const)
      for (const each of typed)
        expect((await createBrowser(service).ask(name, { params: { certificateId: each } })).status, each).toBe(200);
    for (const name of ['verifyCertificate', 'checkPdf'] as const)
      for (const nothing of ['-', '_', '-_-', '.', ' ', '. .', '~'])
        expect((await createBrowser(service).ask(name, { params: { certificateId: nothing } })).status, nothing).toBe(
          404,
        );
    // A learner's own pages take ids as they are.
    const capitals = await learner.ask('getCertificate', { params: { certificateId: certificateId.toUpperCase() } });
    expect(capitals.status).toBe(404);
  });

  it('lets anybody compare a PDF with a certificate, by a page whose only script is the site’s own', async () => {
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    const { sha256 } = (await learner.ask('getCertificate', { params: { certificateId } })).body;
    const page = await createBrowser(service).ask('checkPdf', { params: { certificateId } });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`data-verdict="${sha256}"`);
    expect([...page.text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script type="module" src="/check-pdf.js">',
    ]);
    const none = await createBrowser(service).ask('checkPdf', { params: { certificateId: '0'.repeat(26) } });
    expect(none.status).toBe(404);
    expect(none.text).toContain('No certificate found');
  });

  it('lists the course in the history, newest first, with its certificate', async () => {
    await service.publish(content({ activityId: 'older' }));
    await (await createLearner(service, { activityId: 'older' })).start();
    service.pass(60_000);
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    const { courses } = (await learner.ask('getHistory')).body;
    expect(courses.map(({ activityId, stage }) => `${activityId} ${stage}`)).toEqual([
      'hand-hygiene notified',
      'older attempting',
    ]);
    expect(courses[0]).toMatchObject({ certificateId, completedOn: '2026-03-09' });
  });
});
