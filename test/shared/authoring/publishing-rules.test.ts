import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../shared/authoring/problem.ts';
import { publicationDay, publishingRules } from '../../../shared/authoring/publishing-rules.ts';
import { readingRules } from '../../../shared/authoring/rules/reading.ts';
import { changed, problemsOf } from './example.ts';

const rules = [...readingRules, ...Object.values(publishingRules).flat()];

describe('the publishing rules', () => {
  it('have each its own id, its source with the place where it can be read, and say what they want', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { source, says } of rules) {
      expect(source.at).toMatch(/^[a-z0-9.-]+(?:\/[a-z0-9./-]*)?$/i);
      expect(says).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('name themselves and their source in every fault that is printed', () => {
    const told = problemsOf(changed('passMark: 70', 'passMark: 0').replace('closes: 2028-12-31', 'closes: 2029-01-06'));
    expect(told.map(describeProblem)).toEqual([
      'a.yaml:14: closes: It would close more than 3 years after its review on 2026-01-05. — Close by 2029-01-05, or review it again and say so in “reviewed”. [enduring-three-years: ACCME, enduring materials]',
      'a.yaml:33: assessments[1].passMark: A passing score of 0 % cannot be met or missed. — Write a whole percentage from 1 to 100. [pass-mark-told: AMA, minimum performance told beforehand]',
    ]);
    expect(problemsOf(changed('    passMark: 70\n', '')).map(describeProblem)[0]).toContain(
      '“passMark” is missing. — Add “passMark:”. [pass-mark-stated: AMA, minimum performance told beforehand]',
    );
  });

  it('know the day of publication by the zone of the activity, and by UTC where that zone does not exist', () => {
    expect(publicationDay('2026-03-10T02:00:00.000Z', 'America/New_York')).toBe('2026-03-09');
    expect(publicationDay('2026-03-10T02:00:00.000Z', 'America/New_Yrok')).toBe('2026-03-10');
  });
});

describe('publishing is refused', () => {
  it('when the review is later than the publication', () => {
    expect(problemsOf(changed('reviewed: 2026-01-05', 'reviewed: 2026-03-11'))).toMatchObject([
      { field: 'reviewed', line: 15, rule: 'review-was-made' },
    ]);
    expect(problemsOf(changed('reviewed: 2026-01-05', 'reviewed: 2026-03-10'))).toEqual([]);
  });

  it('when two statements designate the same credit', () => {
    const own = `statements:
  - kind: designation
    credit: ama-pra-category-1
    text: >-
      We designate this enduring material for a maximum of 1.25 AMA PRA Category 1 Credits™, to be claimed as
      commensurate with the extent of participation.
  - kind: support`;
    expect(problemsOf(changed('statements:\n  - kind: support', own))).toMatchObject([
      { field: 'credits[1].type', rule: 'designation-stated' },
    ]);
  });
});
