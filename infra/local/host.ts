import { readArguments, usage } from './arguments.ts';
import { build } from './build.ts';
import { openLog } from './log-file.ts';
import { lockFolder } from './parts/folder-lock.ts';
import { freePort } from './parts/port.ts';
import { startSystem } from './system.ts';

/** Nothing waits longer than this for the host to stop: what is under way is in the outbox. */
const STOP_WITHIN_MS = 1_800;

/** Builds what changed, starts the system as the command line says, and stops it by a signal. */
export async function main(): Promise<void> {
  const { port, dataDir, help } = readArguments(process.argv.slice(2));
  if (help) return console.log(usage);
  const lock = lockFolder(dataDir);
  try {
    await freePort(port);
    const built = await build({ log: (line) => console.error(line) });
    const log = openLog(dataDir);
    const system = await startSystem({ built, port, dataDir, log: log.write });

    let stopping = false;
    const stop = async (): Promise<void> => {
      if (stopping) return;
      stopping = true;
      const late = setTimeout(() => process.exit(0), STOP_WITHIN_MS);
      await system.stop();
      await log.close();
      lock.release();
      clearTimeout(late);
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

    console.log(`site ${system.site}`);
    console.log(`mail ${system.mail}`);
    console.log(`admin ${system.admin}`);
    if (system.owner !== undefined)
      console.log(`owner ${system.owner} (signs in to the console; the code is in the mailbox)`);
    console.log('ready');
  } catch (error) {
    lock.release();
    throw error;
  }
}
