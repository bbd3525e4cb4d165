import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs that nobody here wrote, by the Debian packages that hold them. */
const packages = {
  qpdf: ['qpdf'],
  poppler: ['poppler-utils'],
  preflight: ['default-jre-headless', 'libpdfbox2-java', 'libjaxb-api-java', 'libjakarta-activation-java'],
} as const;
export type Program = keyof typeof packages;

/** What a program printed, both streams together, and how it ended. */
export function ran(command: string, args: readonly string[]): { readonly output: string; readonly status: number } {
  const { stdout, stderr, status, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error) throw error;
  return { output: `${stdout}${stderr}`, status: status ?? 1 };
}

const starts = (command: string, ...args: readonly string[]): boolean => {
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' });
  return !error && status !== null;
};

const isThere: Readonly<Record<Program, () => boolean>> = {
  qpdf: () => starts('qpdf', '--version'),
  poppler: () => starts('pdfinfo', '-v') && starts('pdfsig', '-v') && starts('pdftotext', '-v'),
  preflight: () => starts('java', '-version') && existsSync('/usr/share/java/preflight.jar'),
};

const all: readonly Program[] = ['qpdf', 'poppler', 'preflight'];

/** Those that are not there. */
export const missingOf = (there: ReadonlySet<Program>): readonly Program[] =>
  all.filter((program) => !there.has(program));

/** What was tried to get the missing ones, told in a line. */
function install(missing: readonly Program[]): string {
  if (process.getuid?.() !== 0) return 'this is not root';
  if (!starts('apt-get', '--version')) return 'there is no apt-get';
  const wanted = missing.flatMap((program) => packages[program]);
  console.log(`Installing ${wanted.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...wanted]]) {
    const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 300_000 });
    if (status !== 0) return `apt-get ${args[0]} failed: ${stderr?.trim().split('\n').at(-1) ?? ''}`;
  }
  return 'apt-get installed what there is';
}

/** The programs that there are, after installing where that may be done; says of each that is missing why. */
export function programs(mayInstall: boolean): ReadonlySet<Program> {
  const missing = missingOf(new Set(all.filter((program) => isThere[program]())));
  const tried = missing.length > 0 ? (mayInstall ? install(missing) : 'run with --install as root on Debian') : '';
  const found = new Set(all.filter((program) => isThere[program]()));
  for (const program of missingOf(found)) console.log(`${program}: not installed here, skipped (${tried})`);
  return found;
}
