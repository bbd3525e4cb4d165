import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles.ts';
import { forbiddenImports } from './import-rules.ts';
import { impurities } from './purity-rules.ts';
import { houseSources } from './source.ts';

const sources = houseSources();
const shared = sources.filter(({ path }) => path.startsWith('shared/'));

/** What the rule says of one planted file. */
const importing = (path: string, text: string) => forbiddenImports([{ path, text }]);
const reaching = (text: string) => impurities([{ path: 'shared/domain/planted.ts', text }]);

describe('each folder imports only what the house allows', () => {
  it('holds for every file', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(forbiddenImports(sources)).toEqual([]);
  });

  it.each([
    ['shared/domain/planted.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/domain/planted.ts', "import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';"],
    ['shared/domain/planted.ts', "import { setting } from '../../functions/adapters/once.ts';"],
    ['shared/domain/planted.ts', "import encodeQR from 'qr';"],
    ['shared/documents/planted.ts', "import { deflateSync } from 'node:zlib';"],
    ['shared/domain/planted.ts', "const load = () => import('node:crypto');"],
    ['shared/domain/planted.ts', "export * from '../../functions/races.ts';"],
    ['shared/domain/planted.ts', "export type Client = import('@aws-sdk/client-s3').S3Client;"],
    ['shared/api/planted.ts', "import { z } from 'zod';"],
    ['functions/api/planted.ts', "import { bundleFunctions } from '../../infra/bundle.ts';"],
    ['functions/api/planted.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['infra/planted.ts', "import { handler } from '../functions/api/get-me.ts';"],
    ['web/learner/planted.tsx', "import { routes } from '../../shared/api/routes.ts';"],
    ['web/learner/planted.tsx', "import { entities } from '../../shared/table.ts';"],
    ['web/learner/planted.tsx', "import { handler } from '../../functions/api/get-me.ts';"],
  ])('refuses in %s: %s', (path, text) => expect(importing(path, text)).toHaveLength(1));

  it.each([
    ['shared/documents/planted.ts', "import encodeQR from 'qr';"],
    ['functions/adapters/planted.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['web/learner/planted.tsx', "import type { Routes } from '../../shared/api/routes.ts';"],
    ['web/learner/planted.tsx', "import { type Routes } from '../../shared/api/routes.ts';"],
    ['web/learner/planted.tsx', "import { stages } from '../../shared/domain/participation.ts';"],
  ])('allows in %s: %s', (path, text) => expect(importing(path, text)).toEqual([]));
});

describe('a file can be understood by what it imports, and those by theirs', () => {
  const planted = (imports: Readonly<Record<string, string>>) =>
    circlesIn(Object.entries(imports).map(([name, text]) => ({ path: `shared/${name}.ts`, text })));

  it('holds for every file: none leads back to itself, not even by its types', () => {
    expect(circlesIn(sources)).toEqual([]);
  });

  it('would not hold for two that import each other, whoever imports them', () => {
    const imports = {
      above: "import './one.ts';",
      one: "import { two } from './two.ts';",
      two: "import type { One } from './one.ts'; import './below.ts';",
      below: 'export const below = 1;',
    };
    expect(planted(imports)).toEqual(['shared/one.ts', 'shared/two.ts']);
  });
});

describe('what is true does not depend on when or where it is asked', () => {
  it('holds for every file of shared/', () => expect(impurities(shared)).toEqual([]));

  it.each([
    'export const today = () => new Date();',
    'export const now = Date.now();',
    'export const text = Date();',
    'export const chance = () => Math.random();',
    'export const page = await fetch("https://example.org");',
    'export const region = process.env.AWS_REGION;',
    'export const id = crypto.randomUUID();',
    'setTimeout(() => undefined, 1);',
  ])('refuses: %s', (text) => expect(reaching(text)).toHaveLength(1));

  it.each([
    'export const day = (instant: string): Date => new Date(instant);',
    'export interface Log { readonly fetch: string; process(): void }',
    'export const name = { performance: 1 }.performance;',
  ])('allows: %s', (text) => expect(reaching(text)).toEqual([]));
});
