import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../infra/cli/run.ts';
import { formats, readBank } from '../../../shared/authoring/questions/formats.ts';
import { bankOf200, faultsOf200 } from '../../support/bank.ts';
import { startHost } from './host.ts';

let folder: string;
let host: Awaited<ReturnType<typeof startHost>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-bank-'));
  host = await startHost({
    'import-bank': ({ leavingOut, activityId }: { leavingOut: number; activityId: string }) => ({
      returned:
        activityId === 'none'
          ? { outcome: 'refused', reasons: [{ message: 'There is no draft.', remedy: 'Begin one.' }] }
          : { outcome: 'imported', importId: 'i', added: 195, unchanged: 0, leftOut: leavingOut },
    }),
  });
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
  const steps: string[] = [];
  const code = await run(args, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    progress: (done, total) => steps.push(`${done}/${total}`),
  });
  return { code, printed, complained, steps };
}
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const target = ['--activity', 'wound-care', '--assessment', 'post-test', '--by', 'coordinator'];

describe('wallet import questions', () => {
  it('tells the 5 bad of 200 questions by line, without a system and without importing any', async () => {
    const bank = file('bank.gift', bankOf200);
    const { code, complained, printed, steps } = await wallet(
      'import',
      'questions',
      bank,
      '--format',
      'gift',
      '--dry-run',
    );
    expect(code).toBe(1);
    expect(complained.map((line) => line.slice(bank.length + 1).split(':')[0])).toEqual(
      faultsOf200.map(([line]) => String(line)),
    );
    expect(complained[0]).toContain('question 17 “hygiene-17”: It asks for a number. — ');
    expect(printed).toEqual(['Dry run: 195 of 200 questions in GIFT can be imported. Nothing was.']);
    expect(steps).toEqual(['0/3', '1/3']);
    expect(host.invoked).toEqual([]);
  });

  it('tells them as JSON line by line, for programs', async () => {
    const bank = file('bank.gift', bankOf200);
    const { complained, printed } = await wallet(
      'import',
      'questions',
      bank,
      '--format',
      'gift',
      '--dry-run',
      '--json',
    );
    expect(complained.map((line) => JSON.parse(line))).toMatchObject(
      faultsOf200.map(([line, item, message]) => ({ severity: 'refuses', file: bank, line, item, message })),
    );
    expect(printed.map((line) => JSON.parse(line))).toEqual([{ outcome: 'dry-run', good: 195, bad: 5 }]);
  });

  it('imports without the bad ones only when it is told to', async () => {
    const bank = ['import', 'questions', file('bank.gift', bankOf200), '--format', 'gift', ...target];
    const refused = await wallet(...bank);
    expect(refused.code).toBe(1);
    expect(refused.printed.at(-1)).toContain('add --leave-out to import without them');
    expect(host.invoked).toEqual([]);
    const { code, printed, steps } = await wallet(...bank, '--leave-out');
    expect(code).toBe(0);
    expect(printed).toEqual(['195 questions added to post-test of wound-care, 0 were there already, 5 left out.']);
    expect(steps.at(-1)).toBe('3/3');
    expect(host.invoked).toMatchObject([
      {
        name: 'import-bank',
        input: { activityId: 'wound-care', assessment: 'post-test', leavingOut: 5, by: 'coordinator' },
      },
    ]);
  });

  it.each([
    ['files', Object.fromEntries(Array.from({ length: 5_001 }, (_, number) => [`${number}.xml`, new Uint8Array()]))],
    ['characters', { 'one.xml': new Uint8Array(8_000_001) }],
  ])('refuses a package of too many %s as a whole, before it is unpacked', async (_, files) => {
    const bank = file('bank.zip', zipSync(files, { level: 0 }));
    const { code, complained } = await wallet('import', 'questions', bank, '--format', 'qti21', '--dry-run');
    expect(complained[0]).toContain('The package holds more than is taken at once');
    expect(code).not.toBe(0);
  });

  it('takes the items of a QTI package, zipped, by macOS with its own notes too, or file by file', async () => {
    const { questions } = readBank('gift', [{ text: 'One? {=a ~b}\n\nTwo? {=c ~d}\n' }]);
    const items = questions.map(({ question }) =>
      formats.qti21.print([question]).text.replace('<items>\n', '').replace('</items>\n', ''),
    );
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const zip = zipSync({
      'imsmanifest.xml': bytes('<manifest/>'),
      'items/1.xml': bytes(items[0] ?? ''),
      'items/2.xml': bytes(items[1] ?? ''),
      'picture.png': Uint8Array.of(1, 2, 3),
      '__MACOSX/items/._1.xml': Uint8Array.of(0, 5, 22, 7),
      'items/._2.xml': Uint8Array.of(0, 5, 22, 7),
    });
    for (const files of [[file('bank.zip', zip)], [file('1.xml', items[0] ?? ''), file('2.xml', items[1] ?? '')]]) {
      const { code, printed } = await wallet('import', 'questions', ...files, '--format', 'qti21', '--dry-run');
      expect(printed).toEqual(['Dry run: 2 of 2 questions in QTI 2.1 can be imported. Nothing was.']);
      expect(code).toBe(0);
    }
  });

  it('says what is missing from the command, and what the system refuses', async () => {
    const bank = file('bank.gift', 'One? {=a ~b}\n');
    const said = async (...args: readonly string[]) => (await wallet('import', 'questions', ...args)).complained[0];
    expect(await said()).toContain('Name the file of the bank');
    expect(await said(bank)).toContain('Say which format');
    expect(await said(bank, '--format', 'gitf')).toContain('Did you mean “gift”?');
    expect(await said(bank, '--format', 'gift')).toContain('Say where to and who asks');
    expect(await said(join(folder, 'none'), '--format', 'gift')).toContain('There is no such file');
    expect(await said(bank, '--format', 'gift', ...target.with(1, 'none'))).toBe('There is no draft. Begin one.');
  });
});
