import type { SiteFolders } from '../house/project-folder.ts';
import type { Synthesis } from '../synth.ts';

/** Everything that is built before the system can run. */
export interface Built {
  readonly synthesis: Synthesis;
  readonly bundleFolder: string;
  readonly siteFolders: SiteFolders;
  readonly commit: string;
}
