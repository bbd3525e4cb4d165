import { describe, expect, it } from 'vitest';
import { nameHtml, nameText } from '../../../shared/documents/name-html.ts';

describe('a name in a page', () => {
  it.each([
    ['Amélie Nguyễn, MD', '<bdi>Amélie Nguyễn, MD</bdi>'],
    ['王小明', '<bdi dir="auto" lang="zh-Hans">王小明</bdi>'],
    ['陳臺生, MD', '<bdi dir="auto" lang="zh-Hant">陳臺生, MD</bdi>'],
    ['髙橋 はな', '<bdi dir="auto" lang="ja">髙橋 はな</bdi>'],
    ['김민준', '<bdi dir="auto" lang="ko">김민준</bdi>'],
    ['محمد أحمد', '<bdi dir="auto" lang="">محمد أحمد</bdi>'],
    ['प्रिया <b>', '<bdi dir="auto" lang="">प्रिया &lt;b&gt;</bdi>'],
  ])('runs in its own direction, and has the forms and the voice that it asks for: %s', (name, markup) => {
    expect(nameHtml(name).toString()).toBe(markup);
  });

  it('is isolated in plain text where it would turn what stands around it', () => {
    expect(nameText('שרה, MD')).toBe('\u2068שרה, MD\u2069');
    expect(nameText('प्रिया')).toBe('प्रिया');
  });
});
