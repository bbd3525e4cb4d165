import { beforeEach, describe, expect, it } from 'vitest';
import { capabilitiesOver } from '../../../functions/capabilities.ts';
import { outcomes as outcomeRecords } from '../../../functions/records/outcomes.ts';
import type { Answers } from '../../../shared/domain/assessment.ts';
import type { EvaluationAnswers } from '../../../shared/domain/evaluation.ts';
import { content, evaluated, postTest, right, wrong } from '../../support/activity.ts';
import { createLearner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

const DAY = 24 * 3_600_000;
const params = { activityId: 'hand-hygiene' };
const texts = { ...params, asked: '1', questionId: 'e4' };
let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content({ assessments: [postTest()] }));
});

let learners = 0;
/** Somebody takes the post-test until they pass, and writes something in the evaluation. */
async function complete(text: string, ...first: readonly Answers[]) {
  const learner = await createLearner(service, { email: `learner-${++learners}@example.org` });
  for (const answers of [...first, right]) {
    const { attemptId } = (await learner.start()).body;
    service.pass(7 * 60_000);
    await learner.submit(attemptId, answers);
  }
  const answers: EvaluationAnswers = { ...evaluated, e4: text };
  await learner.ask('submitEvaluation', { params: learner.params, body: { answers } });
}
const report = async (query: Readonly<Record<string, string>> = {}) =>
  (await (await createStaff(service, 'author')).ask('getOutcomes', { params, query })).body;

