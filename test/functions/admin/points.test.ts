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
});
