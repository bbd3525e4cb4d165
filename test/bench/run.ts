/** Measures what learners wait for, and prints each figure with what it was measured on. */
import { availableParallelism, cpus } from 'node:os';
import { loadCertificateAssets } from '../../functions/assets/index.ts';
import { currentCommit } from '../../infra/house/commit.ts';
import { renderCertificatePdf } from '../../shared/documents/certificate-pdf.ts';
import { snapshot } from '../shared/documents/samples.ts';
import { content, everyOffer } from '../support/activity.ts';
import { createLearner } from '../support/learner.ts';
import { createService } from '../support/service.ts';

/** Runs something again and again for so many seconds; the first runs, in which code is compiled, do not count. */
async function perSecond(seconds: number, run: (round: number) => Promise<unknown>): Promise<number> {
  const warmUp = 3;
  for (let round = 0; round < warmUp; round++) await run(round);
  const began = performance.now();
  let rounds = 0;
  while (performance.now() - began < seconds * 1_000) await run(warmUp + rounds++);
  return rounds / ((performance.now() - began) / 1_000);
}

const assets = await loadCertificateAssets();
const certificates = await perSecond(5, (round) =>
  renderCertificatePdf({ ...snapshot, name: `Amélie Nguyễn ${round}` }, assets),
);
const { byteLength } = await renderCertificatePdf(snapshot, assets);

const service = createService();
await service.publish(content({ credits: everyOffer }));
const journeys = await perSecond(10, async (round) => {
  // Limits count what one network asks for in a quarter of an hour; each learner comes in the next.
  service.pass(16 * 60_000);
  const learner = await createLearner(service, { email: `learner-${round}@example.org` });
  await learner.complete();
});

const say = (what: string, figure: string): void => console.log(`${what.padEnd(52)}${figure.padStart(12)}`);
say('certificates rendered, one thread', `${certificates.toFixed(1)} /s`);
say('a certificate', `${(byteLength / 1_000).toFixed(1)} kB`);
say('journeys from sign-in to mail, one thread, in memory', `${journeys.toFixed(1)} /s`);
console.log(
  `\n${currentCommit()}, Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
);
