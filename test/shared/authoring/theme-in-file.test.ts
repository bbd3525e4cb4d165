import { describe, expect, it } from 'vitest';
import { parseActivity } from '../../../shared/authoring/activity-file.ts';
import { describeProblem } from '../../../shared/authoring/problem.ts';
import { contrastOf } from '../../../shared/domain/color.ts';
import { plainTheme } from '../../../shared/domain/theme.ts';
import { example } from './example.ts';

const mark = '<svg viewBox="0 0 10 20"><path d="M0 0L10 0L10 20Z"/></svg>';

/** The example with lines of a theme in its provider's file, in which it says nothing else of who signs. */
function themed(lines: string, files: Readonly<Record<string, string>> = { 'society/mark.svg': mark }, more = '') {
  const provider = `name: Meridian Society\ncontact: help@meridian.example\n${more}theme:\n${lines.replace(/^/gm, '  ')}\n`;
  const text = example.replace(/^provider:\n(?: {2}.*\n)+/m, 'provider: society/provider.yaml\n');
  return parseActivity({ file: 'a.yaml', text, now: '2026-01-15T12:00:00.000Z' }, (from, path) => {
    const file = [...from.split('/').slice(0, -1), path].join('/');
    const found = { ...files, 'society/provider.yaml': provider }[file];
    return found === undefined
      ? { kind: 'unreadable', message: 'The file cannot be read (ENOENT).', remedy: 'Check its name.' }
      : { kind: 'opened', file, text: found };
  });
}
const who = 'signatures:\n  - name: Theodora Lindqvist-Amari\n    title: Chair';
const told = (...given: Parameters<typeof themed>): readonly string[] => {
  const result = themed(...given);
  return result.kind === 'faulty'
    ? result.problems.map((problem) => describeProblem(problem).replace(/ \[[^\]]*\]$/, ''))
    : [];
};

describe('a provider’s theme', () => {
  it('has its drawings from files beside the provider’s, its signatories in the activity, and their signatures apart', () => {
    const lines = `logo: mark.svg\nseal: mark.svg\n${who}\n    image: mark.svg\n  - name: Bram Osei\n    title: Director`;
    const drawing = { width: 500, height: 1000, shapes: [{ d: 'M0 0L500 0L500 1000Z', fill: '#000000' }] };
    const result = themed(lines);
    expect(result).toMatchObject({
      kind: 'parsed',
      activity: {
        provider: {
          signatory: { name: 'Theodora Lindqvist-Amari', title: 'Chair' },
          cosignatories: [{ name: 'Bram Osei', title: 'Director' }],
        },
      },
      theme: { ...plainTheme, logo: drawing, seal: drawing, signatures: [drawing, null] },
    });
  });

  it('has the plain colours where it names none, and others that follow from those it names', () => {
    expect(themed(who)).toMatchObject({ theme: { colors: plainTheme.colors } });
    const result = themed(`colors:\n  accent: '#7a1f2b'\n  paper: '#FFFDF5'\n${who}`);
    const colors = result.kind === 'parsed' ? result.theme?.colors : undefined;
    expect(colors).toMatchObject({ accent: '#7a1f2b', paper: '#fffdf5', ink: plainTheme.colors.ink });
    expect(contrastOf(colors?.quiet ?? '', '#fffdf5')).toBeGreaterThanOrEqual(4.5);
    expect(colors?.engraving).not.toBe(plainTheme.colors.engraving);
  });

  it.each([
    [
      'words that cannot be read on the paper',
      `colors:\n  ink: '#777777'\n  quiet: '#777777'\n${who}`,
      [
        'society/provider.yaml:5: theme.colors.ink: “ink” (#777777) on the paper (#ffffff) has a contrast of 4.4 to 1; words need 4.5 (WCAG). — Make it darker, or the paper lighter.',
        expect.stringContaining('society/provider.yaml:6: theme.colors.quiet: “quiet” (#777777)'),
      ],
    ],
    [
      'dark paper, on which no scanner finds the code',
      `colors:\n  paper: '#102030'\n  ink: '#ffffff'\n${who}`,
      [expect.stringContaining('society/provider.yaml:5: theme.colors.paper: The paper #102030 is too dark.')],
    ],
    [
      'a colour that is a comment',
      `colors:\n  ink: #102030\n${who}`,
      [expect.stringMatching(/provider\.yaml:5: theme\.colors\.ink: There is no colour here\. .*quotation marks/)],
    ],
    [
      'a colour that nobody knows',
      `colors:\n  ink: midnight\n${who}`,
      [expect.stringContaining('“midnight” is no plain colour.')],
    ],
    [
      'more people than stand side by side',
      `${who}${'\n  - name: A\n    title: B'.repeat(3)}`,
      [expect.stringContaining('theme.signatures: 4 signatures do not fit side by side.')],
    ],
    [
      'a logo that is not there',
      `logo: logo.svg\n${who}`,
      [expect.stringContaining('provider.yaml:4: theme.logo: “logo.svg”: The file cannot be read')],
    ],
    [
      'a field of another name',
      `lgo: mark.svg\n${who}`,
      [expect.stringContaining('“lgo” is no field of this. — Did you mean “logo”?')],
    ],
  ])('is refused with %s', (_, lines, messages) => {
    expect(told(lines)).toEqual(messages);
  });

  it('has the faults of its drawings told with their own names and lines', () => {
    const text = '<svg viewBox="0 0 10 20">\n<text>M</text>\n<image/></svg>';
    expect(told(`logo: mark.svg\n${who}`, { 'society/mark.svg': text })).toEqual([
      'society/mark.svg:2: Letters are not printed as text. — Convert text to outlines in your drawing program.',
      'society/mark.svg:3: A picture of pixels is not printed. — Trace it, or have it drawn as paths.',
    ]);
  });

  it('does not say twice who signs, and somebody must', () => {
    const signatory = 'signatory:\n  name: Bram Osei\n  title: Director\n';
    expect(told(who, {}, signatory)).toEqual([
      expect.stringContaining('signatory: Who signs stands in the theme’s signatures too.'),
    ]);
    expect(told('colors:\n  ink: black', {}, signatory)).toEqual([]);
    expect(told('colors:\n  ink: black')).toEqual(
      expect.arrayContaining([expect.stringContaining('signatory.name: “name” is missing.')]),
    );
  });
});
