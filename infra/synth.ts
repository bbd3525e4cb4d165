import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hashOfFiles } from './house/hash-of-files.ts';
import { projectFolder } from './house/project-folder.ts';

/** A synthesised CloudFormation template, as far as it is read here. */
export interface SynthesisedTemplate {
  readonly Resources: Readonly<Record<string, SynthesisedResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}
export interface SynthesisedResource {
  readonly Type: string;
  readonly DeletionPolicy?: 'Delete' | 'Retain' | 'RetainExceptOnCreate';
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** What the CDK app synthesises, without the functions' code and the site's files, which stand in `dist/`. */
export interface Synthesis {
  readonly stackName: string;
  readonly template: SynthesisedTemplate;
  readonly workflow: {
    readonly logicalId: string;
    /** The state machine in Amazon States Language, byte for byte, with `${GetAtt}` where functions' ARNs will stand. */
    readonly definition: string;
  };
}

/** What the template is made of: when none of it changed, neither did the template. */
const inputs = [
  ...['cdk.json', 'package-lock.json', 'infra/*.ts', 'infra/house/**/*.ts'],
  ...[
    'shared/api/**/*.ts',
    'shared/domain/**/*.ts',
    'shared/workflow/**/*.ts',
    'shared/table.ts',
    'shared/table/**/*.ts',
  ],
];
const cached = join(projectFolder, '.cache', 'synthesis.json');

/**
 * Synthesises the app with the configuration of cdk.json, offline. What was synthesised is kept: the next call takes
 * milliseconds for as long as nothing that it is made of changes. It runs in a process of its own, because the CDK's
 * memory is never given back.
 */
export async function synthesize(): Promise<Synthesis> {
  const hash = hashOfFiles(projectFolder, inputs);
  const known = existsSync(cached) ? JSON.parse(readFileSync(cached, 'utf8')) : undefined;
  if (known?.hash === hash) return known.synthesis;
  const program = fileURLToPath(new URL('./house/print-synthesis.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 64 * 1024 * 1024 });
  const synthesis: Synthesis = JSON.parse(stdout);
  mkdirSync(dirname(cached), { recursive: true });
  // Renamed into place, so that two who synthesise at once never read half a file.
  const whole = `${cached}.${process.pid}`;
  writeFileSync(whole, JSON.stringify({ hash, synthesis }));
  renameSync(whole, cached);
  return synthesis;
}
