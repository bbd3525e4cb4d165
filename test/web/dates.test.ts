import { globSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { projectFolder } from '../../infra/house/project-folder.ts';
import { dayOf, longDate } from '../../web/components/dates.ts';

describe('a civil date on a screen', () => {
  it('is in words, the same in every time zone', () => {
    expect(longDate('2026-11-24')).toBe('24 November 2026');
  });

  it('is said to be missing in the preview of a draft that has none yet, which is shown all the same', () => {
    for (const none of ['', '2026-13', 'soon']) expect(longDate(none)).toBe('not set yet');
  });
});

describe('the day of an instant on a screen', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['America/Los_Angeles', '2026-11-24'],
    ['UTC', '2026-11-25'],
    ['Asia/Tokyo', '2026-11-25'],
  ])('is the day where the reader is: %s', (zone, day) => {
    vi.stubEnv('TZ', zone);
    expect(dayOf('2026-11-25T02:30:00.000Z')).toBe(day);
  });

  it('is cut out of the instant, as days of UTC, by nothing but what says so', () => {
    const cutting = globSync('web/**/*.{ts,tsx}', { cwd: projectFolder }).filter((file) =>
      readFileSync(`${projectFolder}/${file}`, 'utf8').includes('.slice(0, 10)'),
    );
    expect(cutting.toSorted()).toEqual(['web/admin/operations/audit.tsx', 'web/learner/screens/history-csv.ts']);
  });
});
