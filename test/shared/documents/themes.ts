import type { Provider } from '../../../shared/domain/activity.ts';
import type { Drawing, Theme } from '../../../shared/domain/theme.ts';
import { snapshot } from './samples.ts';

const drawn = (fill: string, width = 1000): Drawing => ({
  ...{ width, height: 500 },
  shapes: [
    { d: 'M0 0L500 0L500 500Z', fill, evenOdd: true },
    { d: 'M0 0C10 10 20 20 30 0', stroke: '#123456', weight: 3, cap: 'round', join: 'bevel' },
  ],
});

/** A theme in colours that no other has, whose drawings can be told apart by theirs. */
export const theme: Theme = {
  form: 'theme-1',
  colors: {
    ...{ paper: '#fdf8ee', ink: '#2a1a14', quiet: '#5d4a40' },
    ...{ accent: '#7a1f2b', engraving: '#bc8c8d', hairline: '#d6b7b4' },
  },
  logo: drawn('#010101'),
  seal: drawn('#020202', 500),
  signatures: [drawn('#030303'), null, drawn('#040404')],
};

/** A provider whose certificates three people sign. */
export const threeSign: Provider = {
  ...snapshot.provider,
  cosignatories: [
    { name: 'Bram Osei-Whitfield, PharmD', title: 'Director of Interprofessional Education' },
    { name: 'Ines Karlsdottir, DNP, RN', title: 'Lead Nurse Planner' },
  ],
};
