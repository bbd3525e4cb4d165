import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectDir } from '../../../infra/cli/project.ts';
import { run } from '../../../infra/cli/run.ts';
import { changed, example } from '../../shared/authoring/example.ts';
import { readPdf } from '../../shared/documents/read-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-preview-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `wallet preview` on a file, and reads what it made. */
async function preview(file: string, ...options: readonly string[]) {
  const [out, page, printed, complained]: [string, string, string[], string[]] = [
    ...([join(folder, 'a.pdf'), join(folder, 'a.html')] as const),
    ...([[], []] as const),
  ] as never;
  const args = ['preview', file, '--out', out, '--html', page, ...options];
  const code = await run(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed, complained, pdf: () => readPdf(readFileSync(out)), html: () => readFileSync(page, 'utf8') };
}
const sample = join(projectDir, 'docs', 'samples', 'anticoagulant-safety.yaml');

describe('wallet preview', () => {
  it('prints the certificate of a sample with its provider’s look, which says that it is none', async () => {
    const { code, printed, pdf, html } = await preview(
      sample,
      '--name',
      'Ada Moss, PharmD',
      '--profession',
      'pharmacist',
    );
    expect(code).toBe(0);
    expect(printed[0]).toContain('It is no certificate.');
    const { elements, document } = await pdf();
    const spoken = elements.map(({ text, alt }) => alt ?? text);
    expect(spoken[0]).toBe('Preview – not a certificate');
    expect(spoken).toEqual(
      expect.arrayContaining([
        ...['Ada Moss, PharmD', 'and is awarded 1.5 ACPE contact hours', 'CW-0000-PREVIEW'],
        ...['Logo of Meridian Society for Continuing Education', 'Seal of Meridian Society for Continuing Education'],
        'Signature of Theodora Lindqvist-Amari, MD',
      ]),
    );
    expect(document.getPageCount()).toBe(1);
    expect(html()).toContain('Preview – not a certificate');
    expect(html()).toContain('Ada Moss, PharmD');
    expect(html()).not.toMatch(/<script|<use |(?:href|src)="(?!data:)/);
  });

  it('is not signed and leads to no page that could verify it', async () => {
    const { pdf } = await preview(sample);
    const raw = readFileSync(join(folder, 'a.pdf'), 'latin1');
    expect(raw).not.toMatch(/\/ByteRange|\/Sig\b/);
    expect([...raw.matchAll(/\/URI \(([^)]*)\)/g)].map(([, uri]) => uri)).toEqual([
      'https://preview.invalid/v/not-a-certificate',
    ]);
    // What is across the page is decoration: the bar at its head was read out already.
    expect((await pdf()).untagged).toBe('Preview – not a certificate');
  });

  it('says everything that is wrong with the file instead', async () => {
    const file = join(folder, 'a.yaml');
    writeFileSync(file, changed('closes: 2028-12-31', 'closes: soon'));
    const { code, complained } = await preview(file);
    expect(code).toBe(1);
    expect(complained[0]).toContain(': closes: “soon” cannot be read.');
  });

  it('says in one line that a file cannot be written', async () => {
    const [pdf, page] = [join(folder, 'none', 'a.pdf'), join(folder, 'none', 'a.html')];
    const why = (file: string, option: string) =>
      `${file} cannot be written: its folder is not there. Name another file with ${option}.`;
    expect(await preview(sample, '--out', pdf)).toMatchObject({ code: 1, complained: [why(pdf, '--out')] });
    expect(await preview(sample, '--html', page)).toMatchObject({ code: 1, complained: [why(page, '--html')] });
  });

  it('says beforehand what would park the certificate', async () => {
    const file = join(folder, 'a.yaml');
    writeFileSync(file, example);
    const { code, complained } = await preview(file, '--name', `Ada ${'M'.repeat(400)}`);
    expect(code).toBe(1);
    expect(complained[0]).toMatch(/a\.yaml: The name is too long for the certificate/);
  });

  it.each([
    [['--profession', 'physican'], 'Did you mean “physician”?'],
    [['--colour', 'red'], 'Usage: wallet preview FILE'],
    [['b.yaml'], 'Name one activity file'],
  ])('cannot be misunderstood: %s', async (options, message) => {
    const { code, complained } = await preview(sample, ...options);
    expect(code).not.toBe(0);
    expect(complained.join('\n')).toContain(message);
  });
});
