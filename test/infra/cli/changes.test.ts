import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../../../infra/cli/changes/order.ts';
import { run } from '../../../infra/cli/run.ts';
import type { AnyChange } from '../../../shared/domain/any-change.ts';
import type { Change } from '../../../shared/domain/change.ts';
import type { HandAward } from '../../../shared/domain/hand-award.ts';
import type {
  ActivityId,
  CivilDate,
  CreditHundredths,
  CreditTypeId,
  Instant,
  LearnerId,
} from '../../../shared/domain/kinds.ts';
import type { Merge } from '../../../shared/domain/merge.ts';
import { startHost } from './host.ts';

type Decision = { readonly changeId: string; readonly approve: boolean; readonly by: string; readonly reason?: string };

const refusal = { message: 'There is no such certificate.', remedy: 'Look at it again.' };
const changeOf = ({ by, ...order }: Order): Change =>
  ({
    ...{ ...order, changeId: `change-${order.certificateId}`, proposedBy: by, status: 'proposed' },
    proposedAt: '2026-11-24T10:00:00.000Z',
  }) as Change;

/** What waits for a second person, by id. */
const waiting = new Map<string, AnyChange>();

/** A system that knows the certificates c1 to c3, and lets suspensions be made by one. */
async function startSystem() {
  waiting.clear();
  return startHost({
    'propose-change': (order: Order) => {
      if (!/^c[1-3]$/.test(order.certificateId)) return { returned: { outcome: 'refused', reasons: [refusal] } };
      const change = changeOf(order);
      if (order.kind === 'suspend') return { returned: { outcome: 'done', change } };
      waiting.set(change.changeId, change);
      return { returned: { outcome: 'proposed', change } };
    },
    'decide-change': ({ changeId, approve }: Decision) => {
      const change = waiting.get(changeId);
      if (!change) return { returned: { outcome: 'refused', reasons: [refusal] } };
      waiting.delete(changeId);
      const made = change.kind === 'correct' ? { ...change, replacement: 'c9' } : change;
      return { returned: { outcome: approve ? 'done' : 'rejected', change: made } };
    },
    // A page holds two.
    'list-changes': ({ cursor = '0' }: { readonly cursor?: string }) => {
      const [all, from] = [[...waiting.values()], Number(cursor)];
      const next = all.length > from + 2 ? { next: `${from + 2}` } : {};
      return { returned: { changes: all.slice(from, from + 2), ...next } };
    },
  });
}

const askedBy = (changeId: string) => ({
  ...{ changeId, reason: 'Lost its network', proposedBy: 'asha@meridian.example', status: 'proposed' as const },
  proposedAt: '2026-11-24T10:00:00.000Z' as Instant,
});
const handAward: HandAward = {
  ...askedBy('by-hand'),
  ...{ kind: 'award', learnerId: 'l1' as LearnerId, activityId: 'hand-hygiene' as ActivityId, activityVersion: 1 },
  participatedOn: '2026-03-07' as CivilDate,
  claims: [{ creditType: 'ama-pra-category-1' as CreditTypeId, amount: 75 as CreditHundredths }],
};
const merge: Merge = { ...askedBy('two-in-one'), kind: 'merge', learnerId: 'l1' as LearnerId, into: 'l2' as LearnerId };

let folder: string;
let host: Awaited<ReturnType<typeof startSystem>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-changes-'));
  host = await startSystem();
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', host.endpoint);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function wallet(...args: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await run(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed, complained };
}
const file = (name: string, text = ''): string => {
  const path = join(folder, name);
  if (text) writeFileSync(path, text);
  return path;
};
const by = ['--by', 'Asha', '--reason', 'Not there'];

