import { beforeEach, describe, expect, it } from 'vitest';
import { capabilitiesOver } from '../../../functions/capabilities.ts';
import type { ActivityVersion } from '../../../shared/domain/activity.ts';
import { content } from '../../support/activity.ts';
import { createWriter, writtenDocument } from '../../support/drafting.ts';
import { createLearner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let office: StaffBrowser;
let writer: ReturnType<typeof createWriter>;

beforeEach(async () => {
  service = createService();
  office = await createStaff(service, 'author');
  writer = createWriter(office);
});

const audited = () =>
  service
    .held<{ type: string; by: string; data: object }>('audit')
    .map(({ type }) => type)
    .sort();
const listed = async (query: Readonly<Record<string, string>> = {}) =>
  (await office.ask('listAuthored', { query })).body;

describe('an activity that is written from nothing', () => {
  it('begins with its title and empty parts, once', async () => {
    const begun = await writer.create({ title: 'Wound Care' });
    expect(begun.status).toBe(201);
    expect(begun.body.activity).toMatchObject({ activityId: 'wound-care', title: 'Wound Care', state: 'draft' });
    expect(Object.keys(begun.body.parts).sort()).toEqual(['about', 'evaluation', 'outline']);
    expect(begun.body.parts.about).toMatchObject({ rev: 1, content: { title: 'Wound Care' }, savedBy: 'The author' });
    expect(await writer.create()).toBeRefusedFor('activity-exists');
    expect(audited()).toEqual(['activity.drafted']);
  });

  it('has a checklist that names every gap with the part and the field that it is in', async () => {
    await writer.create();
    const { ready, gaps } = (await office.ask('checkDraft', { params: writer.params })).body;
    expect(ready).toBe(false);
    const places = gaps.map(({ part, within, pointer }) => [part, within, pointer]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['about', '/summary', '/summary'],
        ['outline', '/assessments', '/assessments'],
        ['evaluation', '/questions', '/evaluation'],
      ]),
    );
    await writer.write({ ...writtenDocument(), assessments: [{ kind: 'post-test', questions: [{ text: 'Why?' }] }] });
    const again = (await office.ask('checkDraft', { params: writer.params })).body;
    expect(again.gaps.map(({ part, within, pointer }) => [part, within, pointer])).toEqual(
      expect.arrayContaining([
        ['assessment-0', '/passMark', '/assessments/0/passMark'],
        ['question-0x0', '/options', '/assessments/0/questions/0/options'],
      ]),
    );
  });

  it('is published once nothing refuses it, and is what the same file would have been published as', async () => {
    await writer.create();
    const refused = await writer.publish();
    expect(refused.status).toBe(422);
    expect(refused.reasons.length).toBeGreaterThan(10);
    expect(refused.reasons.every(({ field }) => field?.startsWith('/'))).toBe(true);

    await writer.write(writtenDocument());
    const checked = (await office.ask('checkDraft', { params: writer.params })).body;
    expect(checked).toMatchObject({ ready: true });
    expect(checked.unchanged).toBeUndefined();
    expect((await writer.publish()).body).toEqual({ outcome: 'published', version: 1 });
    const [version] = service.held<ActivityVersion>('version');
    const { activity } = content({ activityId: 'wound-care', title: 'Wound Care at Home' });
    expect(version).toMatchObject({ ...JSON.parse(JSON.stringify(activity)), version: 1, credits: expect.anything() });
    const learner = await createLearner(service, { activityId: 'wound-care' });
    expect((await learner.pass()).body).toMatchObject({ status: 'passed', score: 100 });
  });

  it('leaves one audit entry for all its saves, and one for its publication, by whoever did it', async () => {
    await writer.create();
    await writer.write(writtenDocument());
    await writer.publish();
    expect(audited()).toEqual(['activity.drafted', 'activity.published']);
    for (const { by } of service.held<{ by: string }>('audit')) expect(by).toBe(office.staffId);
  });

  it('is not published twice by two clicks', async () => {
    await writer.create();
    await writer.write(writtenDocument());
    const both = await Promise.all([writer.publish(), writer.publish()]);
    expect(both.map(({ body }) => body.outcome).sort()).toEqual(['published', 'unchanged']);
    expect(service.held('version')).toHaveLength(1);
  });
});

