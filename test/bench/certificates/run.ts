/** How many certificates a second of one processor prints, and how large they are: `npm run bench:certificates`. */
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { snapshot } from '../../shared/documents/samples.ts';
import { bench } from '../bench.ts';
import { figureOf } from '../rounds.ts';

/** The processor time that something takes, in seconds. */
async function cpuSecondsOf(run: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

await bench('certificates', { rounds: 15, each: 20 }, async ({ rounds, each }) => {
  const assets = await loadCertificateAssets();
  const printSome = async (round: number): Promise<void> => {
    for (let one = 0; one < each; one++)
      await renderCertificatePdf({ ...snapshot, name: `Amélie Nguyễn ${round} ${one}` }, assets);
  };
  // The first are not counted: code is compiled in them.
  await printSome(-1);
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round++) perSecond.push(each / (await cpuSecondsOf(() => printSome(round))));
  const { byteLength } = await renderCertificatePdf(snapshot, assets);
  return [
    figureOf('certificates printed', 'a CPU-second', perSecond),
    { what: 'a certificate, unsigned', value: byteLength / 1_024, unit: 'KiB', target: { atMost: 30 } },
  ];
});
