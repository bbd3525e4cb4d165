import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../house/project-folder.ts';
import { CannotStart } from './parts/cannot-start.ts';

// What was compiled is kept from start to start. It must be said before anything large is loaded, hence the late import.
enableCompileCache(join(projectFolder, '.cache', 'compiled'));

async function start(): Promise<void> {
  const { main } = await import('./host.ts');
  await main();
  // Now rather than at the end, which a killed process never comes to.
  flushCompileCache();
}

start().catch((error: unknown) => {
  // What the person at the keyboard can mend is said in one line; anything else is our fault and shows where it is.
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
});
