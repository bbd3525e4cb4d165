import { sheet } from '../../../shared/documents/certificate-theme.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';
import { plainTheme } from '../../../shared/domain/theme.ts';
import { snapshot } from '../../shared/documents/samples.ts';
import { ornament, type Polyline } from './ornament.ts';

/** The faces of a certificate, by the files that they are kept in. */
export const faces = {
  serif: 'EBGaramond_500Medium',
  serifItalic: 'EBGaramond_400Regular_Italic',
  sans: 'SourceSans3_400Regular',
} as const;
export type FaceName = keyof typeof faces;

/** A line of text with the left end of its baseline, in points from the upper left. */
export interface TextLine {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

/** What every peer prints: the words of a certificate, its code, its ornament and a rule. */
export interface Content {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly code: { readonly text: string; readonly x: number; readonly y: number; readonly size: number };
  readonly ornament: readonly Polyline[];
  readonly rule: { readonly x: number; readonly y: number; readonly width: number; readonly color: string };
}

const firstNames = ['Amélie', 'Łukasz', 'Ọláyínká', 'Thị Ánh', 'Αλέξανδρος', 'Юлия', 'José', 'Priya', 'Zoë', 'Bram'];
const lastNames = [
  'Nguyễn',
  'Żółć',
  'Adébáyọ̀',
  'Lindqvist',
  'Παπαδόπουλος',
  'Щербакова',
  'Fernández',
  'Osei',
  'Ó Súilleabháin',
];

/** Somebody who gets a certificate. */
export interface Awarded {
  readonly name: string;
  /** What no other certificate has. */
  readonly id: string;
}

/** Whose certificates are printed: everybody's is another's, in letters of many languages. */
export const awarded = (round: number, one: number): Awarded => ({
  name: `${firstNames.at((round + one) % firstNames.length)} ${lastNames.at((round + 3 * one) % lastNames.length)}, MD`,
  id: `4mz8q0v7c1x2k3j4${String(round).padStart(4, '0')}${String(one).padStart(6, '0')}`,
});

/** Their certificates as the product's own snapshots. */
export const snapshotOf = ({ name, id }: Awarded): CertificateSnapshot => ({
  ...snapshot,
  ...{ name, certificateId: id, number: `CW-2026-${id.slice(-8).toUpperCase()}` },
  verifyUrl: snapshot.verifyUrl.replace(snapshot.certificateId, id),
});

const { ink, quiet, accent } = plainTheme.colors;
const line = (x: number, y: number, size: number, face: FaceName, text: string, color: string = ink): TextLine => ({
  ...{ x, y, size, face, text, color },
});
/** The statements as they are broken into lines, in two columns. */
const columns = [
  [
    'In support of improving patient care, Meridian Society for Continuing Education is jointly',
    'accredited by the Accreditation Council for Continuing Medical Education (ACCME), the',
    'Accreditation Council for Pharmacy Education (ACPE), and the American Nurses',
    'Credentialing Center (ANCC), to provide continuing education for the healthcare team.',
  ],
  [
    'Meridian Society for Continuing Education designates this enduring material for a maximum',
    'of 1.5 AMA PRA Category 1 Credits™. Physicians should claim only the credit commensurate',
    'with the extent of their participation in the activity.',
  ],
];

/** The certificate of somebody as lines and words at their places. */
export const contentOf = ({ name, number, certificateId, verifyUrl }: CertificateSnapshot): Content => ({
  ...sheet,
  lines: [
    line(96, 62, 15, 'serif', snapshot.provider.name),
    line(96, 151, 38, 'serif', 'Certificate of Credit', accent),
    line(96, 207, 14, 'serifItalic', 'This certifies that', quiet),
    line(96, 255, 40, 'serif', name),
    line(96, 290, 14, 'serifItalic', 'has participated in the enduring material titled', quiet),
    line(96, 318, 17, 'serif', snapshot.title),
    line(96, 341, 14, 'serifItalic', 'on 9 March 2026', quiet),
    line(96, 390, 17, 'serif', 'and is awarded 1.25 AMA PRA Category 1 Credits™'),
    line(96, 487, 12, 'serif', snapshot.provider.signatory.name),
    line(96, 499, 8.5, 'sans', snapshot.provider.signatory.title, quiet),
    ...[
      ['Certificate number', number],
      ['Participated', '9 March 2026'],
      ['Awarded', '9 March 2026'],
    ].flatMap(([label = '', fact = ''], index) => [
      line(640, 197 + 36 * index, 7.5, 'sans', label, quiet),
      line(640, 212 + 36 * index, 11, 'sans', fact),
    ]),
    line(640, 368, 7.5, 'sans', 'Check this certificate', quiet),
    line(640, 484, 7.5, 'sans', 'credit.meridian-society.example/v/', accent),
    line(640, 494, 7.5, 'sans', certificateId, accent),
    ...columns.flatMap((texts, column) =>
      texts.map((text, index) => line(96 + 342 * column, 540 + 10.7 * index, 8.25, 'sans', text, quiet)),
    ),
  ],
  code: { text: verifyUrl, x: 640, y: 380, size: 90 },
  ornament,
  rule: { x: 96, y: 471, width: 216, color: ink },
});
