import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import files from '../../../../functions/assets/files.json' with { type: 'json' };
import { projectFolder } from '../../../../infra/house/project-folder.ts';
import { type FaceName, faces } from '../content.ts';

/** Where the file of a face lies. */
export const fontPath = (face: FaceName): string => join(projectFolder, files[`${faces[face]}.ttf`]);

const names = Object.keys(faces) as FaceName[];
export const fontPaths = Object.fromEntries(names.map((face) => [face, fontPath(face)])) as Record<FaceName, string>;
export const fontFolders: readonly string[] = [...new Set(names.map((face) => dirname(fontPath(face))))];
export const fontFiles = Object.fromEntries(names.map((face) => [face, readFileSync(fontPath(face))])) as Record<
  FaceName,
  Buffer
>;
