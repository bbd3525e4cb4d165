import { beforeEach, describe, expect, it } from 'vitest';
import { createWriter, writtenDocument } from '../../support/drafting.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let office: StaffBrowser;
let writer: ReturnType<typeof createWriter>;
const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>';
const meridian = {
  ...{ name: 'Meridian Society', contact: 'help@meridian.example' },
  theme: {
    ...{ colors: { accent: '#1f4e5a' }, logo: 'logo' },
    signatures: [{ name: 'Theodora Lindqvist-Amari, MD', title: 'Chair' }],
  },
};

const put = (name: 'saveProvider' | 'saveDrawing' | 'saveEvaluationSet', more: object, body: object, rev = 0) =>
  office.ask(name, { params: { ...more }, body, headers: { 'if-match': `"${rev}"` } });
const saveProvider = (fields: object, rev = 0) => put('saveProvider', { providerId: 'meridian' }, { fields }, rev);

beforeEach(async () => {
  service = createService();
  office = await createStaff(service, 'author');
  writer = createWriter(office);
});

describe('the preview of a draft', () => {
  it('is what a learner would meet, without what is right, and writes nothing', async () => {
    await writer.create();
    await writer.write({
      ...writtenDocument(),
      assessments: [
        {
          ...{ kind: 'post-test', passMark: 70, pools: [{ id: 'p', draw: 1 }] },
          questions: ['One', 'Two', 'Three'].map((text) => ({ text, answer: true, pool: 'p', rationale: 'Secret.' })),
        },
      ],
    });
    const before = service.table.rows().length;
    const { body, text } = await office.ask('previewDraft', { params: writer.params });
    expect(body.activity).toMatchObject({
      title: 'Wound Care at Home',
      closed: [],
      assessments: [{ questionCount: 1 }],
    });
    expect(body.assessments[0]?.questions).toHaveLength(1);
    expect(body.evaluation).toHaveLength(4);
    expect(text).not.toContain('Secret.');
    expect(service.table.rows()).toHaveLength(before);
  });

  it('asks other questions of a pool each time that it is looked at', async () => {
    await writer.create();
    const questions = ['One', 'Two', 'Three', 'Four'].map((text) => ({ text, answer: true, pool: 'p' }));
    await writer.write({
      ...writtenDocument(),
      assessments: [{ kind: 'post-test', passMark: 70, pools: [{ id: 'p', draw: 1 }], questions }],
    });
    const seen = new Set<string | undefined>();
    for (let look = 0; look < 30; look++) {
      const { body } = await office.ask('previewDraft', { params: writer.params });
      seen.add(body.assessments[0]?.questions[0]?.text);
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  it('shows a draft of which nothing is written yet, too', async () => {
    await writer.create();
    expect((await office.ask('previewDraft', { params: writer.params })).status).toBe(200);
    expect((await office.ask('previewDraft', { params: { activityId: 'none' } })).status).toBe(404);
  });
});

describe('the preview of a certificate', () => {
  it('certifies what the draft offers the profession, in the provider’s look, and says that it is none', async () => {
    await saveProvider(meridian);
    await put('saveDrawing', { providerId: 'meridian', drawing: 'logo' }, { svg: logo });
    await writer.create();
    await writer.write({ ...writtenDocument(), provider: 'meridian' });
    const preview = (query: Readonly<Record<string, string>> = {}) =>
      office.ask('previewCertificate', { params: writer.params, body: query });
    const { body } = await preview({ name: 'Ida Okoro' });
    expect(body.sheet).toContain('Ida Okoro');
    expect(body.sheet).toContain('AMA PRA Category 1');
    expect(body.sheet).toMatch(/preview|not a certificate|no certificate/i);
    expect(body.colors.accent).toBe('#1f4e5a');
    expect((await preview({ profession: 'nurse' })).body.sheet).toContain('contact hour');
    expect((await preview({ profession: 'astronaut' })).status).toBe(422);
    expect(service.held('certificate')).toEqual([]);
  });
});

describe('a provider', () => {
  it('is named by drafts, whose checklist tells its gaps as its own', async () => {
    await saveProvider({ ...meridian, contact: '' });
    await writer.create();
    expect((await writer.draft()).parts.about?.content).toMatchObject({ provider: 'meridian' });
    await writer.write({ ...writtenDocument(), provider: 'meridian' });
    const gaps = async () => (await office.ask('checkDraft', { params: writer.params })).body.gaps;
    const ofProvider = (await gaps()).flatMap(({ provider, pointer }) => (provider === 'meridian' ? [pointer] : []));
    expect(ofProvider.sort()).toEqual(['/contact', '/theme/logo']);
    expect((await writer.publish()).reasons.map(({ field }) => field)).toContain('/provider/contact');
    await saveProvider(meridian, 1);
    await put('saveDrawing', { providerId: 'meridian', drawing: 'logo' }, { svg: logo });
    expect((await writer.publish()).body).toEqual({ outcome: 'published', version: 1 });
    expect([...service.documents.kept.keys()].filter((key) => key.startsWith('themes/'))).toHaveLength(1);
  });

  it('is saved by the revision that was read, and who came too late is shown both', async () => {
    expect((await saveProvider(meridian)).body).toMatchObject({ rev: 1 });
    expect((await saveProvider(meridian)).body).toMatchObject({ rev: 1 });
    const late = await saveProvider({ name: 'Another' });
    expect(late.status).toBe(412);
    expect(late.problem?.current).toMatchObject({
      providerId: 'meridian',
      rev: 1,
      fields: { name: 'Meridian Society' },
    });
    expect((await saveProvider({ name: 'Another' }, 1)).body).toMatchObject({ rev: 2 });
    expect((await office.ask('listProviders')).body.providers).toMatchObject([
      { name: 'Another', savedBy: 'The author' },
    ]);
    expect((await put('saveProvider', { providerId: 'No_Id' }, { fields: {} })).status).toBe(404);
    const audited = service.held<{ type: string }>('audit').map(({ type }) => type);
    expect(audited).toEqual(['provider.changed', 'provider.changed']);
  });

  it('keeps a drawing only when certificates can print it', async () => {
    await saveProvider(meridian);
    const params = { providerId: 'meridian', drawing: 'seal' };
    const refused = await put('saveDrawing', params, { svg: '<svg viewBox="0 0 1 1"><text>Seal</text></svg>' });
    expect(refused).toBeRefusedFor('drawing-unprintable');
    expect((await put('saveDrawing', params, { svg: `${logo}<!--${'漢'.repeat(150_000)}-->` })).status).toBe(422);
    expect((await put('saveDrawing', params, { svg: logo })).body).toMatchObject({ rev: 1 });
    const { drawings } = (await office.ask('getProvider', { params: { providerId: 'meridian' } })).body;
    expect(drawings).toMatchObject({ seal: { rev: 1, svg: logo } });
    expect((await put('saveDrawing', { providerId: 'none', drawing: 'seal' }, { svg: logo })).status).toBe(404);
  });
});

describe('a set of evaluation questions', () => {
  it('is kept under a name for drafts to copy, by revisions', async () => {
    const questions = [{ text: 'Was it fair?', kind: 'single', options: ['Yes', 'No'] }];
    const body = { name: 'Balance', questions };
    expect((await put('saveEvaluationSet', { setId: 'balance' }, body)).body).toMatchObject({ rev: 1 });
    const own = (await office.ask('listEvaluationSets')).body.sets.filter(({ rev }) => rev > 0);
    expect(own).toMatchObject([{ setId: 'balance', rev: 1, ...body }]);
    expect((await put('saveEvaluationSet', { setId: 'balance' }, { ...body, name: 'Fairness' })).status).toBe(412);
    expect((await put('saveEvaluationSet', { setId: 'balance' }, { name: ' ', questions })).status).toBe(422);
    await writer.create();
    expect((await writer.save('evaluation', { questions })).status).toBe(200);
    await put('saveEvaluationSet', { setId: 'balance' }, { ...body, questions: [] }, 1);
    expect((await writer.draft()).parts.evaluation?.content).toEqual({ questions });
  });

  it('comes with the software too, can be put into a draft as it is, and gives way to the provider’s own of its name', async () => {
    const sets = async () => (await office.ask('listEvaluationSets')).body.sets;
    const [first] = await sets();
    expect(first).toMatchObject({ setId: 'analyzes-change', rev: 0 });
    await writer.create();
    await writer.write({ ...writtenDocument(), evaluation: first?.questions });
    expect((await office.ask('checkDraft', { params: writer.params })).body.ready).toBe(true);
    await put('saveEvaluationSet', { setId: 'analyzes-change' }, { name: 'Our change', questions: [] });
    expect(await sets()).toMatchObject([{ setId: 'analyzes-change', rev: 1, name: 'Our change', questions: [] }]);
  });
});
