import { type Color, contrastOf, luminanceOf, mixed, parseColor } from '../domain/color.ts';
import {
  MOST_SIGNATORIES,
  plainTheme,
  type Signatory,
  type Theme,
  type ThemeColors,
  themeColors,
} from '../domain/theme.ts';
import { given } from './exact.ts';
import type { Mapping } from './mapping.ts';
import { readDrawing } from './svg/read-drawing.ts';

/** What text of any size needs against what it stands on (WCAG 2.2, 1.4.3). */
const LEGIBLE = 4.5;
/** The code that leads to the verification page is printed in ink, and scanners want it dark on light. */
const LIGHT = 0.7;

/** The colour nearest to `part` of the ink that can still be read on the paper. */
function quietOf(ink: Color, paper: Color): Color {
  for (const part of [0.72, 0.78, 0.84, 0.9, 0.95]) {
    const between = mixed(ink, paper, part);
    if (contrastOf(between, paper) >= LEGIBLE) return between;
  }
  return ink;
}

/** Reads the colours; those that are not given follow from those that are. Says which words could not be read in them. */
function readColors(colors: Mapping): ThemeColors {
  const asked: { -readonly [Name in keyof ThemeColors]?: Color } = {};
  for (const name of themeColors) {
    const text = colors.maybeText(name);
    const color = text === undefined ? undefined : parseColor(text);
    if (color !== undefined) asked[name] = color;
    else if (text !== undefined || colors.isBlank(name))
      colors.blame(
        name,
        text === undefined ? 'There is no colour here.' : `“${text}” is no plain colour.`,
        "Write it in quotation marks, like '#1f4e5a': without them # begins a comment.",
      );
  }
  const { paper, ink, accent } = { ...plainTheme.colors, ...asked };
  const own = asked.paper !== undefined || asked.ink !== undefined || asked.accent !== undefined;
  const derived = own
    ? { quiet: quietOf(ink, paper), engraving: mixed(accent, paper, 0.5), hairline: mixed(accent, paper, 0.3) }
    : {};
  const all = { ...plainTheme.colors, ...derived, ...asked };
  if (luminanceOf(paper) < LIGHT)
    colors.blame(
      'paper',
      `The paper ${paper} is too dark.`,
      'Choose a lighter one: scanners read the code dark on light.',
    );
  else
    for (const name of ['ink', 'quiet', 'accent'] as const) {
      const contrast = contrastOf(all[name], paper);
      // Rounded down, so that nobody reads 4.5 of what has 4.49.
      const said = (Math.floor(contrast * 10) / 10).toFixed(1);
      if (contrast < LEGIBLE)
        colors.blame(
          name,
          `“${name}” (${all[name]}) on the paper (${paper}) has a contrast of ${said} to 1; words need ${LEGIBLE} (WCAG).`,
          'Make it darker, or the paper lighter.',
        );
    }
  return all;
}

/** Reads how a provider's certificates look, and who signs them. */
export function readTheme(theme: Mapping): { readonly theme: Theme; readonly signatories: readonly Signatory[] } {
  const signed = theme.mappings('signatures', (entry) => ({
    signatory: { name: entry.text('name'), title: entry.text('title') },
    image: entry.maybeFile('image', readDrawing) ?? null,
  }));
  if (signed.length > MOST_SIGNATORIES)
    theme.blame(
      'signatures',
      `${signed.length} signatures do not fit side by side.`,
      `Name at most ${MOST_SIGNATORIES} people.`,
    );
  return {
    signatories: signed.map(({ signatory }) => signatory),
    theme: {
      form: 'theme-1',
      colors: theme.mapping('colors', readColors),
      ...given({ logo: theme.maybeFile('logo', readDrawing), seal: theme.maybeFile('seal', readDrawing) }),
      signatures: signed.map(({ image }) => image),
    },
  };
}
