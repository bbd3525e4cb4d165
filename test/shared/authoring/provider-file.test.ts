import { describe, expect, it } from 'vitest';
import { type ParsedActivity, parseActivity } from '../../../shared/authoring/activity-file.ts';
import { describeProblem } from '../../../shared/authoring/problem.ts';
import { example, now, parsed } from './example.ts';

const inPlace = /^provider:\n(?: {2}.*\n)+/m;
const provider = (inPlace.exec(example)?.[0] ?? '').replace('provider:\n', '').replace(/^ {2}/gm, '');

/** The example with its provider in a file of its own, beside whatever other files there are. */
function parseWith(files: Readonly<Record<string, string>>, path = 'society/provider.yaml'): ParsedActivity {
  return parseActivity({ file: 'a.yaml', text: example.replace(inPlace, `provider: ${path}\n`), now }, (from, name) => {
    const file = [...from.split('/').slice(0, -1), name].join('/');
    const text = files[file];
    return text === undefined
      ? { kind: 'unreadable', message: 'The file cannot be read (ENOENT).', remedy: 'Check its name.' }
      : { kind: 'opened', file, text };
  });
}

const told = (result: ParsedActivity): readonly string[] =>
  result.kind === 'faulty' ? result.problems.map(describeProblem) : [];

describe('a provider in a file of its own', () => {
  it('says of the activity what it would say in the activity’s own file', () => {
    expect(parseWith({ 'society/provider.yaml': provider })).toEqual({
      ...parsed(example),
      advice: [expect.objectContaining({ rule: 'evaluation-asks-change' })],
    });
  });

  it('has its faults told with its own name and lines, beside those of the activity', () => {
    const faulty = provider.replace('name: Meridian Society', 'nam: Meridian').replace('  title: Chair\n', '');
    expect(told(parseWith({ 'society/provider.yaml': faulty }))).toEqual([
      'society/provider.yaml:1: name: “name” is missing. — Add “name:”. [file-readable: Credit Wallet, activity files]',
      'society/provider.yaml:1: nam: “nam” is no field of this. — Did you mean “name”? [file-readable: Credit Wallet, activity files]',
      'society/provider.yaml:2: signatory.title: “title” is missing. — Add “title:”. [file-readable: Credit Wallet, activity files]',
    ]);
  });

  it('that is no YAML says so once, and nothing of what could not be read', () => {
    expect(told(parseWith({ 'society/provider.yaml': 'name: "Meridian' }))).toEqual([
      expect.stringMatching(/^society\/provider\.yaml:1: This is not readable YAML: /),
    ]);
  });

  it.each([
    ['is not there', 'nowhere.yaml', 'a.yaml:5: provider: “nowhere.yaml”: The file cannot be read (ENOENT).'],
    ['is named by its place on one machine', '/etc/provider.yaml', 'does not lead from this file to another'],
    ['is an address of the web', 'https://example.org/p.yaml', 'does not lead from this file to another'],
  ])('that %s is told at the line that names it', (_, path, message) => {
    expect(told(parseWith({}, path))).toEqual([expect.stringContaining(message)]);
  });
});
