import { fileURLToPath } from 'node:url';

/** The checkout's own folder. */
export const projectDir = fileURLToPath(new URL('../../', import.meta.url));
