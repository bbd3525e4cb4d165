import { bundleFunctions } from '../../infra/bundle.ts';
import { synthesize } from '../../infra/synth.ts';

/**
 * Bundles and synthesises before the first test that reads the result: two files that did so at once would disturb each
 * other. What cannot be built is told here, and fails those tests alone.
 */
export default async function setup(): Promise<void> {
  await bundleFunctions()
    .then(synthesize)
    .catch((error: unknown) => console.error(error));
}
