import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsed } from './example.ts';

const page = readFileSync(new URL('../../../docs/samples.md', import.meta.url), 'utf8');
const [, documented = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];

describe('the documented format', () => {
  it('is one that can be published as it stands', () => {
    const { activity, keys } = parsed(documented);
    expect(activity.credits.map(({ maximum }) => maximum)).toEqual([50, 50]);
    expect(keys).toEqual({
      'post-test': {
        q1: { right: ['b'], rationale: 'Poor technique is more frequent than resistance to the drug.' },
        q2: { right: ['a', 'b'] },
        q3: { right: ['false'] },
      },
    });
  });

  it('has every optional field, once its comments are taken away', () => {
    const optional = documented
      .replace(
        /^(\s*)# (jointProvider|held|location|designated|medium|method|requirements|privacy|timeLimitMinutes):/gm,
        '$1$2:',
      )
      .replace('enduring-material', 'live-activity');
    // It was held before that day, and designated before it was held.
    expect(parsed(optional, '2026-09-20T12:00:00.000Z').activity).toMatchObject({
      jointProvider: 'Harbor Valley Alliance',
      heldOn: '2026-09-17',
      location: 'Boston, MA',
      designatedOn: '2026-08-03',
      takingPart: { medium: 'Internet, an article to read', privacy: 'We share your results with nobody.' },
      assessments: [{ timeLimitMinutes: 30 }],
    });
  });
});
