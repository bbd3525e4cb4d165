#!/usr/bin/env node
// Hands the command to a Node that runs TypeScript: this one, or the one that the project brings along.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const command = new URL('./wallet.ts', import.meta.url);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import(command.href);
} else {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = fileURLToPath(new URL(`../../node_modules/node/bin/${program}`, import.meta.url));
  if (existsSync(node)) {
    const child = spawn(node, [fileURLToPath(command), ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code) => {
      process.exitCode = code ?? 1;
    });
  } else {
    console.error(
      `wallet needs Node 22.18 or newer, and this is ${process.versions.node}. Run npm ci, which brings one, or install Node 24.`,
    );
    process.exitCode = 1;
  }
}
