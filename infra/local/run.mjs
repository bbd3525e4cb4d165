// The first thing that runs on a fresh machine: plain JavaScript without dependencies, for any Node from 20 on. It installs
// what is missing, finds the project's own Node, and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const windows = process.platform === 'win32';

/** TypeScript runs as it is from here on (type stripping without a flag). */
const oldestNode = [22, 18];

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** npm writes this file last, so it is there and newer than the lock file only after a complete install. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  console.error('Installing what is missing (once; about a minute)…');
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm ? [process.execPath, npm] : [windows ? 'npm.cmd' : 'npm'];
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(command, [...args, ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && windows,
  });
  if (status !== 0) {
    console.error('npm ci failed. Check the network and run the command again.');
    process.exit(status ?? 1);
  }
}

/** The Node that the project pins (Lambda's version), else this one if it can run TypeScript. */
function findNode() {
  const pinned = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(pinned)) {
    const { status, stdout } = spawnSync(pinned, ['--version'], { encoding: 'utf8' });
    if (status === 0 && isNewEnough(stdout.trim())) return pinned;
  }
  if (isNewEnough(process.version)) return process.execPath;
  console.error(
    `Node ${process.version} is too old, and the pinned one could not be installed. Install Node ${oldestNode.join('.')} or newer.`,
  );
  process.exit(1);
}

const from = (...path) => join(root, ...path);
const tool = (...path) => from('node_modules', ...path);
const vitest = [tool('vitest', 'vitest.mjs'), 'run'];
const types = [tool('typescript', 'bin', 'tsc'), '-p', '.'];
const lint = [tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings'];
const unused = [tool('knip', 'bin', 'knip.js')];
const build = [from('infra', 'build.ts')];

/** What is proved by running it, each by a command of its own (`npm run prove:faults`). */
const proofs = [
  'documents',
  'faults',
  'plants',
  'mutations',
  'kills',
  'load',
  'herd',
  'requests',
  'injection',
  'sign-in',
  'restore',
];

/** What is measured, each by a command of its own (`npm run bench:cost`); `npm run bench` runs them all. */
const benchmarks = ['certificates', 'handlers', 'journeys', 'growth', 'cost', 'sites', 'start-up'];

/** What each command runs on that Node, one after another; further arguments go to the last. */
const commands = {
  start: [[from('infra', 'local', 'start.ts')]],
  test: [vitest],
  types: [types],
  lint: [lint],
  unused: [unused],
  check: [types, lint, unused, [...vitest, '--project', 'rules']],
  bench: [[from('test', 'bench', 'run.ts')]],
  ...Object.fromEntries(benchmarks.map((name) => [`bench-${name}`, [[from('test', 'bench', name, 'run.ts')]]])),
  ...Object.fromEntries(proofs.map((name) => [`prove-${name}`, [[from('test', 'prove', name, 'run.ts')]]])),
  'outside-pdfs': [[from('test', 'external', 'pdfs', 'run.ts')]],
  build: [build],
  synth: [[tool('aws-cdk', 'bin', 'cdk'), 'synth', '--quiet']],
  docs: [[from('infra', 'docs', 'write.ts')]],
  sbom: [[from('infra', 'supply', 'write-sbom.ts')]],
  advisories: [[from('infra', 'supply', 'audit.ts')]],
  'new-route': [[from('infra', 'scaffold', 'new-route.ts')]],
  'new-step': [[from('infra', 'scaffold', 'new-step.ts')]],
};

const [name, ...args] = process.argv.slice(2);
const programs = commands[name];
if (!programs) {
  console.error(`Usage: node infra/local/run.mjs ${Object.keys(commands).join('|')}`);
  process.exit(1);
}
if (!isInstalled()) install();
const node = findNode();
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(windows ? ';' : ':');

/** Runs a program to its end and returns its exit code. */
function run(program) {
  const child = spawn(node, program, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  // Ctrl-C reaches the child by itself; a signal to this process alone is handed on, and the child decides when to end.
  const handOn = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

let failures = 0;
for (const [index, program] of programs.entries()) {
  const code = await run(index === programs.length - 1 ? [...program, ...args] : program);
  if (code !== 0 && programs.length === 1) process.exit(code);
  failures += code === 0 ? 0 : 1;
}
process.exit(failures === 0 ? 0 : 1);