describe('a published activity', () => {
  beforeEach(async () => {
    await writer.create();
    await writer.write(writtenDocument());
    await writer.publish();
  });

  it('has changes that are not published from the first save on, until they are', async () => {
    expect((await listed()).activities).toMatchObject([
      { state: 'open', version: 1, unpublished: false, hasDraft: true },
    ]);
    const { about } = (await writer.draft()).parts;
    await writer.save('about', { ...about?.content, title: 'Wound Care, Revised' });
    expect((await listed({ state: 'changed' })).activities).toMatchObject([
      { title: 'Wound Care at Home', unpublished: true },
    ]);
    expect((await writer.publish()).body).toEqual({ outcome: 'published', version: 2 });
    expect(await listed()).toMatchObject({
      activities: [{ title: 'Wound Care, Revised', version: 2, unpublished: false }],
      counts: { open: 1, draft: 0, changed: 0 },
    });
    expect((await writer.publish()).body).toEqual({ outcome: 'unchanged', version: 2 });
  });

  it('has versions that stay as they were, each with who published it and a form to look at', async () => {
    const before = (await office.ask('getVersion', { params: { ...writer.params, version: '1' } })).body;
    const { about } = (await writer.draft()).parts;
    await writer.save('about', { ...about?.content, title: 'Wound Care, Revised' });
    await writer.publish();
    const { versions } = (await office.ask('listVersions', { params: writer.params })).body;
    expect(versions).toMatchObject([
      { version: 2, title: 'Wound Care, Revised', publishedBy: 'The author' },
      { version: 1, title: 'Wound Care at Home', publishedBy: 'The author' },
    ]);
    const after = (await office.ask('getVersion', { params: { ...writer.params, version: '1' } })).body;
    expect(after).toEqual(before);
    expect(after.parts.about?.content).toMatchObject({ title: 'Wound Care at Home' });
    const third = Object.values(after.parts).find((part) => part.content.id === 'q3');
    expect(third?.content).toMatchObject({ rationale: 'They have holes.' });
    for (const version of ['3', '0', '1x', '-1', '01'])
      expect((await office.ask('getVersion', { params: { ...writer.params, version } })).status).toBe(404);
  });

  it('can be gone back to: the draft begins again from a version', async () => {
    await writer.save('question-0x0', { text: 'Ruined' });
    await writer.save('outline', { assessments: [] });
    const restarted = await office.ask('restartDraft', { params: writer.params, body: { version: 1 } });
    expect(restarted.body.activity.unpublished).toBe(false);
    expect(Object.keys(restarted.body.parts).filter((part) => part.startsWith('question-'))).toHaveLength(5);
    // The check says so before anybody publishes in vain.
    expect((await office.ask('checkDraft', { params: writer.params })).body).toMatchObject({
      ready: true,
      unchanged: 1,
    });
    expect((await writer.publish()).body).toEqual({ outcome: 'unchanged', version: 1 });
    expect((await office.ask('restartDraft', { params: writer.params, body: { version: 2 } })).status).toBe(404);
  });

  it('can be copied as another activity, which is published by itself', async () => {
    const copy = createWriter(office, 'wound-care-2');
    const begun = await copy.create({ title: 'Wound Care for Nurses', copyOf: { activityId: 'wound-care' } });
    expect(begun.body.parts.about?.content).toMatchObject({ title: 'Wound Care for Nurses', minutes: 90 });
    expect((await copy.publish()).body).toEqual({ outcome: 'published', version: 1 });
    expect((await listed()).activities).toHaveLength(2);
    const nowhere = await createWriter(office, 'x').create({ copyOf: { activityId: 'nothing' } });
    expect(nowhere.status).toBe(404);
  });

  it('comes out as a file that says the same', async () => {
    const { headers, text } = await office.ask('exportVersion', { params: { ...writer.params, version: '1' } });
    expect(headers['content-disposition']).toContain('wound-care-version-1.yaml');
    expect(text).toMatch(/^id: wound-care\ntitle: Wound Care at Home$/m);
    const draft = await office.ask('exportDraft', { params: writer.params });
    expect(draft.text).toContain('They have holes.');
  });

  it('is found by words of its title and by its state', async () => {
    await createWriter(office, 'sepsis').create({ title: 'Sépsis in Infants' });
    const found = async (query: Readonly<Record<string, string>>) =>
      (await listed(query)).activities.map(({ activityId }) => activityId);
    expect(await found({ q: 'sepsis' })).toEqual(['sepsis']);
    expect(await found({ q: 'home wound' })).toEqual(['wound-care']);
    expect(await found({ state: 'draft' })).toEqual(['sepsis']);
    expect(await found({ state: 'closed' })).toEqual([]);
    expect((await listed({ q: 'nothing' })).counts).toMatchObject({ draft: 1, open: 1 });
    expect((await office.ask('listAuthored', { query: { state: 'lost' } })).status).toBe(422);
  });
});

describe('a list of two thousand activities', () => {
  it('is opened by one query of theirs, and one that says who is who', async () => {
    const { authored, table } = capabilitiesOver(service.portsOf('admin-activities'));
    for (let number = 0; number < 2_000; number++) {
      const draft = { changedAt: service.now(), changedBy: office.staffId, unpublished: true };
      await table.write([authored.put({ activityId: `activity-${number}`, title: `Activity ${number}`, draft })]);
    }
    const asked: string[] = [];
    const { query } = service.table;
    service.table.query = (page) => {
      asked.push(page.pk);
      return query(page);
    };
    expect((await listed()).activities).toHaveLength(2_000);
    expect(asked.sort()).toEqual(['AUTHORED', 'STAFF']);
  });
});

describe('a file that is imported', () => {
  it('is listed beside what is written in the console, and can be written on from there', async () => {
    await service.publish(content());
    const [first] = (await listed()).activities;
    expect(first).toMatchObject({ activityId: 'hand-hygiene', state: 'open', version: 1, hasDraft: false });
    const file = createWriter(office, 'hand-hygiene');
    expect((await office.ask('getDraft', { params: file.params })).status).toBe(404);
    expect((await office.ask('restartDraft', { params: file.params, body: { version: 1 } })).status).toBe(200);
    const again = createWriter(office, 'hand-hygiene');
    expect(await again.create()).toBeRefusedFor('activity-exists');
  });
});
