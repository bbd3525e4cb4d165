/** Prints the synthesised app as JSON; `synthesize` runs it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { creditWalletApp } from '../credit-wallet-app.ts';
import type { Synthesis } from '../synth.ts';
import { synthesisOf } from './synthesis-of.ts';

const outdir = mkdtempSync(join(tmpdir(), 'synthesis-'));
const { app, stack } = creditWalletApp({
  // The bundles in dist/ are run from where they are.
  codeOf: () => Code.fromInline('// infra/bundle.ts'),
  commit: 'unknown',
  outdir,
  validated: false,
});
const synthesis: Synthesis = synthesisOf(app, stack);
rmSync(outdir, { recursive: true });
process.stdout.write(JSON.stringify(synthesis));
