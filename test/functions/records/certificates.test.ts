import { beforeEach, describe, expect, it } from 'vitest';
import { certificates } from '../../../functions/records/certificates.ts';
import { required } from '../../../functions/records/require.ts';
import { LostRaceError } from '../../../shared/ports.ts';
import { entities } from '../../../shared/table.ts';
import { snapshot } from '../../shared/documents/samples.ts';
import { createMemoryTable, type MemoryTable } from '../../simulation/ports/memory-table.ts';

const { certificateId } = snapshot;
let table: MemoryTable;
let repository: ReturnType<typeof certificates>;
beforeEach(() => {
  table = createMemoryTable();
  repository = certificates({ table });
});
const found = async () => required(await repository.byId(certificateId), 'The certificate');

describe('the record of a certificate', () => {
  it('begins as one that is being issued, with its snapshot', async () => {
    await table.write(repository.begin(snapshot));
    expect(await found()).toEqual({
      ...{ snapshot, status: 'issuing', version: 1 },
      state: { rev: 1, value: { status: 'issuing', version: 1 } },
    });
    expect(await repository.byId('another')).toBeUndefined();
    expect(new Set(table.rows().map(({ kind }) => kind))).toEqual(new Set(['certificate', 'snapshot']));
  });

  it('says which certificate it stands in the place of, and which work issues it', async () => {
    await table.write(repository.begin(snapshot, { replaces: 'before', workId: 'work' }));
    expect(await found()).toMatchObject({ replaces: 'before', workId: 'work', status: 'issuing' });
  });

  it('is begun once, and its state is changed only in the place of what was read', async () => {
    await table.write(repository.begin(snapshot));
    await expect(table.write(repository.begin(snapshot))).rejects.toThrow(LostRaceError);
    const { state } = await found();
    const valid = { ...state.value, status: 'valid' } as const;
    await table.write([repository.putState(certificateId, valid, state)]);
    expect((await found()).status).toBe('valid');
    await expect(table.write([repository.putState(certificateId, valid, state)])).rejects.toThrow(LostRaceError);
  });

  it('that was parked is taken up again without its reason, as it was', async () => {
    await table.write(repository.begin(snapshot));
    const { state } = await found();
    const parked = { ...state.value, status: 'parked', reason: 'No glyph' } as const;
    await table.write([repository.putState(certificateId, parked, state)]);
    await table.write(repository.takeUp(await found()));
    const taken = await found();
    expect(taken.state.value).toEqual({ status: 'issuing', version: 1 });
    expect(taken.snapshot).toEqual(snapshot);
  });

  it('that is taken up under another name is its next version, and keeps what it said before', async () => {
    await table.write(repository.begin(snapshot));
    await table.write(repository.takeUp(await found(), 'Amélie Roth, MD'));
    const taken = await found();
    expect(taken).toMatchObject({ version: 2, status: 'issuing' });
    expect(taken.snapshot).toEqual({ ...snapshot, version: 2, name: 'Amélie Roth, MD' });
    expect(table.rows().filter(({ kind }) => kind === 'snapshot')).toHaveLength(2);
  });
});

describe('a certificate whose snapshot is lost', () => {
  beforeEach(async () => {
    await table.write(repository.begin(snapshot));
    table.lose(entities.snapshot.keyOf(snapshot));
  });

  it('breaks whatever reads it, by name, and is nothing to an audit', async () => {
    await expect(repository.byId(certificateId)).rejects.toMatchObject({
      ...{ name: 'MissingSnapshotError', message: `The snapshot of the certificate ${certificateId} is missing` },
    });
    expect(await repository.whole(certificateId)).toBeUndefined();
  });

  it('is nothing to an audit either where somebody made its version something else than a number', async () => {
    const key = entities.certificate.keyOf({ certificateId });
    const row = { ...key, rev: 2, kind: 'certificate', data: { status: 'valid', version: '1#' } };
    await table.write([{ kind: 'put', row, expect: 1 }]);
    expect(await repository.whole(certificateId)).toBeUndefined();
  });

  it('hides no other trouble from an audit', async () => {
    const broken = certificates({ table: { ...table, query: () => Promise.reject(new Error('no answer')) } });
    await expect(broken.whole(certificateId)).rejects.toThrow('no answer');
  });
});
