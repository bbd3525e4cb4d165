import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontPaths } from './fonts.ts';
import type { Peer } from './peer.ts';

/** A library of another language, which counts its own processor time; starting it is not counted. */
const peerElsewhere = (name: string, command: string, program: string): Peer => ({
  name,
  async print(certificates) {
    const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
    try {
      const { status, stdout, stderr } = spawnSync(command, [join(import.meta.dirname, program)], {
        ...{ input: JSON.stringify({ certificates, fonts: fontPaths, folder }), encoding: 'utf8', timeout: 60_000 },
      });
      if (status !== 0) throw new Error(`${name} broke off: ${stderr.slice(-500)}`);
      return JSON.parse(stdout);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const python = ['python3', '/usr/bin/python3'].find((command) => succeeds(command, '-c', 'import reportlab'));

/** Those that are installed here (Debian: php-cli, php-tcpdf, python3-reportlab). */
export const peersElsewhere: readonly Peer[] = [
  ...(succeeds('php', '-r', 'require_once "/usr/share/php/tcpdf/tcpdf.php";')
    ? [peerElsewhere('TCPDF', 'php', 'with-tcpdf.php')]
    : []),
  ...(python ? [peerElsewhere('reportlab', python, 'with-reportlab.py')] : []),
];
