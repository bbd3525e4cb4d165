import { describe, expect, it } from 'vitest';
import { decision } from '../../web/admin/questions/import.tsx';
import { missingFrom, readFiles } from '../../web/admin/questions/read-files.ts';

describe('handing in a file', () => {
  it('says everything that is missing at once, each beside its field', () => {
    const fields = (...given: Parameters<typeof missingFrom>) =>
      missingFrom(...given)?.reasons.map(({ field }) => field);
    expect(fields([], { activity: '', assessment: '' })).toEqual(['/activity', '/file']);
    expect(fields([{ size: 9_000_000 }], { activity: 'a', assessment: '' })).toEqual(['/assessment', '/file']);
    expect(fields([{ size: 5 }], undefined)).toBeUndefined();
  });

  it('tells a file that is no text instead of sending it, and names the documents of a package', async () => {
    const text = new File(['<item/>'], '1.xml');
    const excel = new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'learners.xls');
    expect(await readFiles([text, excel])).toMatchObject({
      ok: false,
      problem: { detail: 'learners.xls is not text in UTF-8.' },
    });
    expect(await readFiles([text, new File(['<b/>'], '2.xml')])).toMatchObject({
      body: { fileName: '1.xml and 1 more', documents: [{ name: '1.xml', text: '<item/>' }, { name: '2.xml' }] },
    });
    expect(await readFiles([text])).toMatchObject({ body: { fileName: '1.xml', documents: [{ text: '<item/>' }] } });
  });

  it('says on the button how much of the file is brought in and how much is not', () => {
    expect(decision({ rows: 200, bad: 5 })).toBe('Import 195 and leave 5 out');
    expect(decision({ rows: 1200, bad: 0 })).toBe('Import 1,200');
  });
});
