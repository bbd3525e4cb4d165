import { posix } from 'node:path';
import { type Import, importsOf, type Source } from './source.ts';

/** Who may import what: the table of the house in README.md, exactly. */
interface ImportRule {
  /** Sources that the rule is for, by the beginning of their path; the longest that fits counts. */
  readonly folder: string;
  /** Files of the project that they may import, by the beginning of the path. */
  readonly files: readonly string[];
  /** Files of which they may import types alone. */
  readonly types?: readonly string[];
  /** Packages, by name; one that ends in a slash or colon stands for all that begin so. */
  readonly packages: readonly string[];
}

const everywhere = ['shared/', 'functions/', 'infra/', 'web/', 'test/', 'vitest.config.ts', 'package.json'];

const importRules: readonly ImportRule[] = [
  // What is true anywhere. No package that reads a clock, draws a number or touches network or disk.
  { folder: 'shared/', files: ['shared/'], packages: ['zod/mini'] },
  {
    folder: 'shared/documents/',
    files: ['shared/'],
    packages: ['bidi-js', 'qr', 'fflate'],
  },
  { folder: 'shared/authoring/', files: ['shared/'], packages: ['zod/mini', 'yaml'] },
  {
    folder: 'functions/',
    files: ['shared/', 'functions/'],
    packages: ['zod/mini', '@middy/core', 'aws-lambda', 'node:'],
  },
  {
    folder: 'functions/adapters/',
    files: ['shared/', 'functions/'],
    packages: [
      '@aws-sdk/',
      '@smithy/',
      '@simplewebauthn/server',
      'openid-client',
      'nodemailer',
      'nodemailer/',
      'node:',
      'zod/mini',
    ],
  },
  {
    // Canonical RDF is made of hashes, which are an adapter’s business.
    folder: 'functions/adapters/rdf/',
    files: ['functions/adapters/rdf/', 'shared/'],
    packages: ['rdf-canonize'],
  },
  // Handlers are named by file path; importing one would run it where it does not belong.
  { folder: 'infra/', files: ['shared/', 'infra/', 'package.json'], packages: ['*'] },
  {
    folder: 'web/',
    files: ['web/', 'shared/domain/'],
    types: ['shared/api/'],
    packages: ['preact', 'preact/', '@simplewebauthn/browser'],
  },
  { folder: 'test/', files: everywhere, packages: ['*'] },
];

const begins = (name: string, allowed: readonly string[]): boolean =>
  allowed.some((start) => start === '*' || (/[/:]$/.test(start) ? name.startsWith(start) : name === start));

/** Build tools' files stand beside what they build, and are no part of it. */
const isToolFile = (path: string): boolean => /(^|\/)vite\.config\.ts$/.test(path);

function isAllowed(rule: ImportRule, from: string, { specifier, typesOnly }: Import): boolean {
  if (!specifier.startsWith('.')) return begins(specifier, rule.packages);
  const target = posix.join(posix.dirname(from), specifier);
  return begins(target, rule.files) || (typesOnly && begins(target, rule.types ?? []));
}

/** A line for each import that the house does not allow. */
export function forbiddenImports(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const rules = importRules.filter(({ folder }) => source.path.startsWith(folder));
    const rule = rules.sort((a, b) => b.folder.length - a.folder.length)[0];
    if (!rule || isToolFile(source.path)) return [];
    return importsOf(source)
      .filter((imported) => !isAllowed(rule, source.path, imported))
      .map(({ specifier }) => `${source.path} must not import ${specifier}`);
  });
}
