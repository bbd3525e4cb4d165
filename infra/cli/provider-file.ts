import { basename, dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { idPattern } from '../../shared/domain/kinds.ts';
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
export function readProviderFile(file: string, providerId = basename(dirname(resolve(file)))): ProviderFile | string {
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
  const paths = new Map<string, string>();
  const unread: string[] = [];
  const named = (value: unknown): unknown => {
    if (typeof value === 'string' && value.endsWith('.svg')) {
      const [drawing, name] = [openBeside(file, value), nameOf(value)];
      const other = paths.get(name);
      if (other !== undefined && other !== value)
        unread.push(`${other} and ${value} would both be called “${name}”. Rename one of them.`);
      else if (drawing.kind === 'unreadable') unread.push(`${value}: ${drawing.message}`);
      else drawings[name] = drawing.text;
      paths.set(name, value);
      return name;
    }
    if (Array.isArray(value)) return value.map(named);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, named(inner)]))
      : value;
  };
  const { theme, ...rest } = fields as Record<string, unknown>;
  const themed = theme === undefined ? rest : { ...rest, theme: named(theme) };
  if (unread.length > 0) return `${file}: ${unread.join(' ')}`;
  return idPattern.test(providerId)
    ? { providerId, fields: themed, drawings }
    : `“${providerId}” cannot be the id of a provider. Give one of small letters, digits and hyphens: --id NAME.`;
}