describe('wallet correct', () => {
  it('says what the certificate shall say otherwise, and whom it waits for', async () => {
    const said = ['--name', 'Amélie Roth', '--participated', '2026-03-07', '--credit', 'ama-pra-category-1=1.25'];
    expect(await wallet('correct', 'https://credit.example.org/v/c1', ...said, ...by)).toEqual({
      code: 0,
      printed: ['c1 waits for a second person: wallet approve change-c1 --by NAME'],
      complained: [],
    });
    expect(host.invoked[0]?.input).toEqual({
      ...{ kind: 'correct', certificateId: 'c1', reason: 'Not there', by: 'Asha' },
      correction: {
        ...{ name: 'Amélie Roth', participatedOn: '2026-03-07' },
        credits: [{ creditType: 'ama-pra-category-1', amount: 125 }],
      },
    });
    expect((await wallet('changes')).printed).toEqual([
      'change-c1 correct c1, asked by Asha at 2026-11-24T10:00:00.000Z: Not there',
      '    name: "Amélie Roth"',
      '    participatedOn: "2026-03-07"',
      '    credits: [{"creditType":"ama-pra-category-1","amount":125}]',
    ]);
    expect((await wallet('approve', 'change-c1', '--by', 'Benno')).printed).toEqual([
      'c1 done, c9 stands in its place',
    ]);
    expect((await wallet('changes')).printed).toEqual(['No change waits.']);
  });

  it.each([
    [['c1', '--credit', '1.25', ...by], '“1.25” is no credit. Write it like ama-pra-category-1=1.25.'],
    [['c1', '--reason', 'Not there'], 'Say who asks: --by NAME.'],
    [['c1', '--profession', 'nurs', ...by], '“nurs” is no profession here. Did you mean “nurse”?'],
    [
      ['c1', 'c#2', ...by],
      '“c#2” names no certificate. Give the address under its QR code, or the last part of it. Nothing was asked for.',
    ],
    [by, 'Name the certificates, or a --file of them, one a row in a column “certificate”.'],
  ])('complains about %j and asks for nothing', async (args, complaint) => {
    expect(await wallet('correct', ...args)).toEqual({ code: 1, printed: [], complained: [complaint] });
    expect(host.invoked).toEqual([]);
  });
});

describe('wallet revoke', () => {
  it('of a file says each row’s outcome as it comes, and keeps all of them in a result file', async () => {
    const batch = file('batch.csv', 'Certificate, reason\nc1,Left early\n\nunknown,\nc2,\n');
    const results = file('results.csv');
    const { code, printed, complained } = await wallet('revoke', '--file', batch, '--results', results, ...by);
    expect(code).toBe(1);
    expect(printed).toEqual([
      '[1/3] c1 waits for a second person: wallet approve change-c1 --by NAME',
      '[3/3] c2 waits for a second person: wallet approve change-c2 --by NAME',
      `3 of 3 written to ${results}.`,
    ]);
    expect(complained).toEqual(['[2/3] unknown refused: There is no such certificate. Look at it again.']);
    expect(host.invoked.map(({ input }) => (input as Order).reason)).toEqual(['Left early', 'Not there', 'Not there']);
    expect(readFileSync(results, 'utf8')).toBe(
      `\ufeff${[
        '"certificate","outcome","change","replacement","said"',
        '"c1","waits","change-c1","",""',
        '"unknown","refused","","","There is no such certificate. Look at it again."',
        '"c2","waits","change-c2","",""',
        '',
      ].join('\r\n')}`,
    );
    const approved = await wallet('approve', '--file', results, '--by', 'Benno');
    expect(approved).toEqual({ code: 0, printed: ['[1/2] c1 done', '[2/2] c2 done'], complained: [] });
  });

  it('asks for nothing whose outcome could not be kept', async () => {
    const results = file('no-folder/results.csv');
    expect(await wallet('revoke', 'c1', '--results', results, ...by)).toEqual({
      ...{ code: 1, printed: [] },
      complained: [`${results} cannot be written: its folder is not there. Name another file with --results.`],
    });
    expect(host.invoked).toEqual([]);
  });

  it('changes nothing about what a certificate says', async () => {
    expect((await wallet('revoke', 'c1', '--name', 'Else', ...by)).complained).toEqual([
      'What a certificate says is changed by wallet correct, not by wallet revoke.',
    ]);
  });

  it('of a file with a row that names no certificate asks for none of them', async () => {
    const batch = file('gap.csv', 'certificate,reason\nc1,Left early\n,Left early\n');
    expect((await wallet('revoke', '--file', batch, ...by)).complained[0]).toMatch(/^“” names no certificate\./);
    expect(host.invoked).toEqual([]);
  });

  it('of a file without the column says what its head says', async () => {
    expect((await wallet('revoke', '--file', file('a.csv', 'certificat\nc1\n'), ...by)).complained[0]).toMatch(
      /has no column “certificate”\. Its head says: certificat\. Did you mean “certificate”\?$/,
    );
    expect((await wallet('revoke', '--file', file('none.csv'), ...by)).complained[0]).toMatch(/cannot be read\.$/);
    expect((await wallet('revoke', '--file', file('b.csv', 'certificate\n'), ...by)).complained[0]).toMatch(/no rows/);
  });
});

