import { beforeEach, describe, expect, it } from 'vitest';
import { required } from '../../../functions/records/require.ts';
import { type CertificateSnapshot, snapshotText } from '../../../shared/domain/certificate.ts';
import { SECOND } from '../../../shared/domain/kinds.ts';
import type { Participation } from '../../../shared/domain/participation.ts';
import { type Award, awardText } from '../../../shared/domain/wallet.ts';
import type { Delivery } from '../../../shared/domain/webhook.ts';
import type { MailIntent, Work } from '../../../shared/domain/work.ts';
import { createLearner, nurse } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { START } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';
import { createStepping, type Stepping } from '../../support/stepping.ts';

const ama = 'ama-pra-category-1';
const activityId = 'hand-hygiene';
let at: Stepping;
const begin = async () => {
  at = await createStepping();
};
beforeEach(begin);

describe('claiming', () => {
  it('is kept with what was claimed, in the ledger too, before anything is awarded', async () => {
    await at.learner.ready();
    at.service.workflows.mode = 'lost';
    const claims = [{ creditType: ama, amount: 125 }];
    const answer = await at.learner.claim([ama, 125]);
    expect(answer).toMatchObject({ status: 202, body: { status: 'claimed', claims } });
    expect(at.lastEntry()).toMatchObject({ type: 'credit.claimed', at: START });
    expect(at.lastEntry().data).toEqual({ activityId, claims });
    expect(await at.learner.claim([ama, 125])).toMatchObject({ status: 202, body: { claims } });
  });

  it('is of an activity that there is', async () => {
    const body = { claims: [{ creditType: ama, amount: 125 }] };
    const { status } = await at.learner.ask('claimCredit', { params: { activityId: 'unknown' }, body });
    expect(status).toBe(404);
    // Of one that was not begun, what comes first is said.
    expect(await at.learner.claim([ama, 125])).toBeRefusedFor('not-started');
  });

  it('is refused where another account of the same person has the credit', async () => {
    const other = await createLearner(at.service, { email: 'other@example.org' });
    await other.complete();
    const merged = [at.course().learnerId];
    await at.learner.ready();
    const mine = at.service.held<Participation>('participation').find(({ stage }) => stage === 'evaluated');
    const { learners } = at.repositories();
    const stored = required(await learners.byId(required(mine, 'The course').learnerId), 'The learner');
    await at.service.table.write(await learners.put({ ...stored.value, merged }, stored));
    expect(await at.learner.claim([ama, 125])).toBeRefusedFor('already-awarded');
  });
});

