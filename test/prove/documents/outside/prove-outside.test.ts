import { expect, it } from 'vitest';
import { checkDocuments } from '../../../external/pdfs/checks.ts';
import { type Program, programs } from '../../../external/pdfs/programs.ts';
import { proveOutside } from './prove-outside.ts';

it('says that nothing was tried where no program is installed', async () => {
  const { untried, tried } = await proveOutside(1, 3, new Set());
  expect(untried).toContain('qpdf, poppler, preflight');
  expect(tried).toBe(0);
});

it('has every file checked by what is installed, and names what is not', async () => {
  const there = programs(false);
  const { tried, outcomes, failures, figures = {} } = await proveOutside(1, 3, there);
  expect(failures).toEqual([]);
  expect(tried).toBe(3 * there.size);
  expect(Object.values(outcomes)).toEqual(Array(there.size).fill(3));
  const notTried = Object.values(figures).filter((figure) => figure.startsWith('not tried'));
  expect(notTried).toHaveLength(there.size === 0 ? 0 : 3 - there.size);
}, 60_000);

it('tells of each file that a program refuses', () => {
  const there = new Set<Program>(['qpdf']);
  const refused = { needs: 'qpdf', claim: 'whole', flaw: () => 'it is not' } as const;
  const documents = ['one.pdf', 'two.pdf'].map((file) => ({ file, bytes: Buffer.from(file), signed: true, title: '' }));
  expect(checkDocuments(documents, [refused, { ...refused, needs: 'poppler' }], there)).toEqual([
    { claim: 'whole', flaws: ['one.pdf: it is not', 'two.pdf: it is not'] },
  ]);
});
