import type { Row, Write } from '../../shared/ports.ts';

/** The row that a write puts. @throws Error where it only checks one */
export function rowOf(write: Write): Row {
  if (write.kind !== 'put') throw new Error('The write puts no row');
  return write.row;
}
