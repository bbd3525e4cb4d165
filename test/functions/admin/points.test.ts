import { beforeEach, describe, expect, it } from 'vitest';
import { content } from '../../support/activity.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

const ama = 'ama-pra-category-1';
const offer = { boardName: 'as its board calls itself', creditType: ama, step: 25, maximum: 125 } as const;
const moc = [
  { ...offer, board: 'ABIM', rule: { kind: 'equal-to-claimed' } },
  { ...offer, board: 'ABP', rule: { kind: 'fixed', points: 100 }, maximum: 100 },
] as const;

let service: Service;
let staff: StaffBrowser;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content({ moc }));
  staff = await createStaff(service, 'coordinator');
  learner = await createLearner(service, {
    email: 'ana@example.org',
    profile: { givenName: '=Ana', familyName: 'Nguyễn', profession: 'physician' },
  });
});
const wish = { board: 'ABIM', boardId: '012345', birthMonthDay: '02-29', permission: true, wording: 1 };
async function claim(...wishes: readonly object[]) {
  await learner.ready();
  const body = { claims: [{ creditType: ama, amount: 125 }], moc: wishes };
  expect((await learner.ask('claimCredit', { params: learner.params, body })).status).toBe(200);
}
/** The rows of the file, each by its headings. */
async function rows(
  query: Readonly<Record<string, string>> = {},
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { text, status } = await staff.ask('exportPoints', { query });
  expect(status).toBe(200);
  const [headings = [], ...lines] = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));
  return lines.map((line) => Object.fromEntries(headings.map((heading, at) => [heading, line[at] ?? ''])));
}
interface Row {
  readonly board: string;
  readonly state: string;
}
async function list(query: Readonly<Record<string, string>> = {}): Promise<readonly Row[]> {
  const { body, status } = await staff.ask('listPoints', { query });
  expect(status).toBe(200);
  return (body as { readonly points: readonly Row[] }).points;
}
const states = async () => Object.fromEntries((await list()).map(({ board, state }) => [board, state]));
/** Says something of the learner's points with a board. */
const mark = (route: 'reportPoints' | 'answerPoints', board: string, of: object, beside: object = {}) =>
  staff.ask(route, {
    body: {
      points: [
        {
          learnerId: service.held<{ learnerId: string }>('credit')[0]?.learnerId,
          activityId: 'hand-hygiene',
          board,
          ...of,
        },
      ],
      ...beside,
    },
  });
async function correct(correction: object): Promise<void> {
  const [award] = service.held<{ certificateId: string }>('credit');
  const asked = { certificateId: award?.certificateId, kind: 'correct', reason: 'The list was wrong', by: 'Asha' };
  const proposed = await service.proposeChange({ ...asked, correction });
  if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed.reasons));
  if (proposed.outcome === 'proposed')
    await service.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
}
const allow = (given: boolean) =>
  learner.ask('setConsent', { params: { purpose: 'board-reporting' }, body: { given, wording: 1 } });