it('wallet suspend is done by one, and wallet reject leaves everything as it is', async () => {
  expect((await wallet('suspend', 'c1', ...by)).printed).toEqual(['c1 done']);
  await wallet('revoke', 'c2', ...by);
  expect((await wallet('reject', 'change-c2', '--by', 'Benno', '--reason', 'She was there')).printed).toEqual([
    'c2 rejected',
  ]);
  expect(host.invoked.at(-1)?.input).toEqual({
    ...{ changeId: 'change-c2', approve: false, by: 'Benno', reason: 'She was there' },
  });
});

describe('what was asked for on the console', () => {
  beforeEach(() => {
    for (const change of [handAward, merge]) waiting.set(change.changeId, change);
  });

  it('is listed beside the rest, with whom it is about, page after page to the end', async () => {
    await wallet('revoke', 'c1', 'c2', 'c3', ...by);
    expect((await wallet('changes')).printed).toEqual([
      'by-hand award l1 in hand-hygiene, asked by asha@meridian.example at 2026-11-24T10:00:00.000Z: Lost its network',
      '    participatedOn: "2026-03-07"',
      '    credits: [{"creditType":"ama-pra-category-1","amount":75}]',
      'two-in-one merge l1 and l2, asked by asha@meridian.example at 2026-11-24T10:00:00.000Z: Lost its network',
      ...['c1', 'c2', 'c3'].map(
        (id) => `change-${id} revoke ${id}, asked by Asha at 2026-11-24T10:00:00.000Z: Not there`,
      ),
    ]);
  });

  it('is approved and rejected like the rest, and each has its row in the results', async () => {
    await wallet('revoke', 'c1', ...by);
    const results = file('results.csv');
    expect(await wallet('approve', 'by-hand', 'change-c1', '--by', 'Benno', '--results', results)).toEqual({
      code: 0,
      printed: ['[1/2] by-hand done', '[2/2] c1 done', `2 of 2 written to ${results}.`],
      complained: [],
    });
    expect(readFileSync(results, 'utf8')).toContain('"","done","by-hand","",""');
    expect((await wallet('reject', 'two-in-one', '--by', 'Benno')).printed).toEqual(['two-in-one rejected']);
  });
});

describe('wallet approve', () => {
  it('of a file in which nothing waits says so, where it did nothing and was content before', async () => {
    const done = file('done.csv', 'certificate,outcome,change\nc1,done,change-c1\nc2,waits,\n');
    const list = file('list.csv', 'change\nchange-c1\n');
    for (const of of [done, list])
      expect(await wallet('approve', '--file', of, '--by', 'Benno')).toEqual({
        ...{ code: 1, printed: [] },
        complained: [`${of} has no row with a change and the outcome “waits”. wallet changes lists what waits.`],
      });
    expect(host.invoked).toEqual([]);
  });

  it('takes no reason, which nobody would read', async () => {
    const { code, complained } = await wallet('approve', 'change-c1', '--by', 'Benno', '--reason', 'Fine');
    expect(code).toBe(2);
    expect(complained[0]).toMatch(/^Unknown option '--reason'\. Usage: wallet approve /);
  });
});