describe('the outcomes of an activity', () => {
  it('are empty, and say so, until five learners have come and the day is over', async () => {
    for (const text of ['e', 'd', 'c', 'b']) await complete(text);
    service.pass(DAY);
    expect((await report()).assessments[0]).toMatchObject({ attempts: [] });
    await complete('a');
    expect((await report()).assessments[0]).not.toHaveProperty('scores');
    service.pass(DAY);
    const [assessment] = (await report()).assessments;
    expect(assessment).toMatchObject({
      attempts: [{ number: 1, learners: 5, passed: 5 }],
      scores: { learners: 5, mean: 100 },
      time: { learners: 5, median: 7 },
    });
  });

  it('tell of each question how hard it was at first attempts, and what was chosen', async () => {
    for (const answers of [wrong, wrong, wrong]) await complete('x', answers);
    for (const _ of [1, 2, 3]) await complete('x');
    service.pass(DAY);
    const [assessment] = (await report()).assessments;
    const item = assessment?.items.find(({ questionId }) => questionId === 'q4');
    expect(item).toMatchObject({
      figures: { learners: 6, right: 3, chosen: { a: 3, b: 3 } },
      options: [{ right: false }, { text: 'Twenty seconds', right: true }, { right: false }],
    });
    expect(item?.figures?.discrimination).toBeCloseTo(1, 9);
    // Three learners came a second time: they are too few to be spoken of.
    expect(assessment?.attempts).toEqual([{ number: 1, learners: 6, passed: 3 }]);
  });

  it('tell evaluations in total, and their texts apart from everything else', async () => {
    for (const text of ['Zinc', 'Ärger', 'Apple', 'Café noir', '=1+1']) await complete(text);
    service.pass(DAY);
    const { evaluation } = await report();
    expect(evaluation[0]).toMatchObject({ questionId: 'e1', figures: { learners: 5 } });
    expect(evaluation.find(({ questionId }) => questionId === 'e4')).toMatchObject({ texts: 5 });
    expect(JSON.stringify(evaluation)).not.toContain('Apple');
    const { ask } = await createStaff(service, 'author');
    expect((await ask('listFreeTexts', { params: texts, body: {} })).body.texts).toEqual([
      ...['=1+1', 'Apple', 'Café noir', 'Zinc', 'Ärger'],
    ]);
    const found = await ask('listFreeTexts', { params: texts, body: { contains: 'CAFE' } });
    expect(found.body).toMatchObject({ all: 5, matching: 1, texts: ['Café noir'] });
    expect((await ask('listFreeTexts', { params: { ...texts, questionId: 'e1' }, body: {} })).status).toBe(404);
  });

  it('hold back from files what may tell a patient, and say there and on the screen how much and why', async () => {
    const told = ['I ask about bleeding now.', 'Since 2024 I do.', 'More cases, please.'];
    const heldBack = ['Mrs. A, born 3/9/1961, bled.', 'Ask j.doe@example.org, MRN 00123456.'];
    for (const text of [...told, ...heldBack]) await complete(text);
    service.pass(DAY);
    const { ask } = await createStaff(service, 'author');
    const { body } = await ask('listFreeTexts', { params: texts, body: {} });
    expect(body).toMatchObject({ all: 5, matching: 5, heldBack: 2 });
    expect(body.texts).toHaveLength(5);
    const file = (await ask('exportFreeTexts', { params: texts, body: {} })).text;
    expect(file.split('\r\n').slice(1, -1)).toEqual([
      ...['"I ask about bleeding now.",""', '"More cases, please.",""', '"Since 2024 I do.",""'],
      ...['"","an e-mail address, a long number"', '"","a date"'],
    ]);
    expect(file).toContain('Left out (2): it holds something like');
    expect(service.held<{ data: object }>('audit').at(-1)).toMatchObject({ data: { count: 3 } });
    const some = (await ask('exportFreeTexts', { params: texts, body: { contains: 'please' } })).text;
    expect(some).not.toContain('Left out');
  });

  it('come in pages of a hundred texts', async () => {
    const { outcomes: _, responses, table } = capabilitiesOver(service.portsOf('submit-evaluation'));
    const about = { activityId: 'hand-hygiene', activityVersion: 1, on: '2026-03-01' };
    for (let number = 0; number < 150; number++)
      await table.write([responses.add({ ...about, answers: { e4: `Text ${String(number).padStart(3, '0')}` } })]);
    const { ask } = await createStaff(service, 'auditor');
    const first = (await ask('listFreeTexts', { params: texts, body: {} })).body;
    const second = (await ask('listFreeTexts', { params: texts, body: { cursor: first.next ?? '' } })).body;
    expect([first.texts.length, second.texts.length, second.texts.at(-1), second.next]).toEqual([
      ...[100, 50, 'Text 149', undefined],
    ]);
  });

  it('are told by version, where versions ask other questions, and together where they ask the same', async () => {
    for (let n = 0; n < 5; n++) await complete('x');
    await service.publish(content({ assessments: [postTest()], title: 'Hands, again' }));
    for (let n = 0; n < 5; n++) await complete('x');
    service.pass(DAY);
    const all = await report();
    expect(all.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(all.assessments).toMatchObject([{ versions: [2, 1], attempts: [{ learners: 10 }] }]);
    expect((await report({ version: '1' })).assessments).toMatchObject([
      { versions: [1], attempts: [{ learners: 5 }] },
    ]);
    await service.publish(content({ assessments: [postTest({ passMark: 50 })] }));
    expect((await report()).assessments.map(({ versions }) => versions)).toEqual([[3], [2, 1]]);
  });

  it('are told by months, in which their groups closed', async () => {
    for (let n = 0; n < 5; n++) await complete('x');
    service.at('2026-05-04T12:00:00.000Z');
    for (let n = 0; n < 6; n++) await complete('x');
    service.pass(DAY);
    const learnersIn = async (query: Readonly<Record<string, string>>) =>
      (await report(query)).assessments[0]?.attempts[0]?.learners;
    expect(await learnersIn({})).toBe(11);
    expect(await learnersIn({ to: '2026-03' })).toBe(5);
    expect(await learnersIn({ from: '2026-04', to: '2026-05' })).toBe(6);
    expect(await learnersIn({ from: '2026-04', to: '2026-04' })).toBeUndefined();
  });

  it('are found by whoever may see activities, from a list of them', async () => {
    const { ask } = await createStaff(service, 'author');
    expect((await ask('listOutcomes')).body.activities).toMatchObject([{ activityId: 'hand-hygiene', version: 1 }]);
  });

  it('refuse what cannot be asked for', async () => {
    const { ask } = await createStaff(service, 'author');
    const asked = (query: Readonly<Record<string, string>>) => ask('getOutcomes', { params, query });
    expect(await asked({ version: '7' })).toBeRefusedFor('version-unknown');
    expect(await asked({ from: '2026-05', to: '2026-04' })).toBeRefusedFor('months-reversed');
    expect((await asked({ from: 'May' })).status).toBe(422);
    expect((await ask('getOutcomes', { params: { activityId: 'none' } })).status).toBe(404);
  });

  it('can be taken along as tables, without formulas', async () => {
    for (const text of ['=1+1', 'b', 'c', 'd', 'e']) await complete(text, wrong);
    service.pass(DAY);
    const { ask } = await createStaff(service, 'author');
    const file = await ask('exportOutcomes', { params, query: { table: 'questions' } });
    expect(file.text).toContain('"q4","How long?","5","0","0"');
    const sheet = await ask('exportOutcomes', { params, query: { table: 'questions', format: 'xlsx' } });
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
    for (const table of ['summary', 'attempts', 'evaluation', 'change'])
      expect((await ask('exportOutcomes', { params, query: { table } })).status).toBe(200);
    expect((await ask('exportFreeTexts', { params: texts, body: {} })).text).toContain(`"'=1+1"`);
    expect(service.held<{ type: string; data: object }>('audit').at(-1)).toMatchObject({
      ...{ type: 'outcomes.texts-exported', data: { questionId: 'e4', count: 5 } },
    });
  });

  it('are read by nothing that knows a learner', async () => {
    await complete('x');
    service.pass(DAY);
    await report();
    expect(service.undeclared).toEqual([]);
  });
});

describe('more outcomes than a report reads', () => {
  it('are told of the days that were read whole', async () => {
    const { table, ids, outcomes } = capabilitiesOver(service.portsOf('grade-attempt'));
    const about = { activityId: 'hand-hygiene', activityVersion: 1, assessmentId: 'post-test' };
    for (const on of ['2026-03-02', '2026-03-01', '2026-03-03'])
      for (let n = 0; n < 900; n++)
        await table.write(outcomes.add({ ...about, on, number: 1, passed: true, minutes: 3 }, undefined));
    const read = outcomeRecords({ ids, table: service.table, most: 1_500 });
    const { sittings } = await read.of('hand-hygiene');
    expect(sittings.until).toBe('2026-03-02');
    expect(sittings.kept).toHaveLength(900);
    expect(new Set(sittings.kept.map(({ on }) => on))).toEqual(new Set(['2026-03-01']));
    const all = (await outcomeRecords({ ids, table: service.table }).of('hand-hygiene')).sittings;
    expect(all.until).toBeUndefined();
    expect(all.kept.map(({ on }) => on)).toEqual(all.kept.map(({ on }) => on).toSorted());
    expect(all.kept).toHaveLength(2_700);
  });

  it('are read where they were written before there were parts, among the others by their days', async () => {
    const { table, ids, outcomes } = capabilitiesOver(service.portsOf('grade-attempt'));
    const sitting = {
      activityId: 'hand-hygiene',
      activityVersion: 1,
      assessmentId: 'post-test',
      number: 1,
      minutes: 3,
    };
    const add = (on: string, passed: boolean) => outcomes.add({ ...sitting, on, passed }, undefined);
    await table.write(add('2026-03-01', true));
    await table.write(add('2026-03-03', true));
    const [former] = add('2026-03-02', false);
    if (former?.kind !== 'put') throw new Error('A sitting is put');
    await table.write([{ ...former, row: { ...former.row, pk: 'SITTING#hand-hygiene' } }]);
    const { sittings } = await outcomeRecords({ ids, table: service.table }).of('hand-hygiene');
    expect(sittings.kept.map(({ on, passed }) => [on, passed])).toEqual([
      ['2026-03-01', true],
      ['2026-03-02', false],
      ['2026-03-03', true],
    ]);
    expect(service.undeclared).toEqual([]);
  });
});
