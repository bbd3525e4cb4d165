import { build } from '../../infra/local/build.ts';

/**
 * Builds everything before the first journey, so that systems that start at once find their work done. What cannot be
 * built is told here, and fails the journeys alone: every other test still says what it has to say.
 */
export default async function setup(): Promise<void> {
  await build({ log: (line) => console.error(line) }).catch((error: unknown) => console.error(error));
}