describe('awarding', () => {
  beforeEach(async () => {
    await at.learner.ready();
    at.service.workflows.mode = 'lost';
    at.service.pass(SECOND);
    await at.learner.claim([ama, 125]);
  });

  it('writes the credit, the certificate, the ledger and the audit trail as one, dated by the claim', async () => {
    const claimedAt = at.service.now();
    at.service.pass(60 * SECOND);
    const { learnerId } = at.course();
    const output = await at.run('award-credit');
    const award = required(at.service.held<Award>('credit')[0], 'The award');
    const { certificateId } = award;
    expect(output).toEqual({ ...at.work().input, certificateId });
    expect(award).toMatchObject({ learnerId, activityId, cycle: 1 });
    expect(award.credits).toMatchObject([{ creditType: ama, amount: 125, awardedAt: claimedAt }]);
    const snapshot = required(at.service.held<CertificateSnapshot>('snapshot')[0], 'The snapshot');
    expect(snapshot).toMatchObject({
      ...{ certificateId, version: 1, learnerId, name: 'Amélie Nguyễn, MD, FACP', profession: 'physician' },
      ...{ participatedOn: '2026-03-09', awardedAt: claimedAt, awardedOn: '2026-03-09' },
      verifyUrl: `https://credit.example.org/v/${certificateId}`,
      number: expect.stringMatching(/^CW-2026-[0-9A-Z]{8}$/),
    });
    expect(snapshot).not.toHaveProperty('moc');
    expect(at.course()).toMatchObject({ stage: 'awarded', certificateId });
    expect(at.service.held('certificate')).toMatchObject([{ status: 'issuing', version: 1 }]);
    expect(at.lastEntry()).toMatchObject({ type: 'credit.awarded' });
    expect(at.lastEntry().data).toEqual({
      ...{ activityId, activityVersion: 1, certificateId, awardedOn: '2026-03-09' },
      credits: [{ creditType: ama, amount: 125, basis: 'awarded' }],
      award: at.service.portsOf('test').digests.sha256(awardText(award)),
    });
    expect(at.service.held('audit').at(-1)).toMatchObject({
      ...{ by: 'workflow', type: 'credit.awarded', data: { learnerId, activityId, certificateId } },
    });
  });

  it('leaves the work of the claim to stand for the certificate, which the sweeper starts when nobody does', async () => {
    const asked = at.work();
    await at.run('award-credit');
    expect(at.work()).toEqual(asked);
    at.service.pass(10 * SECOND - 1);
    at.service.workflows.mode = 'prompt';
    expect(await at.service.sweep()).toMatchObject({ started: 0 });
    at.service.pass(1);
    expect(await at.service.sweep()).toMatchObject({ started: 1 });
    expect(at.course().stage).toBe('notified');
  });

  it('is done once: a repeat returns the first award', async () => {
    const first = await at.run('award-credit');
    expect(await at.again('award-credit')).toEqual({ result: first, changed: false });
  });

  it('waits for staff where there is nothing that could be awarded', async () => {
    await expect(at.run('award-credit', { activityId: 'unknown' })).rejects.toMatchObject({
      ...{ name: 'ParkError', message: 'There is no participation to award.' },
    });
    await at.alter({ stage: 'evaluated' });
    await expect(at.run('award-credit')).rejects.toMatchObject({
      ...{ name: 'ParkError', message: 'Nothing can be awarded: Your credit is not claimed yet.' },
    });
  });

  it('waits for staff where the profession was changed after the claim to one that the credit is not for', async () => {
    const { learners } = at.repositories();
    const stored = required(await learners.byId(at.course().learnerId), 'The learner');
    const profile = { ...nurse, profession: 'psychologist' } as const;
    await at.alter({ claims: [{ creditType: 'ancc-contact-hour', amount: 100 }] });
    await at.service.table.write(await learners.put({ ...stored.value, profile }, stored));
    await expect(at.run('award-credit')).rejects.toMatchObject({
      name: 'ParkError',
      message: 'The profession was changed after claiming: not everything is for a psychologist.',
    });
  });

  it('waits for staff where another account of the same person has the credit', async () => {
    const other = await createLearner(at.service, { email: 'other@example.org' });
    at.service.workflows.mode = 'prompt';
    await other.complete();
    const { learners } = at.repositories();
    const stored = required(await learners.byId(at.course().learnerId), 'The learner');
    const [twin] = at.service
      .held<Participation>('participation')
      .filter(({ learnerId }) => learnerId !== stored.value.learnerId);
    const merged = [required(twin, 'The other').learnerId];
    await at.service.table.write(await learners.put({ ...stored.value, merged }, stored));
    const input = at.service.held<Work>('work').find(({ workId }) => workId.includes(stored.value.learnerId))?.input;
    await expect(at.service.runStep('award-credit', input)).rejects.toMatchObject({
      ...{ name: 'ParkError', message: 'The same person was awarded this credit by another account.' },
    });
  });

  it('breaks by the name of what is missing', async () => {
    await at.alter({ activityVersion: undefined });
    await expect(at.run('award-credit')).rejects.toThrow('The version that was passed is missing');
    await at.alter({ claimedAt: undefined });
    await expect(at.run('award-credit')).rejects.toThrow('The time of a claim is missing');
  });
});

