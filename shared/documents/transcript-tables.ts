import { formatNameOf } from '../domain/activity.ts';
import { formatCredit } from '../domain/credit-type.ts';
import { longDate } from '../domain/long-date.ts';
import type { TranscriptLine, TypeTotal, YearTotal } from '../domain/transcript.ts';
import type { PrintingKit } from './certificate-assets.ts';
import { inks } from './certificate-theme.ts';
import { addressLines } from './pdf/address-lines.ts';
import { printable } from './pdf/printable.ts';
import type { CellPart, Column } from './pdf/table.ts';
import type { Style } from './pdf/typesetting.ts';
import { creditSpans, fitted, frame } from './transcript-sheet.ts';
import { standingWords } from './transcript-wording.ts';

const gap = 10;

type Measured = readonly [heading: string, width: number, align?: 'right'];

/** Columns side by side from the left of the sheet. */
function columnsOf(kit: PrintingKit, columns: readonly Measured[]): readonly Column[] {
  const style: Style = { faces: kit.sansSemibold, size: 8, color: inks.quiet };
  let next = frame.left;
  return columns.map(([heading, width, align]) => {
    const left = next;
    next += width + gap;
    return { left, width, heading: fitted(heading, style, 'heading', width), ...(align && { align }) };
  });
}

const wide = 300;
const number: Measured = ['Total', 60, 'right'];
const widths = { participated: 58, activity: 206, credit: 94, amount: 42, certificate: 82 };

export const totalColumns = (kit: PrintingKit): readonly Column[] => columnsOf(kit, [['Kind of credit', wide], number]);

export const yearColumns = (kit: PrintingKit): readonly Column[] =>
  columnsOf(kit, [['Year', 50], ['Kind of credit', wide - 50 - gap], number]);

export const creditColumns = (kit: PrintingKit): readonly Column[] =>
  columnsOf(kit, [
    ['Participated', widths.participated],
    ['Activity', widths.activity],
    ['Kind of credit', widths.credit],
    ['Amount', widths.amount, 'right'],
    ['Certificate', widths.certificate],
  ]);

const styles = (kit: PrintingKit) => ({
  plain: { faces: kit.sans, size: 9, color: inks.ink } satisfies Style,
  strong: { faces: kit.sansSemibold, size: 9, color: inks.ink } satisfies Style,
  small: { faces: kit.sans, size: 8, color: inks.quiet } satisfies Style,
  address: { faces: kit.sans, size: 7.5, color: inks.accent } satisfies Style,
});

type Cells = readonly (readonly CellPart[])[];

const kindCell = (kit: PrintingKit, plural: string, width: number): CellPart => {
  const { plain } = styles(kit);
  return fitted(creditSpans(printable(plural, 'kind of credit'), plain), plain, 'kind of credit', width);
};

const amountCell = (kit: PrintingKit, text: string, width: number): CellPart =>
  fitted(text, styles(kit).plain, 'amount', width);

export const totalRow = (kit: PrintingKit, { names, amount }: TypeTotal): Cells => [
  [kindCell(kit, names.plural, wide)],
  [amountCell(kit, formatCredit(amount), 60)],
];

export const yearRow = (kit: PrintingKit, { year, names, amount }: YearTotal): Cells => [
  [amountCell(kit, String(year), 50)],
  [kindCell(kit, names.plural, wide - 50 - gap)],
  [amountCell(kit, formatCredit(amount), 60)],
];

/** A credit with everything that a board asks for; `bearer` is whose transcript it is, which a certificate may say otherwise. */
export function creditRow(kit: PrintingKit, line: TranscriptLine, bearer: string): Cells {
  const { plain, strong, small, address } = styles(kit);
  const { standing, basis, counted, amount } = line;
  const set = (text: string, style: Style, what: string, width: number): CellPart => fitted(text, style, what, width);
  const name = printable(line.name, 'name');
  const url = line.verifyUrl === undefined ? undefined : printable(line.verifyUrl, 'verification address');
  // Each on its own, so that a name of other letters does not draw the words beside it into its font.
  const by = [
    `${formatNameOf(line)} · `,
    printable(line.provider, 'provider'),
    ...(line.jointProvider === undefined ? [] : [' with ', printable(line.jointProvider, 'joint provider')]),
    ...(name === bearer ? [] : [' · as ', name]),
  ].map((text) => ({ text, style: small, what: 'provider' }));
  return [
    [
      set(longDate(line.participatedOn), plain, 'date', widths.participated),
      ...(line.awardedOn === line.participatedOn
        ? []
        : [set(`awarded ${longDate(line.awardedOn)}`, small, 'date', widths.participated)]),
    ],
    [
      set(printable(line.title, 'title'), strong, 'title', widths.activity),
      fitted(by, small, 'provider', widths.activity),
      ...(url === undefined
        ? []
        : [{ lines: addressLines(url, address, widths.activity), size: address.size, uri: url }]),
    ],
    [
      ...(basis === 'awarded'
        ? []
        : [set('Attendance, no credit. The activity was designated for', small, 'basis', widths.credit)]),
      kindCell(kit, line.names.plural, widths.credit),
    ],
    [
      basis === 'awarded'
        ? amountCell(kit, formatCredit(amount), widths.amount)
        : set('none', small, 'amount', widths.amount),
      ...(basis === 'awarded' && counted === 0 ? [set('not counted', small, 'amount', widths.amount)] : []),
    ],
    [
      // In one line, for who types it.
      fitted(printable(line.number, 'certificate number'), plain, 'certificate number', widths.certificate, 1),
      ...(standing === 'valid' ? [] : [set(standingWords[standing], strong, 'standing', widths.certificate)]),
    ],
  ];
}