describe('points for maintenance of certification', () => {
  it('are handed out to be reported with what the board knows the physician by, and the day by which it must be told', async () => {
    await claim(wish, { ...wish, board: 'ABP', boardId: 'P-77' });
    const [first, second, ...more] = await rows();
    expect(first).toMatchObject({
      ...{ Action: 'add', Board: 'ABIM', 'Board ID': '012345', 'Birth month and day': '02-29' },
      // No spreadsheet runs a name.
      ...{ 'Given name': "'=Ana", 'Family name': 'Nguyễn' },
      ...{ Points: '1.25', 'Credit claimed': '1.25', 'Activity id': 'hand-hygiene' },
      'Credit ID': expect.stringMatching(/^ccid:[^:]+:[^:]+-ABIM$/),
    });
    const days = (Date.parse(first?.['Report by'] ?? '') - Date.parse(first?.['Completed on'] ?? '')) / 86_400_000;
    expect(days).toBe(30);
    expect(second).toMatchObject({ Board: 'ABP', 'Board ID': 'P-77', Points: '1' });
    expect(more).toEqual([]);
    expect(await rows({ board: 'ABP' })).toHaveLength(1);
    expect(await rows({ activityId: 'another' })).toEqual([]);
    const day = first?.['Completed on'] ?? '';
    expect(await rows({ until: '2000-01-01' })).toEqual([]);
    expect(await rows({ from: day })).toHaveLength(2);
  });

  it('are reported with permission alone: whoever takes it back is in no file from then on, nor is who never asked', async () => {
    await claim(wish);
    const other = await createLearner(service, { email: 'ben@example.org' });
    await other.complete();
    expect(await rows()).toHaveLength(1);
    await allow(false);
    expect(await rows()).toEqual([]);
    await allow(true);
    expect(await rows()).toHaveLength(1);
  });

  it('are to be deleted at the board where the certificate does not count any more', async () => {
    await claim(wish);
    const award = service.held<{ certificateId: string; standing?: string }>('credit')[0];
    const asked = await staff.ask('askChange', {
      body: { certificateId: award?.certificateId, kind: 'suspend', reason: 'The identity is being looked into.' },
    });
    expect(asked.status).toBe(200);
    const [row] = await rows();
    expect(row).toMatchObject({ Action: 'delete', 'Credit ID': expect.stringMatching(/-ABIM$/) });
  });

  it('are handed to those who report alone, after their passkey, and the audit trail says to whom', async () => {
    await claim(wish);
    await rows();
    expect(
      service.held<{ type: string; by: string }>('audit').find(({ type }) => type === 'list.exported'),
    ).toMatchObject({
      ...{ by: staff.staffId, data: { list: 'points', format: 'csv', rows: 1 } },
    });
    for (const role of ['auditor', 'author'] as const)
      expect((await (await createStaff(service, role)).ask('exportPoints', {})).status).toBe(403);
    service.pass(6 * 60_000);
    expect(await staff.ask('exportPoints', {})).toBeRefusedFor('step-up-needed');
    expect((await (await createStaff(service, 'owner')).ask('exportPoints', { query: { board: 'ABC' } })).status).toBe(
      422,
    );
  });

  it('show how they stand with each board: to be reported, reported, and what the board answered', async () => {
    await claim(wish, { ...wish, board: 'ABP', boardId: 'P-77' });
    expect(await states()).toEqual({ ABIM: 'due', ABP: 'due' });
    expect(await mark('reportPoints', 'ABIM', { action: 'add', points: 125 })).toMatchObject({ body: { noted: 1 } });
    expect(await states()).toEqual({ ABIM: 'reported', ABP: 'due' });
    expect(await rows({ state: 'open' })).toMatchObject([{ Board: 'ABP' }]);
    // Whoever presses the button twice reports once.
    expect(await mark('reportPoints', 'ABIM', { action: 'add', points: 125 })).toMatchObject({ body: { noted: 0 } });
    await mark('answerPoints', 'ABIM', {}, { verdict: 'refused', reason: 'No diplomate has this ID.' });
    expect((await list()).find(({ board }) => board === 'ABIM')).toMatchObject({
      ...{ state: 'refused', refusedBecause: 'No diplomate has this ID.' },
    });
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    await mark('answerPoints', 'ABIM', {}, { verdict: 'accepted' });
    expect(await states()).toEqual({ ABIM: 'accepted', ABP: 'due' });
    expect(await list({ state: 'open' })).toMatchObject([{ board: 'ABP' }]);
    const told = service.held<{ type: string; by: string }>('audit').filter(({ type }) => type.startsWith('points.'));
    expect(told.map(({ type }) => type).toSorted()).toEqual([
      ...['points.answered', 'points.answered', 'points.reported', 'points.reported'],
    ]);
    expect(told.every(({ by }) => by === staff.staffId)).toBe(true);
  });

  it('are deleted at the board and added again where a correction gave others: both under the ID that the board knows', async () => {
    await claim(wish);
    const [first] = await rows();
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    await correct({ credits: [{ creditType: ama, amount: 75 }] });
    expect(await states()).toEqual({ ABIM: 'changed' });
    const lines = await rows({ state: 'open' });
    expect(lines).toMatchObject([
      { Action: 'delete', Points: '1.25' },
      { Action: 'add', Points: '0.75' },
    ]);
    for (const line of lines) expect(line['Credit ID']).toBe(first?.['Credit ID']);
  });

  it('are added alone where the board refused those before the correction', async () => {
    await claim(wish);
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    await mark('answerPoints', 'ABIM', {}, { verdict: 'refused', reason: 'No diplomate has this ID.' });
    await correct({ credits: [{ creditType: ama, amount: 75 }] });
    expect(await rows({ state: 'open' })).toMatchObject([{ Action: 'add', Points: '0.75' }]);
  });

  it('are deleted at the board where a correction took them away, and come back with the credit that they follow from', async () => {
    await claim(wish);
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    await mark('answerPoints', 'ABIM', {}, { verdict: 'accepted' });
    await correct({ profession: 'nurse', credits: [{ creditType: 'ancc-contact-hour', amount: 100 }] });
    expect(await states()).toEqual({ ABIM: 'changed' });
    expect(await rows({ state: 'open' })).toMatchObject([
      { Action: 'delete', Board: 'ABIM', Points: '1.25', 'Credit claimed': '' },
    ]);
    expect(await mark('reportPoints', 'ABIM', { action: 'delete', points: 125 })).toMatchObject({ body: { noted: 1 } });
    expect(await states()).toEqual({ ABIM: 'reported' });
    await correct({ profession: 'physician', credits: [{ creditType: ama, amount: 125 }] });
    expect(await rows({ state: 'open' })).toMatchObject([{ Action: 'add', Board: 'ABIM', Points: '1.25' }]);
  });

  it('are told with the day of taking part, which boards count by, and not with that of the award', async () => {
    await claim(wish);
    await correct({ participatedOn: '2026-03-07' });
    expect(await rows()).toMatchObject([{ 'Completed on': '2026-03-07' }]);
  });

  it('need not be taken from a board that never had them, and must be from one that has', async () => {
    await claim(wish, { ...wish, board: 'ABP' });
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    const [award] = service.held<{ certificateId: string }>('credit');
    await staff.ask('askChange', {
      body: { certificateId: award?.certificateId, kind: 'suspend', reason: 'The identity is being looked into.' },
    });
    expect(await states()).toEqual({ ABIM: 'changed', ABP: 'unneeded' });
    expect(await rows({ state: 'open' })).toMatchObject([{ Action: 'delete', Board: 'ABIM' }]);
  });

  it('are held back, with the reason, where the learner took the permission back', async () => {
    await claim(wish);
    await allow(false);
    expect(await list({ state: 'held' })).toMatchObject([{ board: 'ABIM', hold: 'no-permission' }]);
    expect(await rows({ state: 'held' })).toEqual([]);
  });

  it('are listed by days that the calendar has', async () => {
    for (const day of ['0000-00-00', '2026-02-30', 'yesterday']) {
      expect(await staff.ask('listPoints', { query: { until: day } })).toBeRefusedFor('invalid');
      expect(await staff.ask('listCredits', { query: { from: day } })).toBeRefusedFor('invalid');
    }
  });

  it('are told to nobody in the list by the ID or the birthday that the board knows them by', async () => {
    await claim(wish);
    const { text } = await staff.ask('listPoints', {});
    expect(text).not.toContain('012345');
    expect(text).not.toContain('02-29');
  });

  it('are marked as they are alone, and answered once they were reported', async () => {
    await claim(wish);
    expect(await mark('reportPoints', 'ABS', { action: 'add', points: 125 })).toBeRefusedFor('points-unknown');
    expect(await mark('answerPoints', 'ABIM', {}, { verdict: 'accepted' })).toBeRefusedFor('not-reported');
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    expect(await mark('answerPoints', 'ABIM', {}, { verdict: 'refused' })).toBeRefusedFor('required');
    const auditor = await createStaff(service, 'auditor');
    expect((await auditor.ask('listPoints', {})).status).toBe(200);
    expect((await auditor.ask('reportPoints', { body: { points: [] } })).status).toBe(403);
  });

  it('stand in the learner’s own data, with what the board answered', async () => {
    await claim(wish);
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    const { text } = await learner.ask('exportData', {});
    expect(text).toContain('"boardReports"');
    expect(text).toContain('"reportedAt"');
  });

  it('tell the physician on the certificate what became of them', async () => {
    await claim(wish);
    const certificateId = service.held<{ certificateId: string }>('credit')[0]?.certificateId ?? '';
    const told = async () =>
      (await learner.ask('getCertificate', { params: { certificateId } })).body as {
        readonly boardReports?: readonly object[];
      };
    expect((await told()).boardReports).toBeUndefined();
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    expect((await told()).boardReports).toMatchObject([{ board: 'ABIM', state: 'reported' }]);
    await mark('answerPoints', 'ABIM', {}, { verdict: 'refused', reason: 'No diplomate has this ID.' });
    expect((await told()).boardReports).toMatchObject([
      { board: 'ABIM', state: 'refused', reason: 'No diplomate has this ID.' },
    ]);
  });

  it('are told to staff among all that happened with the learner', async () => {
    await claim(wish);
    await mark('reportPoints', 'ABIM', { action: 'add', points: 125 });
    await mark('answerPoints', 'ABIM', {}, { verdict: 'refused', reason: 'No diplomate has this ID.' });
    const { learnerId = '' } = service.held<{ learnerId: string }>('credit')[0] ?? {};
    const { timeline } = (await staff.ask('getLearner', { params: { learnerId } })).body as {
      readonly timeline: readonly { readonly kind: string; readonly text: string; readonly reason?: string }[];
    };
    expect(timeline.filter(({ kind }) => kind === 'report')).toMatchObject([
      { text: 'ABIM refused the points.', reason: 'No diplomate has this ID.' },
      { text: 'The points were reported to ABIM.' },
    ]);
  });
});
