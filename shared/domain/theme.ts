import { canonicalJson, type Json } from './canonical-json.ts';
import type { Color } from './color.ts';
import type { Sha256 } from './kinds.ts';

/** A filled or stroked path of a drawing. What is neither filled nor stroked is not kept. */
export interface Shape {
  /** Absolute `M`, `L`, `C` and `Z` alone, so that PDF and HTML draw the very same. */
  readonly d: string;
  readonly fill?: Color;
  readonly stroke?: Color;
  /** The stroke's width; 1 where it is stroked and nothing is said. */
  readonly weight?: number;
  readonly cap?: 'round' | 'square';
  readonly join?: 'round' | 'bevel';
  readonly evenOdd?: true;
}

/** A drawing in units of its own, the longer side 1,000 of them, its origin at the upper left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/**
 * `paper` lies under everything; `ink` writes, `quiet` writes what matters less, `accent` writes the heading and what is
 * looked up; `engraving` and `hairline` draw what says nothing.
 */
export const themeColors = ['paper', 'ink', 'quiet', 'accent', 'engraving', 'hairline'] as const;
export type ThemeColors = Readonly<Record<(typeof themeColors)[number], Color>>;

/** Who signs certificates, and as what. */
export interface Signatory {
  readonly name: string;
  readonly title: string;
}

/**
 * How a provider's certificates look. It never changes: it is kept under the hash of its text, which the version of the
 * activity and the certificate's snapshot name, so that the same snapshot always gives the same bytes (design, rule 5).
 */
export interface Theme {
  readonly form: 'theme-1';
  readonly colors: ThemeColors;
  readonly logo?: Drawing;
  readonly seal?: Drawing;
  /** In the order of the signatories; `null` for one whose signature is not printed. */
  readonly signatures: readonly (Drawing | null)[];
}

/** The look of certificates whose provider has no theme: one dark ink, one colour, and tints of it; no marks of anybody's. */
export const plainTheme: Theme = {
  form: 'theme-1',
  colors: {
    paper: '#ffffff',
    ink: '#1c232b',
    quiet: '#56616b',
    accent: '#1f4e5a',
    engraving: '#8fb0b3',
    hairline: '#b9c6c8',
  },
  signatures: [],
};

/** As many as stand side by side on a certificate. */
export const MOST_SIGNATORIES = 3;

/** The object key of a theme; it carries the hash, so that no other theme can ever stand under it. */
export const themeKey = (sha256: Sha256): string => `themes/${sha256}.json`;

/** A theme as the text that it is known by the hash of. */
export const themeText = (theme: Theme): string => canonicalJson(theme as unknown as Json);
