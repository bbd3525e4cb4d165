/** How browsers name themselves, those that also name another one first. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'an Android device'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Macintosh/, 'a Mac'],
  [/Linux/, 'Linux'],
];

const named = (names: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/**
 * A browser in the words by which people tell theirs apart: `Firefox on Windows`. It is made of two short lists, so that nothing of what a
 * browser says of itself is kept that would make it known again elsewhere.
 */
export function deviceInWords(userAgent = ''): string {
  const browser = named(browsers, userAgent) ?? 'A browser';
  const system = named(systems, userAgent);
  return system ? `${browser} on ${system}` : browser;
}
