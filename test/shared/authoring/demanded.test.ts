import { describe, expect, it } from 'vitest';
import type { ActivityDraft } from '../../../shared/authoring/activity-content.ts';
import { publishingFaults } from '../../../shared/authoring/publishing-rules.ts';
import type { ActivityVersion } from '../../../shared/domain/activity.ts';
import { content, published } from '../../support/activity.ts';
import { changed, example, parse, parsed, problemsOf } from './example.ts';

const today = '2026-03-10';
const live = example
  .replace('enduring-material', 'internet-live')
  .replace('minutes:', 'held: 2026-03-09\nminutes:')
  .replace('closes: 2028-12-31', 'closes: 2026-12-31');
const found = (text: string): readonly string[] => problemsOf(text).map(({ rule, field }) => `${rule} at ${field}`);
const ruledBy = (overrides: Partial<ActivityDraft>, before?: ActivityVersion) =>
  publishingFaults(content(overrides), { today, before }).map(({ rule, field }) => `${rule} at ${field}`);

describe('credit is designated in advance', () => {
  it('of a live activity that was held before its publication only when the file says on which day', () => {
    expect(found(live)).toEqual(['designated-in-advance at designated']);
    expect(found(live.replace('held: 2026-03-09', 'held: 2026-03-10'))).toEqual([]);
    const designated = (day: string) => live.replace('minutes:', `designated: ${day}\nminutes:`);
    expect(found(designated('2026-03-09'))).toEqual([]);
    expect(found(designated('2026-03-10'))).toEqual(['designated-in-advance at designated']);
    expect(problemsOf(designated('2026-03-10'))[0]?.message).toMatch(/began on 2026-03-09; credit is never designated/);
  });

  it('and not on a day that is still to come', () => {
    const later = changed('minutes:', 'designated: 2026-03-11\nminutes:');
    expect(problemsOf(later)[0]?.message).toMatch(/published on 2026-03-10, and would be designated on 2026-03-11/);
  });

  it('of material with its release: what is published anew may offer more to those who begin with it', () => {
    expect(found(changed('opens: 2026-01-15', 'opens: 2026-02-01'))).toEqual([]);
    expect(ruledBy({ credits: [{ creditType: 'ama-pra-category-1', maximum: 150 }] }, published())).toEqual([]);
  });

  it('of a live activity never more, and no other, once it was held', () => {
    const overrides: Partial<ActivityDraft> = {
      ...{ format: 'internet-live', opensOn: '2026-03-10', heldOn: '2026-03-09', designatedOn: '2026-01-05' },
      credits: [{ creditType: 'ama-pra-category-1', maximum: 150 }],
    };
    const less = published({ credits: [{ creditType: 'ama-pra-category-1', maximum: 125 }] });
    expect(ruledBy(overrides, less)).toEqual(['nothing-added-afterwards at credits[1].maximum']);
    expect(ruledBy(overrides, published({ credits: [] }))).toEqual(['nothing-added-afterwards at credits[1].maximum']);
    expect(ruledBy(overrides, published())).toEqual([]);
    expect(ruledBy({ ...overrides, heldOn: '2026-03-10' }, less)).toEqual([]);
  });

  const written = (text: string) =>
    example.replace('accreditation: accme\n', '').replace(
      'statements:',
      `statements:
  - kind: accreditation
    text: Meridian Society is accredited by the ACCME.
  - kind: designation
    credit: ama-pra-category-1
    text: ${text}`,
    );
  it.each([
    [
      'the format',
      'We designate this course for a maximum of 1.25 AMA PRA Category 1 Credits™, commensurate with the extent of it.',
      'designation-names-format',
    ],
    [
      'the amount',
      'This enduring material, for a maximum of 1.5 AMA PRA Category 1 Credits™, commensurate with the extent of it.',
      'designation-amount',
    ],
    [
      'the duty',
      'This enduring material for a maximum of 1.25 AMA PRA Category 1 Credits™.',
      'designation-commensurate',
    ],
    [
      'the maximum',
      'This enduring material gives 1.25 AMA PRA Category 1 Credits™, commensurate with the extent of it.',
      'designation-commensurate',
    ],
  ])('by a statement of the provider’s own that names %s', (_, text, rule) => {
    expect(found(written(text))).toEqual([`${rule} at statements[2].text`]);
  });
});

