import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityVersion } from '../../../shared/domain/activity.ts';
import { content } from '../../support/activity.ts';
import { createBrowser } from '../../support/browser.ts';
import { createLearner, type Learner, nurse } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let office: StaffBrowser;
let underWay: Learner;

const params = { activityId: 'hand-hygiene' };
const because = { reason: 'A trial was retracted.' };
const withdraw = () => office.ask('withdrawActivity', { params, body: because });
const offered = async (browser: Pick<Learner, 'ask'> = createBrowser(service)) =>
  (await browser.ask('listActivities')).body.activities.map(({ activityId }) => activityId);

beforeEach(async () => {
  service = createService();
  await service.publish(content());
  office = await createStaff(service, 'coordinator');
  underWay = await createLearner(service, { email: 'other@example.org', profile: nurse });
});

describe('an activity that is withdrawn', () => {
  it('is listed no more, cannot be begun, and says why to whoever has its link', async () => {
    expect((await withdraw()).body).toMatchObject({ state: 'withdrawn', withdrawnBecause: because.reason });
    expect(await offered()).toEqual([]);
    const learner = await createLearner(service);
    expect(await learner.start()).toBeRefusedFor('activity-withdrawn');
    expect((await learner.activity()).closed).toMatchObject([{ code: 'activity-withdrawn' }]);
  });

  it('is finished by whoever is under way, to the certificate', async () => {
    const { attemptId } = (await underWay.start()).body;
    await withdraw();
    expect(await offered(underWay)).toEqual(['hand-hygiene']);
    expect((await underWay.submit(attemptId)).body.status).toBe('passed');
    expect((await underWay.evaluate()).status).toBe(200);
    expect((await underWay.claim(['ancc-contact-hour', 100])).body).toMatchObject({ status: 'awarded' });
  });

  it('gives no further attempt to whoever failed', async () => {
    await underWay.pass({ q1: ['b'], q2: ['b'], q3: ['a'], q4: ['a'] });
    await withdraw();
    expect(await underWay.start()).toBeRefusedFor('activity-withdrawn');
  });

  it('stays withdrawn when a new version is published, and is offered again when staff say so', async () => {
    await withdraw();
    await service.publish(content({ summary: 'Mended.' }));
    expect(await offered()).toEqual([]);
    const reinstated = await office.ask('reinstateActivity', { params, body: { reason: 'It was another trial.' } });
    expect(reinstated.body).toMatchObject({ state: 'open', version: 2 });
    expect(await offered()).toEqual(['hand-hygiene']);
    expect((await underWay.start()).status).toBe(201);
  });

  it('is withdrawn once and reinstated once, each with who did it and why in the audit trail', async () => {
    await withdraw();
    expect(await withdraw()).toBeRefusedFor('already-withdrawn');
    await office.ask('reinstateActivity', { params, body: because });
    expect(await office.ask('reinstateActivity', { params, body: because })).toBeRefusedFor('not-withdrawn');
    const entries = service
      .held<{ type: string; by: string; data: object }>('audit')
      .filter(({ by }) => by !== 'staff');
    expect(entries.map(({ type }) => type).sort()).toEqual(['activity.reinstated', 'activity.withdrawn']);
    for (const { by, data } of entries) {
      expect(by).toBe(office.staffId);
      expect(data).toEqual({ ...params, ...because });
    }
  });

  it('has to be published, and withdrawn for a reason', async () => {
    expect((await office.ask('withdrawActivity', { params: { activityId: 'no' }, body: because })).status).toBe(404);
    expect((await office.ask('withdrawActivity', { params, body: { reason: ' ' } })).status).toBe(422);
  });
});

describe('an activity that closes early', () => {
  const close = (closesOn: string) => office.ask('closeActivity', { params, body: { ...because, closesOn } });

  it('cannot be begun after that day in its zone, and can on it', async () => {
    // 8 March still, where the activity is.
    expect((await close('2026-03-09')).body).toMatchObject({ state: 'open', closesOn: '2026-03-09' });
    expect((await underWay.activity()).closesOn).toBe('2026-03-09');
    service.at('2026-03-10T03:59:00.000Z');
    expect((await underWay.start()).status).toBe(201);
    service.at('2026-03-10T04:01:00.000Z');
    expect(await (await createLearner(service)).start()).toBeRefusedFor('activity-closed');
    const later = await createStaff(service, 'auditor');
    expect((await later.ask('listAuthored')).body.activities[0]?.state).toBe('closed');
  });

  it('never closes later than its version says, and goes by that again when staff take the day back', async () => {
    expect(await close('2029-01-01')).toBeRefusedFor('later-than-version');
    await close('2026-03-01');
    expect(await underWay.start()).toBeRefusedFor('activity-closed');
    await service.publish(content({ summary: 'Mended.' }));
    expect(await underWay.start()).toBeRefusedFor('activity-closed');
    expect((await close('2028-12-31')).body).toMatchObject({ state: 'open', closesOn: '2028-12-31' });
    expect((await underWay.start()).status).toBe(201);
  });

  it('leaves its versions as they are', async () => {
    const before = service.held<ActivityVersion>('version');
    await close('2026-03-01');
    expect(service.held<ActivityVersion>('version')).toEqual(before);
    expect((await close('2026-02-30')).status).toBe(422);
  });
});
