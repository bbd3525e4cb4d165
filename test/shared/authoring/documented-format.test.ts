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
      .replace(/^(\s*)# (jointProvider|held|location|timeLimitMinutes):/gm, '$1$2:')
      .replace('enduring-material', 'live-activity');
    expect(parsed(optional).activity).toMatchObject({
      jointProvider: 'Harbor Valley Alliance',
      heldOn: '2026-09-17',
      location: 'Boston, MA',
      assessments: [{ timeLimitMinutes: 30 }],
    });
  });
});