describe('before the start', () => {
  it('enduring material shows what its faculty is, its medium, how to take part, what is needed and how privacy is kept', () => {
    expect(found(changed(' credentials: MD,', ''))).toEqual(['faculty-credentials at faculty[1].credentials']);
    const { takingPart } = parsed(example).activity;
    expect(takingPart?.method).toBe(
      'Go through the material, pass the Post-Test with 70 % or more, complete the Course Evaluation, and claim your credit.',
    );
    expect(parsed(changed('minutes:', 'medium: Print\nminutes:')).activity.takingPart).toEqual({
      ...takingPart,
      medium: 'Print',
    });
    const nothing = { medium: '', method: '', requirements: '', privacy: '' };
    expect(ruledBy({ takingPart: nothing })).toHaveLength(4);
  });

  it('it is said who supported the activity, and that relationships were mitigated', () => {
    expect(
      found(changed('statements:\n  - kind: support\n    text: No commercial support was received.\n', '')),
    ).toEqual(['support-stated at statements']);
    const paid = changed('Nothing to disclose.', 'Is paid by Example Devices for advice.');
    expect(found(paid)).toEqual(['relationships-mitigated at faculty[1].disclosure']);
    const all = 'All relevant financial relationships have been mitigated.';
    expect(found(paid.replace('for advice.', `for advice. ${all}`))).toEqual([]);
    const once = paid.replace('statements:', `statements:\n  - kind: disclosure\n    text: ${all}`);
    expect(found(once)).toEqual([]);
    expect(found(changed('Nothing to disclose.', '"Nothing with [Company]."'))).toEqual([
      'no-placeholder at faculty[1].disclosure',
    ]);
  });

  it('it is said where it has closed already, which refuses nothing', () => {
    const advised = (closesOn: string) =>
      publishingFaults(content({ closesOn }), { today: '2026-06-01' }).filter(({ rule }) => rule === 'still-open');
    expect(advised('2026-05-31')).toMatchObject([{ field: 'closes', severity: 'advises' }]);
    expect(advised('2026-06-01')).toEqual([]);
  });

  it('it fits the rows of the table: the activity one, its right answers and their rationales another', () => {
    const said = (paragraph: string, rationale: string) =>
      publishingFaults(
        {
          ...content({ content: { paragraphs: [paragraph] } }),
          keys: { 'post-test': { q1: { right: ['a'], rationale } } },
        },
        { today },
      ).flatMap(({ rule, field, message }) => (rule === 'fits-the-table' ? [`${field}: ${message}`] : []));
    const [much, little] = ['ż'.repeat(174_000), 'ż'.repeat(160_000)];
    expect(said(little, little)).toEqual([]);
    expect(said(much, little)).toEqual([
      expect.stringMatching(/^article: The activity has 35\d{4} bytes; 350000 fit\.$/),
    ]);
    expect(said(little, 'ż'.repeat(175_000))).toEqual([
      'assessments: The right answers and their rationales have 350051 bytes; 350000 fit.',
    ]);
  });

  it('it is said where it opens before it is held, which refuses nothing', () => {
    const advised = (opensOn: string) =>
      publishingFaults(content({ opensOn, heldOn: '2026-09-17' }), { today: '2026-06-01' }).filter(
        ({ rule }) => rule === 'opens-when-held',
      );
    expect(advised('2026-09-16')).toMatchObject([{ field: 'opens', severity: 'advises' }]);
    expect(advised('2026-09-17')).toEqual([]);
    expect(advised('2026-09-18')).toEqual([]);
  });

  it('nothing is left to be filled in of what certificates print', () => {
    expect(ruledBy({ title: 'Hypertension for [audience]' })).toEqual(['no-placeholder at title']);
    expect(ruledBy({ location: '{city}' })).toContain('no-placeholder at location');
    expect(ruledBy({ title: 'Hypertension (for teams) [3]' })).toEqual([]);
  });

  it('the joint provider is named beside the accredited one, and Joint Accreditation is stated on the certificate too', () => {
    const joint = example.replace('accreditation: accme', 'accreditation: accme\njointProvider: Harbor');
    expect(found(joint)).toEqual([]);
    const own = (text: string, more = '') =>
      joint.replace('accreditation: accme\n', '').replace(
        'statements:',
        `statements:
  - kind: accreditation
    text: ${text}${more}
  - kind: designation
    credit: ama-pra-category-1
    text: >-
      Meridian Society designates this enduring material for a maximum of 1.25 AMA PRA Category 1 Credits™. Physicians should claim
      only the credit commensurate with the extent of their participation in the activity.`,
      );
    expect(found(own('Meridian Society is accredited by the ACCME.'))).toEqual([
      'joint-providership-stated at jointProvider',
    ]);
    const named = 'Planned through the joint providership of Meridian Society and Harbor.';
    expect(found(own(named))).toEqual([]);
    const jointly = 'Planned by Meridian Society and Harbor. Meridian Society is jointly accredited.';
    expect(found(own(jointly))).toEqual(['joint-accreditation-on-certificate at statements[1].text']);
    expect(found(own(jointly, '\n    onCertificate: true'))).toEqual([]);
  });
});

describe('formats', () => {
  it('of other and blended kind are named, also in the designation', () => {
    const other = example.replace('enduring-material', 'other');
    expect(found(other)).toEqual(['other-format-named at formatDetail']);
    const named = parsed(other.replace('format: other', 'format: other\nformatDetail: blended learning'));
    expect(named.activity.statements[1]?.text).toContain('designates this other activity (blended learning) for a');
  });

  it('that are a series last for at most twelve months, and need no single day', () => {
    const series = (closes: string) =>
      changed('enduring-material', 'regularly-scheduled-series').replace('2028-12-31', closes);
    expect(found(series('2027-01-14'))).toEqual([]);
    expect(found(series('2027-01-15'))).toEqual(['series-twelve-months at closes']);
  });
});

describe('a Universal Activity Number', () => {
  const numbered = (number: string) =>
    changed(
      '    maximum: 1.25',
      `    maximum: 1.25\n  - type: acpe-contact-hour\n    maximum: 1.25\n    number: ${number}`,
    );
  it('is of the year of the activity, or of one of the three before it ends', () => {
    expect(found(numbered('1234-0000-26-001-H01-P'))).toEqual([]);
    expect(found(numbered('1234-0000-25-0001-H01-P'))).toEqual([]);
    expect(found(numbered('1234-0000-24-001-H01-P'))).toEqual(['activity-number-year at credits[2].number']);
    expect(found(numbered('1234-0000-27-001-H01-P'))).toEqual(['activity-number-year at credits[2].number']);
  });

  it('with the letter of another format is advised against, and may be published', () => {
    const result = parse(numbered('1234-0000-26-001-L01-P'));
    expect(result).toMatchObject({
      kind: 'parsed',
      advice: [{ rule: 'activity-number-format', severity: 'advises' }, { rule: 'evaluation-asks-change' }],
    });
  });
});
