import { build } from '../../infra/local/build.ts';
import { unpackBrowser } from '../journeys/support/chromium.ts';

/**
 * Builds everything and unpacks the browser before the first journey, so that journeys that start at once find both done.
 * What cannot be made is told here, and fails the journeys alone: every other test still says what it has to say.
 */
export default async function setup(): Promise<void> {
  for (const making of [build({ log: (line) => console.error(line) }), unpackBrowser()])
    await making.catch((error: unknown) => console.error(error));
}
