import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const built = (site: string): string => join(projectFolder, 'dist', 'web', site);

/** Where the sites are built (by `site-build.ts`): the learners’, at the root of the origin, and the staff’s console. */
export const siteFolders = { learner: built('learner'), admin: built('admin') } as const;
export type SiteFolders = Readonly<Record<keyof typeof siteFolders, string>>;
