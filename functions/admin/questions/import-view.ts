import type { Import } from '../../../shared/domain/import.ts';
import type { Role } from '../../../shared/domain/staff.ts';
import type { Importing } from '../../imports/kind.ts';

/** Authors write activities, and have nothing to do with learners. */
export const mayFollow = (role: Role, { kind }: Pick<Import, 'kind'>): boolean =>
  kind === 'questions' || role !== 'author';

/** An import as the console shows it. */
export async function importView(what: Import, { staff }: Importing) {
  const nameOf = await staff.names();
  const { importId, kind, fileName, state, at, rows, checked, bad, done, fates, target, endedAt, failure } = what;
  return {
    ...{ importId, kind, fileName, state, at, rows, checked, bad, done, fates, target, endedAt, failure },
    by: nameOf(what.by),
    ...(what.runBy !== undefined && { runBy: nameOf(what.runBy) }),
  };
}
