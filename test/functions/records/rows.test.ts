import { describe, expect, it } from 'vitest';
import { due, forgetAfter, held, inList, parked, putRow } from '../../../functions/records/rows.ts';
import { shardOf, workIndex } from '../../../shared/table.ts';
import { rowOf } from '../../support/row-of.ts';

const key = { pk: 'LEARNER#1', sk: 'PROFILE' };
const row = { ...key, rev: 3, kind: 'learner', data: { name: 'A' } };

describe('a row that is read', () => {
  it('is what it holds, with the revision that the next write must name', () => {
    expect(held(row)).toEqual({ value: { name: 'A' }, rev: 3 });
    expect(held(undefined)).toBeUndefined();
  });

  it('says where it stands in a list, when it is whole there', () => {
    const place = { listPk: 'LIST', listSk: '2026', listed: { name: 'A' } };
    expect(held({ ...row, ...place })).toEqual({ value: { name: 'A' }, rev: 3, inList: place });
    for (const missing of ['listPk', 'listSk', 'listed'] as const) {
      const { [missing]: _, ...rest } = place;
      expect(held({ ...row, ...rest }), missing).toEqual({ value: { name: 'A' }, rev: 3 });
    }
  });
});

describe('a row that is written', () => {
  it('is the first of its key, where nothing was read', () => {
    expect(putRow(key, 'learner', { name: 'A' })).toEqual({
      ...{ kind: 'put', expect: 'absent' },
      row: { ...key, rev: 1, kind: 'learner', data: { name: 'A' } },
    });
  });

  it('stands in the place of the revision that was read, and of no other', () => {
    expect(putRow(key, 'learner', { name: 'A' }, { rev: 3 })).toMatchObject({ expect: 3, row: { rev: 4 } });
  });

  it('is placed where it is due, where it waits for staff, in a list, and until it may be forgotten', () => {
    const at = '2026-03-09T04:30:00.001Z';
    expect(due('work', 'w', at)).toEqual({ workPk: workIndex.due('work', shardOf('w')), workSk: `${at}#w` });
    expect(parked('mail', 'm', at)).toEqual({ workPk: workIndex.parked('mail'), workSk: `${at}#m` });
    expect(inList('LIST', at, { name: 'A', email: undefined })).toEqual({
      ...{ listPk: 'LIST', listSk: at, listed: { name: 'A' } },
    });
    // DynamoDB counts in seconds, and must never forget too early.
    expect(forgetAfter(at)).toEqual({ expiresAt: Date.parse('2026-03-09T04:30:01.000Z') / 1_000 });
    expect(rowOf(putRow(key, 'learner', {}, undefined, due('work', 'w', at)))).toMatchObject(due('work', 'w', at));
  });
});
