import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { projectFolder } from './project-folder.ts';

/** Leaves nodemailer's list of file types out of bundles. It has no name of its own that an alias could be of. */
export const noFileTypes: Plugin = {
  name: 'no-file-types',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/mime-types(\.js)?$/ }, ({ importer }) =>
      importer.includes('nodemailer')
        ? { path: join(projectFolder, 'functions/adapters/no-file-types.ts') }
        : undefined,
    ),
};
