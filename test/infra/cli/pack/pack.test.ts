import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../../infra/cli/run.ts';
import { DAY } from '../../../../shared/domain/kinds.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { content } from '../../../support/activity.ts';
import { createLearner } from '../../../support/learner.ts';
import { createService, type Service } from '../../../support/service.ts';

let service: Service;
let endpoint: Server;
let folder: string;
let learnerId: string;
let certificateId: string;

/** The service's command behind Lambda's wire protocol. */
const serve = (): Server =>
  createServer({ keepAliveTimeout: 120_000 }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const input = JSON.parse(Buffer.concat(chunks).toString()) as object;
    response.end(JSON.stringify(await service.collectPack(input)));
  });

beforeAll(async () => {
  service = createService();
  await service.publish(content());
  const learner = await createLearner(service);
  certificateId = await learner.complete();
  await learner.ask('setVerificationPage', { params: { certificateId }, body: { on: false } });
  const correction = { name: 'Amélie =Roth' };
  const asked = { kind: 'correct', certificateId, reason: 'Misspelt', by: 'Asha', correction };
  const proposed = await service.proposeChange(asked);
  if (proposed.outcome !== 'proposed') throw new Error(JSON.stringify(proposed));
  await service.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
  learnerId = service.held<{ learnerId: string }>('credit')[0]?.learnerId ?? '';
  for (let day = 0; day < 3; day++) {
    await service.signHeads();
    service.pass(DAY);
  }
  await (await createLearner(service, { email: 'second@example.org' })).complete();
  await service.signHeads();
  endpoint = serve();
  await new Promise<void>((done) => void endpoint.listen(0, '127.0.0.1', done));
});
afterAll(() => endpoint.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-pack-'));
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function wallet(...args: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await run(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed, complained };
}
const why = ['--by', 'Asha', '--reason', 'Audit of 2026'];

/** Makes a pack and unpacks it into a folder. */
async function pack(...about: readonly string[]) {
  const file = join(folder, 'pack.zip');
  const outcome = await wallet('pack', ...about, ...why, '--out', file);
  expect(outcome).toMatchObject({ code: 0, complained: [] });
  const files = unzipSync(readFileSync(file));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, 'pack', dirname(name)), { recursive: true });
    writeFileSync(join(folder, 'pack', name), bytes);
  }
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
  return { file, names: Object.keys(files).toSorted(), text, printed: outcome.printed };
}
/** Runs the pack's own program with this Node, in an empty environment. */
const verified = (...copies: readonly string[]) => {
  const program = join(folder, 'pack', 'verify.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...copies], { encoding: 'utf8', env: {} });
  return { status, said: `${stdout}${stderr}`.trim() };
};
const alter = (name: string, change: (text: string) => string) => {
  const path = join(folder, 'pack', name);
  const before = readFileSync(path, 'latin1');
  const after = change(before);
  expect(after, `${name} was not altered`).not.toBe(before);
  writeFileSync(path, after, 'latin1');
  return () => writeFileSync(path, before, 'latin1');
};

/** What a pack holds for people, and programs of others; nothing in it is proved by the pack's own program. */
const forPeople = /^(README\.md|SHA256SUMS|awards\.csv|verify\.mjs|activities\/.+|openssl\/.+)$/;

describe('an auditor’s pack', () => {
  it('of a learner holds everything with deterministic names, and its own program says that all of it holds', async () => {
    const { names, file, text, printed } = await pack('--learner', learnerId);
    const certified = service
      .held<{ certificateId: string; learnerId: string; version: number }>('snapshot')
      .filter((snapshot) => snapshot.learnerId === learnerId)
      .map((snapshot) => `certificates/${snapshot.certificateId}-v${snapshot.version}.pdf`);
    expect(names).toEqual(
      [
        ...['README.md', 'SHA256SUMS', 'activities/hand-hygiene-v1.json', 'awards.csv', 'awards.json', ...certified],
        ...['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'].map((day) => `heads/${day}.json`),
        ...['keys.json', `learners/${learnerId}.json`],
        ...['openssl/key.pem', 'openssl/signature.der', 'openssl/signed.txt', 'verify.mjs'],
      ].toSorted(),
    );
    expect(certified).toHaveLength(2);
    expect(verified()).toEqual({
      status: 0,
      said:
        'OK learners: 1, ledger entries: 8, covered by a signed head: 8, Merkle paths: 2, awards: 1, ' +
        'certificates: 2, PDFs: 2, changes: 1, signed heads: 4, copies compared: 0',
    });
    expect(printed[0]).toContain('It holds personal data');
    expect(statSync(file).mode & 0o077).toBe(0);
    // Formulas in a name stay text in a spreadsheet, here after a blank as well.
    expect(text('awards.csv')).toContain('"Amélie =Roth"');
    expect(text('awards.csv')).not.toMatch(/(?:^|,)"[=+\-@]/m);
  });

  it('can be checked by sums and by openssl, as its README says', async () => {
    const { text, names } = await pack('--learner', learnerId);
    for (const line of text('SHA256SUMS').trimEnd().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, 'pack', name)))
          .digest('hex'),
        name,
      ).toBe(sum);
    }
    expect(text('SHA256SUMS').trimEnd().split('\n')).toHaveLength(names.length - 1);
    const readme = text('README.md');
    expect(readme).toContain('**This pack holds personal data**');
    expect(readme).toContain('https://credit.example.org/.well-known/did.json');
    expect(text('openssl/key.pem')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    const [, payload = ''] = text('openssl/signed.txt').split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ day: '2026-03-12' });
  });

  it('is compared with heads that somebody else kept', async () => {
    await pack('--learner', learnerId);
    const copy = join(folder, 'copy.json');
    const own = readFileSync(join(folder, 'pack', 'heads', '2026-03-10.json'), 'utf8');
    writeFileSync(copy, `${own}\n`);
    expect(verified(copy)).toMatchObject({ status: 0, said: expect.stringContaining('copies compared: 1') });
    writeFileSync(copy, own.replace(/"root":"./, '"root":"x'));
    expect(verified(copy).said).toMatch(/^FAULT copy\.json: is another head of 2026-03-10/);
  });

  it('that was altered anywhere is found out by its own program, which names the first fault', async () => {
    const { text } = await pack('--learner', learnerId);
    const learner = `learners/${learnerId}.json`;
    const pdf = `certificates/${certificateId}-v1.pdf`;
    const certificate = 'the certificate \\w+';
    for (const [name, from, to, fault] of [
      [learner, /"score": \d+/, '"score": 7', `${learner}: entry 1 does not follow from before`],
      [learner, /"hash": "../, '"hash": "zz', `${learner}: entry 1 does not follow from before`],
      [learner, /(.line": "\w+) \d/, '$1 3', `${learner}: the ledger is not the one that was signed on 2026-03-10`],
      [learner, /"seq": 7/, '"seq": 8', `${learner}: entry 7 does not follow from before`],
      [learner, /"shard": \d/, '"shard": 9', `${learner}: the path does not lead to the head of 2026-03-10`],
      [learner, /"verifyUrl": "h/, '"verifyUrl": "x', `${learner}: ${certificate} says something else than when`],
      [learner, /"status": "replaced"/, '"status": "valid"', `${learner}: ${certificate} says valid as status`],
      [learner, /"replaces": "../, '"replaces": "zz', `${learner}: ${certificate} says zz\\w+ as replaces, the ledger`],
      [
        learner,
        /"pageOffSince": "2/,
        '"pageOffSince": "1',
        `${learner}: ${certificate} says 1\\S+ as pageOffSince, the ledger 2`,
      ],
      [
        learner,
        /"issuedAt": "2/,
        '"issuedAt": "1',
        `${learner}: ${certificate} says that it was issued at another time`,
      ],
      [learner, /"reason": "Misspelt"/, '"reason": "-"', `${learner}: the change \\w+ is not what the ledger holds`],
      [learner, /"basis": "awarded",\s+"awardedAt"/, '"basis": "attendance","awardedAt"', `${learner}: the award of`],
      ['awards.json', /"amount": \d+/, '"amount": 1', 'awards.json: says something else than the learners’ files'],
      [pdf, /%PDF-1/, '%PDF-2', `${pdf}: is not the file that was issued`],
      ['heads/2026-03-10.json', /"ledgers":\d/, '"ledgers":9', 'heads/2026-03-10.json: has no valid signature'],
      ['heads/2026-03-10.json', /"day"/, ' "day"', 'heads/2026-03-10.json: is not written as it was published'],
      ['keys.json', /"x": "../, '"x": "zz', 'keys.json: [\\w-]+ is the name of another key'],
    ] as const) {
      const undo = alter(name, (text) => text.replace(from, to));
      const { status, said } = verified();
      expect(said).toMatch(new RegExp(`^FAULT ${fault}`));
      expect(status).toBe(1);
      undo();
    }
    rmSync(join(folder, 'pack', 'heads', '2026-03-10.json'));
    expect(verified().said).toContain('FAULT heads/2026-03-11.json: does not follow the head of 2026-03-09');
    writeFileSync(join(folder, 'pack', 'heads', '2026-03-10.json'), text('heads/2026-03-10.json'));
    writeFileSync(join(folder, 'pack', 'certificates', 'forged.pdf'), '%PDF-1.7');
    expect(verified().said).toBe('FAULT certificates/forged.pdf: is in no ledger');
    rmSync(join(folder, 'pack', 'certificates', 'forged.pdf'));
    expect(verified().status).toBe(0);
  });

  it('of which any byte is another does not pass, unless it says the same', { timeout: 120_000 }, async () => {
    const { names } = await pack('--learner', learnerId);
    const random = randomFrom(20_261_126);
    const proved = names.filter((name) => !forPeople.test(name));
    for (let tried = 0; tried < 25; ) {
      const name = random.pick(proved);
      const path = join(folder, 'pack', name);
      const before = readFileSync(path);
      const after = Buffer.from(before);
      const at = random.below(after.length);
      after[at] = 33 + random.below(90);
      if (name.endsWith('.json') && /^\s$/.test(String.fromCharCode(before[at] ?? 0))) continue;
      if (after.equals(before)) continue;
      tried++;
      writeFileSync(path, after);
      expect(verified().status, `${name} at ${at}`).toBe(1);
      writeFileSync(path, before);
    }
  });

  it('of an activity, or of a period, holds those whom it concerns, and of the rest of their records nothing', async () => {
    const activity = await pack('--activity', 'hand-hygiene');
    expect(activity.names.filter((name) => name.startsWith('learners/'))).toHaveLength(2);
    expect(verified().said).toMatch(/^OK learners: 2,/);
    rmSync(join(folder, 'pack'), { recursive: true });
    rmSync(activity.file);
    const period = await pack('--from', '2026-03-10', '--to', '2026-03-31');
    expect(period.names.filter((name) => name.startsWith('learners/'))).toHaveLength(1);
    expect(period.names.filter((name) => name.startsWith('heads/'))).toHaveLength(3);
    expect(verified().status).toBe(0);
    rmSync(join(folder, 'pack'), { recursive: true });
    rmSync(period.file);
    const none = await pack('--from', '2025-01-01', '--to', '2025-12-31');
    expect(none.printed[1]).toBe('No credit was awarded in that, so the pack says so.');
    expect(verified().said).toMatch(/^OK learners: 0,/);
  });

  it('is put into the audit trail with who, why and about whom, before anything is handed out', async () => {
    await pack('--learner', learnerId);
    const entries = service.held<{ type: string; by: string; data: object }>('audit');
    expect(entries.filter(({ type }) => type === 'pack.collected').at(-1)).toMatchObject({
      by: 'Asha',
      data: { learnerId, reason: 'Audit of 2026' },
    });
    expect(service.undeclared).toEqual([]);
  });

  it.each([
    [
      ['--learner', 'a', ...why, '--activity', 'b'],
      'Say what the pack is about: --learner ID, --activity ID, or --from DAY --to DAY.',
    ],
    [why, 'Say what the pack is about: --learner ID, --activity ID, or --from DAY --to DAY.'],
    [
      ['--from', '2026-02-30', '--to', '2026-03-01', ...why],
      'A period has two days, the first not after the last: --from 2026-01-01 --to 2026-12-31.',
    ],
    [
      ['--learner', 'a', '--by', 'Asha'],
      'A pack holds personal data. Say who collects it and what for: --by NAME --reason TEXT.',
    ],
    [
      ['--learner', 'nobody', ...why],
      'No ledger of a learner nobody is kept. The learner’s id stands in the audit’s findings and in each certificate’s snapshot.',
    ],
    [['--activity', 'nothing', ...why], 'No activity nothing was published. Give the id that stands in its file.'],
  ])('asked for by %j is refused in a line', async (args, complaint) => {
    expect(await wallet('pack', ...args)).toEqual({ code: 1, printed: [], complained: [complaint] });
  });

  it('does not overwrite a file', async () => {
    const file = join(folder, 'there.zip');
    writeFileSync(file, 'mine');
    const { code, complained } = await wallet('pack', '--learner', learnerId, ...why, '--out', file);
    expect({ code, complained }).toEqual({
      code: 1,
      complained: [`${file} is there already. Name another file with --out.`],
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
