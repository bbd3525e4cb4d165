import { describe, expect, it } from 'vitest';
import { deviceInWords } from '../../../shared/domain/device.ts';

const mozilla = 'Mozilla/5.0';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';

describe('a browser in words', () => {
  it.each([
    ['Firefox on Windows', `${mozilla} (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0`],
    ['Chrome on a Mac', `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${chrome} Safari/537.36`],
    ['Edge on Windows', `${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/131.0.0.0`],
    [
      'Safari on an iPhone',
      `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Chrome on an iPad',
      `${mozilla} (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Samsung Internet on an Android device',
      `${mozilla} (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
    ],
    ['Firefox on Linux', `${mozilla} (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0`],
    ['Chrome on ChromeOS', `${mozilla} (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`],
    ['A browser', ''],
    ['A browser', '<script>alert(1)</script>'],
  ])('is %s', (words, userAgent) => {
    expect(deviceInWords(userAgent)).toBe(words);
  });

  it('is said where a browser does not say what it is, too', () => {
    expect(deviceInWords()).toBe('A browser');
  });
});
