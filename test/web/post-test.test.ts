import { describe, expect, it } from 'vitest';
import { whatToTake } from '../../web/learner/screens/post-test.tsx';

describe('the section Post-Test', () => {
  const test = { kind: 'post-test' } as const;
  const verification = { kind: 'participation-verification' } as const;

  it.each([
    [[test], 'Take the post-test when you have studied the material.'],
    [[test, verification], 'Take the post-test, or verify your participation if you attended live.'],
    [[verification], 'Verify your participation here.'],
  ])('names only what the activity has (%#)', (assessments, words) => {
    expect(whatToTake(assessments)).toBe(words);
  });
});
