import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { outlineOf } from '../../../shared/authoring/draft-parts.ts';
import type { AnswerKey } from '../../../shared/domain/assessment.ts';
import { createWriter, writtenDocument } from '../../support/drafting.ts';
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
  await writer.create();
});

const revisionOf = (part: string) => writer.revisions.get(part);

describe('saving a part of a draft', () => {
  it('takes the place of the revision that was read, and says the next', async () => {
    const saved = await writer.save('about', { title: 'First' });
    expect(saved.body).toMatchObject({ part: 'about', rev: 2 });
    expect(saved.headers.etag).toBe('"2"');
    const read = await office.ask('getDraftPart', { params: { ...writer.params, part: 'about' } });
    expect(read.headers.etag).toBe('"2"');
    expect(read.body).toMatchObject({ rev: 2, content: { title: 'First' }, savedBy: 'The author' });
  });

  it('is refused when somebody saved meanwhile, who is named with the time and with what stands there now', async () => {
    const other = await createStaff(service, 'coordinator');
    const elsewhere = createWriter(other);
    service.pass(60_000);
    await elsewhere.save('about', { title: 'Theirs' }, 1);
    const late = await writer.save('about', { title: 'Mine' }, 1);
    expect(late.status).toBe(412);
    expect(late).toBeRefusedFor('saved-meanwhile');
    expect(late.reasons[0]?.message).toBe('The coordinator saved this at 04:31 UTC on 2026-03-09, after you read it.');
    expect(late.problem?.current).toMatchObject({
      ...{ part: 'about', rev: 2, content: { title: 'Theirs' }, savedBy: 'The coordinator' },
    });
    // Whoever has compared the two saves over it on purpose.
    expect((await writer.save('about', { title: 'Both' }, 2)).status).toBe(200);
  });

  it('is done once when its answer was lost and it is sent again', async () => {
    await writer.save('about', { title: 'Once' }, 1);
    const again = await writer.save('about', { title: 'Once' }, 1);
    expect(again.body).toMatchObject({ rev: 2 });
    expect(revisionOf('about')).toBe(2);
  });

  it('does not meet a save of another part: two people write at two questions', async () => {
    const other = createWriter(await createStaff(service, 'coordinator'));
    const answers = await Promise.all([
      writer.save('question-a', { text: 'One' }),
      other.save('question-b', { text: 'Two' }),
      writer.save('evaluation', { questions: [] }),
      other.save('assessment-a', { kind: 'post-test' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('wants to be told what it takes the place of', async () => {
    const params = { ...writer.params, part: 'about' };
    for (const headers of [{}, { 'if-match': '' }, { 'if-match': '*' }, { 'if-match': 'W/"1"' }, { 'if-match': '1' }]) {
      const answer = await office.ask('saveDraftPart', { params, body: { content: {} }, headers });
      expect(answer.status).toBe(428);
      expect(answer).toBeRefusedFor('revision-required');
    }
  });

  it('knows the parts that a draft has, and no others', async () => {
    for (const part of ['abouts', 'question-', 'question-A', `question-${'x'.repeat(41)}`, 'assessment', 'version'])
      expect((await writer.save(part, {})).status).toBe(404);
    expect((await createWriter(office, 'nothing').save('about', {})).status).toBe(404);
    expect((await writer.save('question-new', { text: 'x' }, 3)).status).toBe(404);
  });

  it('of two tabs that save at once lets one win, whatever the order, and tells the other', async () => {
    for (let round = 0; round < 20; round++) {
      const rev = revisionOf('about') ?? 0;
      const tabs = Array.from({ length: 8 }, (_, tab) => writer.save('about', { title: `${round}, ${tab}` }, rev));
      const answers = await Promise.all(tabs);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 412)).toHaveLength(7);
    }
  });

  it('that comes while the draft is published is published with it or stands as a change that is not', async () => {
    await writer.write(writtenDocument());
    const { about } = (await writer.draft()).parts;
    const [published, saved] = await Promise.all([
      writer.publish(),
      writer.save('about', { ...about?.content, title: 'Changed in that very moment' }),
    ]);
    expect([published.status, saved.status]).toEqual([200, 200]);
    const [activity] = (await office.ask('listAuthored')).body.activities;
    expect(activity?.unpublished).toBe(activity?.title !== 'Changed in that very moment');
  });
});

describe('the outline', () => {
  it('says which parts are of the draft; what it names no more is not read', async () => {
    await writer.write(writtenDocument());
    await writer.save('outline', { assessments: [{ part: 'assessment-1', questions: ['question-1x0'] }] });
    expect(Object.keys((await writer.draft()).parts).sort()).toEqual(
      ['about', 'assessment-1', 'evaluation', 'outline', 'question-1x0'].sort(),
    );
  });

  it('is held to its form', async () => {
    for (const assessments of [
      1,
      [{ part: 'about', questions: [] }],
      [{ part: 'assessment-a', questions: ['assessment-a'] }],
      [{ part: 'assessment-a', questions: ['question-a', 'question-a'] }],
      [{ part: 'assessment-a' }],
      Array.from({ length: 21 }, (_, index) => ({ part: `assessment-${index}`, questions: [] })),
      [{ part: 'assessment-a', questions: Array.from({ length: 1_001 }, (_, index) => `question-${index}`) }],
    ]) {
      const answer = await writer.save('outline', { assessments });
      expect(answer).toBeRefusedFor('part-malformed');
      expect(answer.status).toBe(422);
    }
  });
});

describe('a draft of four hundred questions', () => {
  const questions = Array.from({ length: 400 }, (_, index) => ({
    text: `Question ${index}: ${'what is the best next step? '.repeat(12)}`,
    options: ['Wait', { text: 'Treat', right: true }, 'Refer', 'Repeat the test'],
    rationale: 'Because the guideline says so.',
  }));
  const document = { ...writtenDocument(), assessments: [{ kind: 'post-test', passMark: 70, questions }] };

  it('is saved by its questions, one row each, and published as one version with the ids of its parts', async () => {
    await writer.write(document);
    const rows = service.table.rows().filter(({ kind }) => kind === 'draft');
    expect(Math.max(...rows.map((row) => JSON.stringify(row).length))).toBeLessThan(20_000);
    const before = service.table.rows().length;
    await writer.save('question-0x7', { ...questions[7], text: 'Mended' });
    expect(service.table.rows()).toHaveLength(before);
    expect((await writer.publish()).body).toEqual({ outcome: 'published', version: 1 });
    const [keys] = service.held<Readonly<Record<string, AnswerKey>>>('answerKey');
    expect(Object.keys(keys?.['post-test'] ?? {})).toHaveLength(400);
    expect(keys?.['post-test']?.['0x7']).toEqual({ right: ['b'], rationale: 'Because the guideline says so.' });
  });

  it('keeps the ids of its questions when one before them is removed', async () => {
    await writer.write(document);
    const { outline } = (await writer.draft()).parts;
    const kept = outlineOf(new Map([['outline', outline?.content ?? {}]])).assessments.map(
      ({ questions, ...rest }) => ({
        ...{ ...rest, questions: questions.slice(1) },
      }),
    );
    await writer.save('outline', { assessments: kept });
    await writer.publish();
    const [keys] = service.held<Readonly<Record<string, AnswerKey>>>('answerKey');
    const ids = Array.from({ length: 399 }, (_, index) => `0x${index + 1}`);
    expect(new Set(Object.keys(keys?.['post-test'] ?? {}))).toEqual(new Set(ids));
  });

  it('is begun from a version in pieces that become the draft at once', async () => {
    await writer.write(document);
    await writer.publish();
    const restarted = await office.ask('restartDraft', { params: writer.params, body: { version: 1 } });
    expect(Object.keys(restarted.body.parts).filter((part) => part.startsWith('question-'))).toHaveLength(400);
    expect((await writer.publish()).body.outcome).toBe('unchanged');
  });

  it('that is too large for a version is refused with words, not broken', async () => {
    const long = questions.map((question) => ({ ...question, text: question.text.repeat(4) }));
    await writer.write({ ...document, assessments: [{ kind: 'post-test', passMark: 70, questions: long }] });
    const refused = await writer.publish();
    expect(refused.status).toBe(422);
    expect(refused.reasons.map(({ message }) => message).join(' ')).toMatch(/has \d+ bytes/);
  });
});

describe('whatever is sent as a part', () => {
  const part = fc.constantFrom('about', 'outline', 'evaluation', 'assessment-a', 'question-a', 'other', '__proto__');
  const field = fc.constantFrom(
    ...['title', 'provider', 'questions', 'assessments', 'credits', 'zone', 'statements', 'options', 'pools', 'showIf'],
    ...['__proto__', 'constructor', 'opens', 'theme', 'kind', 'answer', 'a.b', ''],
  );
  const content = fc.dictionary(field, fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(1e300, -0, 'UTC')));

  it('is never answered 5xx, by saving it or by anything that reads it then', async () => {
    const outline = { assessments: [{ part: 'assessment-a', questions: ['question-a'] }] };
    await writer.save('outline', outline);
    await fc.assert(
      fc.asyncProperty(part, content, async (name, fields) => {
        const { status } = await writer.save(name, fields);
        expect([200, 404, 422]).toContain(status);
        if (name === 'outline' && status === 200) await writer.save('outline', outline);
        const read = [
          await office.ask('getDraft', { params: writer.params }),
          await office.ask('checkDraft', { params: writer.params }),
          await office.ask('previewDraft', { params: writer.params }),
          await office.ask('previewCertificate', { params: writer.params, body: {} }),
          await office.ask('exportDraft', { params: writer.params }),
        ];
        expect(read.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
        expect((await writer.publish()).status).toBe(422);
      }),
      { numRuns: 150 },
    );
    expect(service.logged.filter(({ event }) => event === 'request.broken')).toEqual([]);
  });

  it('is refused when it nests without end or is longer than a row holds', async () => {
    const nested = (depth: number): object => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    expect(await writer.save('question-a', nested(30) as Record<string, unknown>)).toBeRefusedFor('part-malformed');
    const text = `{"content":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`;
    const params = { ...writer.params, part: 'question-a' };
    const deep = await office.ask('saveDraftPart', { params, text, headers: { 'if-match': '"0"' } });
    expect([400, 422]).toContain(deep.status);
    const long = `{"content":{"a":[${'1e20,'.repeat(15_000)}1]}}`;
    const refused = await office.ask('saveDraftPart', { params, text: long, headers: { 'if-match': '"0"' } });
    expect([413, 422]).toContain(refused.status);
  });
});
