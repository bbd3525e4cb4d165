import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import { openBeside, openFile } from './open-file.ts';

/** What a provider's file says of it, as the console keeps it: its fields, and its drawings by names of their own. */
export interface ProviderFile {
  readonly providerId: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly drawings: Readonly<Record<string, string>>;
}

/** `signature.svg` as an id: `signature`. */
const nameOf = (path: string): string =>
  basename(path, '.svg')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .slice(0, 64);

/**
 * Reads a provider's file for the console. Drawings that its theme names by their paths are taken with it. What is wrong in it is
 * told by the checklist of every draft that names it, and by `wallet check` of a file that does.
 * @returns why it cannot be read, where it cannot
 */
export function readProviderFile(file: string, providerId = basename(dirname(file))): ProviderFile | string {
  const opened = openFile(file);
  if (opened.kind === 'unreadable') return `${file}: ${opened.message} ${opened.remedy}`;
  let fields: unknown;
  try {
    // As text, as activity files are read: `1.50` and `no` stay what they are.
    fields = parse(opened.text, { schema: 'failsafe' });
  } catch (error) {
    return `${file}: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return `${file} does not describe a provider. docs/samples.md has the format.`;
  const drawings: Record<string, string> = {};
  const unread: string[] = [];
  const named = (value: unknown): unknown => {
    if (typeof value === 'string' && value.endsWith('.svg')) {
      const drawing = openBeside(file, value);
      if (drawing.kind === 'unreadable') unread.push(`${value}: ${drawing.message}`);
      else drawings[nameOf(value)] = drawing.text;
      return nameOf(value);
    }
    if (Array.isArray(value)) return value.map(named);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, named(inner)]))
      : value;
  };
  const { theme, ...rest } = fields as Record<string, unknown>;
  const themed = theme === undefined ? rest : { ...rest, theme: named(theme) };
  return unread.length > 0 ? `${file}: ${unread.join(' ')}` : { providerId, fields: themed, drawings };
}
