import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameContent } from '../../../shared/authoring/activity-content.ts';
import { printActivity } from '../../../shared/authoring/print-activity.ts';
import { arbitraryActivity } from './arbitrary-activity.ts';
import { changed, example, parsed } from './example.ts';

describe('an activity that is printed as a file', () => {
  it('reads back as the same activity, whatever is in it', () => {
    fc.assert(
      fc.property(arbitraryActivity, (content) => {
        const { activity, keys } = parsed(printActivity(content), '2031-01-01T00:00:00.000Z');
        expect({ activity, keys }).toEqual(content);
      }),
      { numRuns: 150 },
    );
  });

  it('has its composed statements composed again, and any other written out', () => {
    const printed = printActivity(parsed(example));
    expect(printed).toMatch(/^accreditation: accme$/m);
    expect(printed).not.toContain('is accredited by');
    const { activity, keys } = parsed(example);
    const [, ...others] = activity.statements.map(({ templateId: _, templateVersion: __, ...statement }) => statement);
    const own = { kind: 'accreditation', text: 'We are accredited.', onCertificate: true } as const;
    const edited = { activity: { ...activity, statements: [own, ...others] }, keys };
    expect(printActivity(edited)).not.toMatch(/^accreditation:/m);
    expect(sameContent(parsed(printActivity(edited)), edited)).toBe(true);
  });
});

describe('two activities', () => {
  it('are the same when only their layout, the order of their fields or their publication differs', () => {
    const one = parsed(example);
    const other = parsed(
      changed('title: Hand Hygiene Before Every Contact\n', '').replace(
        'opens:',
        'title: >-\n  Hand Hygiene\n  Before Every Contact\nopens:',
      ),
    );
    expect(sameContent(one, other)).toBe(true);
    const version = { ...one.activity, version: 7, publishedAt: '2026-11-24T00:00:00.000Z' };
    expect(sameContent({ activity: version, keys: one.keys }, one)).toBe(true);
  });

  it.each([
    ['the text', 'Wash your', 'Wash both'],
    ['the right answer', 'answer: false', 'answer: true'],
    ['the rationale', 'They have', 'They may have'],
    ['the credit', 'maximum: 1.25', 'maximum: 1'],
  ])('differ when %s does', (_, passage, by) => {
    expect(sameContent(parsed(example), parsed(changed(passage, by)))).toBe(false);
  });
});
