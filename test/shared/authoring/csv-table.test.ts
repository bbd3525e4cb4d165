import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../shared/authoring/csv-table.ts';

describe('a table that is handed in', () => {
  it('is read by its columns, and of one that is far too wide the first are', () => {
    const wide = `email,${'a,'.repeat(400_000)}last\n${'x@example.org\n'.repeat(40_000)}`;
    const { columns, rows } = readCsv(wide);
    expect(columns).toHaveLength(200);
    expect(rows).toHaveLength(40_000);
    expect(rows.at(-1)?.cells.get('email')).toBe('x@example.org');
  });
});
