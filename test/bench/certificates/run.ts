/**
 * How many certificates a second of one processor prints, and how large they are, beside other ways to make such a page:
 * `npm run bench:certificates`. All print the same words, code and ornament; only ours are tagged, fit for archives and shaped by script.
 */
import { createHash } from 'node:crypto';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import type { Figure } from '../../../infra/docs/recorded-benchmark.ts';
import { renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { signPdf } from '../../../shared/documents/signature/sign-pdf.ts';
import { certificateToSign, signedCertificate } from '../../../shared/documents/signature/signing-certificate.ts';
import type { Theme } from '../../../shared/domain/theme.ts';
import { snapshot } from '../../shared/documents/samples.ts';
import { theme, threeSign } from '../../shared/documents/themes.ts';
import { createMemorySigner } from '../../simulation/ports/memory-signer.ts';
import { bench } from '../bench.ts';
import { figureOf } from '../rounds.ts';
import { awarded, contentOf, snapshotOf } from './content.ts';
import { peersElsewhere } from './peers/elsewhere.ts';
import { pdfLib } from './peers/pdf-lib.ts';
import { pdfkit } from './peers/pdfkit.ts';
import { cpuSecondsOf, type Peer } from './peers/peer.ts';
import { typst } from './peers/typst.ts';

const peers: readonly Peer[] = [typst, pdfLib, pdfkit, ...peersElsewhere];
const isThere = (name: string): boolean => peers.some((peer) => peer.name === name);

/**
 * What TCPDF prints for one of pdf-lib's on the same page, where TCPDF is not installed: measured by this benchmark where it is, in
 * November 2026 (commit c54d4bd).
 */
const knownRatio = 21.8 / 7.72;

const assets = await loadCertificateAssets();
const people = (round: number, count: number) =>
  Array.from({ length: count }, (_, one) => snapshotOf(awarded(round, one)));
const kibibytes = (what: string, bytes: number, target?: Figure['target']): Figure => ({
  ...{ what, value: bytes / 1_024, unit: 'KiB' },
  ...(target && { target }),
});

/** Signs as the render step does, by a key in this process where that has KMS's. */
async function signing() {
  const signer = createMemorySigner();
  const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const [key] = await signer.keys();
  const provider = snapshot.provider.name;
  const toSign = certificateToSign(key, provider, snapshot.awardedAt);
  const seal = { key, provider, certificate: signedCertificate(toSign, await signer.sign(key.kid, toSign)) };
  return (document: Uint8Array) => signPdf(document, seal, { signer, digest });
}

await bench(
  'certificates',
  { rounds: 15, each: 200, warm: 1_000, 'typst-each': 40, 'peers-each': 2 },
  async (asked) => {
    const { rounds, each } = asked;
    const sign = await signing();
    const signed = { name: snapshot.provider.name, reason: 'Issued', at: snapshot.awardedAt };
    const toSign = await renderCertificatePdf(snapshot, assets, { signed });
    const ours: number[] = [];
    const signing_: number[] = [];
    const firsts: number[] = [];
    const others = new Map(peers.map(({ name }) => [name, { perSecond: [] as number[], bytes: 0 }]));

    const printOurs = async (round: number) => {
      const certificates = people(round, each);
      return cpuSecondsOf(async () => {
        for (const certificate of certificates) await renderCertificatePdf(certificate, assets);
      });
    };
    /** A theme that nobody has printed with, in a function that is warm. */
    const printFirst = (round: number) => {
      const accent = `#${(0x400000 + round).toString(16)}` as Theme['colors']['accent'];
      const fresh: Theme = { ...theme, colors: { ...theme.colors, accent } };
      return cpuSecondsOf(async () => {
        await renderCertificatePdf({ ...snapshot, provider: threeSign }, assets, { theme: fresh });
      });
    };

    // What comes before the first round is not counted: code is compiled in it, and compiled again for a thousand certificates.
    for (let round = 0; round < asked.warm / each; round += 1) await printOurs(rounds + round);
    for (let round = -1; round < rounds; round += 1) {
      const seconds = await printOurs(round);
      const first = await printFirst(round + 1);
      const ofSigning = await cpuSecondsOf(async () => {
        await sign(toSign);
      });
      if (round >= 0) {
        ours.push(each / seconds);
        firsts.push(first * 1_000);
        signing_.push(ofSigning * 1_000);
      }
      for (const peer of peers) {
        const count = asked[peer === typst ? 'typst-each' : 'peers-each'];
        const printed = await peer.print(people(round, count).map(contentOf));
        const kept = others.get(peer.name);
        if (!kept || round < 0) continue;
        kept.perSecond.push(count / printed.seconds);
        kept.bytes = printed.bytes;
      }
    }

    const perSecond = (name: string): readonly number[] => others.get(name)?.perSecond ?? [];
    const times = (name: string): readonly number[] => ours.map((rate, round) => rate / (perSecond(name)[round] ?? 1));
    const ofTcpdf = isThere('TCPDF')
      ? figureOf('times TCPDF', 'times', times('TCPDF'), { atLeast: 40 })
      : figureOf(
          'times TCPDF, which is not installed here: by its known ratio to pdf-lib',
          'times',
          times(pdfLib.name).map((ratio) => ratio / knownRatio),
          { atLeast: 40 },
        );
    const unsigned = await renderCertificatePdf(snapshot, assets);
    return [
      figureOf('certificates printed', 'a CPU-second', ours),
      ofTcpdf,
      figureOf('times typst', 'times', times(typst.name), { atLeast: 1 }),
      ...peers.map(({ name }) => figureOf(`by ${name}`, 'a CPU-second', perSecond(name))),
      kibibytes('a certificate, unsigned', unsigned.byteLength, { atMost: 30 }),
      ...peers.map(({ name }) => kibibytes(`by ${name}, without tags`, others.get(name)?.bytes ?? 0)),
      figureOf('signing one, by a key at hand', 'CPU-ms', signing_),
      figureOf('the first of a new theme', 'CPU-ms', firsts),
    ];
  },
);
