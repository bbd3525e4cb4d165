import { describe, expect, it } from 'vitest';
import { corpusFrom } from './corpus.ts';
import { closedFields, textFields } from './fields.ts';
import { readCsv } from './judge-files.ts';
import { liveLinks, skeletonOf, xmlFault } from './judge-markup.ts';
import { proveInjection } from './prove-injection.ts';

describe('the proof of injection', () => {
  it('finds nothing live of what is written into every field, in any output, and nothing lost', async () => {
    const { tried, failures } = await proveInjection(20_261_126, 5);
    expect(failures).toEqual([]);
    expect(tried).toBeGreaterThan(500);
  }, 120_000);

  it('has five hundred different attacks and more, the same from the same seed', () => {
    const texts = corpusFrom(1, 600).map(({ text }) => text);
    expect(new Set(texts).size).toBeGreaterThan(500);
    expect(corpusFrom(1, 600).map(({ text }) => text)).toEqual(texts);
  });

  it('closes no field that there is not', () => {
    expect(Object.keys(closedFields).filter((field) => !textFields.includes(field))).toEqual([]);
  });

  it('sees what is live', () => {
    const honest = skeletonOf('<p class="a">words</p>');
    expect(skeletonOf('<p class="a">other words</p>')).toBe(honest);
    expect(skeletonOf('<p class="a">words<img src=x onerror=canary(1)></p>')).not.toBe(honest);
    expect(skeletonOf('<p class="a" onclick="canary(1)">words</p>')).not.toBe(honest);
    expect(liveLinks('<a href="javascript:canary(1)">')).toEqual(['javascript:canary(1)']);
    expect(readCsv('"=1+1"\r\n')).toHaveProperty('fault');
    expect(readCsv('"a","b"\r\n"c"\r\n')).toHaveProperty('fault');
    expect(xmlFault('<t>&e;</t>')).toContain('stray');
    expect(xmlFault('<t><f>1</t>')).toContain('was not begun');
  });
});
