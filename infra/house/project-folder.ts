import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the learner site is built (`web/learner/vite.config.ts`). */
export const learnerSiteFolder = join(projectFolder, 'dist', 'web', 'learner');