describe('rendering the certificate', () => {
  let certificateId: string;
  beforeEach(async () => {
    await at.learner.ready();
    at.service.workflows.mode = 'lost';
    await at.learner.claim([ama, 125]);
    await at.run('award-credit');
    certificateId = required(at.course().certificateId, 'The certificate');
    at.service.pass(SECOND);
  });

  it('keeps the file under its hash, queues the mail and ends the work, once', async () => {
    const messageKey = `award-${certificateId}`;
    const output = { ...at.work().input, certificateId, messageKey, queuedAt: at.service.now() };
    expect(await at.run('render-certificate', { certificateId })).toEqual(output);
    const [state] = at.service.held<{ readonly sha256: string }>('certificate');
    expect(state).toMatchObject({ status: 'valid', issuedAt: at.service.now() });
    const [[key = '', file] = []] = [...at.service.documents.kept];
    expect(key).toBe(`certificates/${certificateId}/v1/${state?.sha256}.pdf`);
    expect(file).toMatchObject({ contentType: 'application/pdf' });
    expect(at.course()).toMatchObject({ stage: 'issued', certificateId });
    expect(at.work().status).toBe('done');
    expect(at.service.held<MailIntent>('mail')).toMatchObject([
      {
        ...{ messageKey, kind: 'credit-award', certificateId, activityId, learnerId: at.course().learnerId },
        ...{ status: 'queued', tries: 0, createdAt: at.service.now(), dueAt: at.service.now() },
      },
    ]);
    expect(at.lastEntry()).toMatchObject({
      type: 'certificate.issued',
      at: at.service.now(),
      data: {
        ...{ certificateId, version: 1, sha256: state?.sha256 },
        snapshot: at.service
          .portsOf('test')
          .digests.sha256(snapshotText(required(at.service.held<CertificateSnapshot>('snapshot')[0], 'The snapshot'))),
      },
    });
    expect(await at.again('render-certificate', { certificateId })).toEqual({ result: output, changed: false });
    expect(at.service.documents.kept.size).toBe(1);
  });

  it('takes away that it waited for staff', async () => {
    await at.alter({ parked: { step: 'render-certificate', reason: 'No glyph', at: START } });
    await at.run('render-certificate', { certificateId });
    expect(at.course()).not.toHaveProperty('parked');
  });

  it('is looked at again where another run was first', async () => {
    await at.alter({ stage: 'issued' });
    await expect(at.run('render-certificate', { certificateId })).rejects.toMatchObject({ name: 'LostRaceError' });
  });

  it('breaks by the name of what is missing', async () => {
    await expect(at.run('render-certificate', { certificateId: 'lost' })).rejects.toThrow(
      'The certificate lost is missing',
    );
    await expect(at.run('render-certificate', { certificateId, activityId: 'lost' })).rejects.toThrow(
      'The participation of a certificate is missing',
    );
    await expect(at.run('render-certificate', { certificateId, workId: 'lost' })).rejects.toThrow(
      'The work lost is missing',
    );
  });
});

describe('sending the mail about an award', () => {
  it('hands it over once, and says whose work that ends', async () => {
    await at.learner.ready();
    at.service.workflows.mode = 'lost';
    await at.learner.claim([ama, 125]);
    await at.run('award-credit');
    const certificateId = required(at.course().certificateId, 'The certificate');
    const { messageKey } = (await at.run('render-certificate', { certificateId })) as { readonly messageKey: string };
    const sent = () => at.service.inbox.delivered.filter((mail) => mail.messageKey === messageKey);
    expect(sent()).toHaveLength(0);
    const more = { certificateId, messageKey };
    expect(await at.run('send-award-email', more)).toEqual({ workId: at.work().workId });
    expect(at.service.held<MailIntent>('mail')[0]?.status).toBe('sent');
    expect(at.course().stage).toBe('notified');
    expect(await at.again('send-award-email', more)).toEqual({ result: { workId: at.work().workId }, changed: false });
    expect(sent()).toHaveLength(1);
  });
});

describe('what an award tells others', () => {
  it('is written with it: to the provider’s own systems of the award, and of the certificate once it is issued', async () => {
    const owner = await createStaff(at.service, 'owner');
    const events = ['credit.awarded', 'certificate.issued'];
    const body = { url: 'https://register.example.org/credits', description: 'Registry', events };
    expect((await owner.ask('addWebhook', { body })).status).toBe(201);
    const told = () => at.service.held<Delivery>('delivery').map(({ type }) => type);
    await at.learner.ready();
    at.service.workflows.mode = 'lost';
    await at.learner.claim([ama, 125]);
    expect(told()).toEqual([]);
    await at.run('award-credit');
    expect(told()).toEqual(['credit.awarded']);
    await at.run('render-certificate', { certificateId: at.course().certificateId });
    expect(told().toSorted()).toEqual(['certificate.issued', 'credit.awarded']);
  });

  it('is a mail about the award, and of a correction one that says so', async () => {
    const certificateId = await at.learner.complete();
    const kinds = () => at.service.held<MailIntent>('mail').map(({ kind }) => kind);
    expect(kinds()).toEqual(['credit-award']);
    const change = { kind: 'correct', correction: { participatedOn: '2026-03-07' } };
    await at.service.proposeChange({ certificateId, ...change, reason: 'Another day', by: 'Asha' });
    expect(kinds().toSorted()).toEqual(['certificate.corrected', 'credit-award']);
  });
});
