import { civilDateIn, type Instant } from '../domain/kinds.ts';
import { longDate } from '../domain/long-date.ts';
import type { PrintedTranscript } from '../domain/transcript.ts';
import { type CertificateAssets, type PrintingKit, printingKit } from './certificate-assets.ts';
import { inks } from './certificate-theme.ts';
import { Canvas } from './pdf/canvas.ts';
import { writeDocument } from './pdf/document.ts';
import { rosette } from './pdf/engraving.ts';
import { Flow } from './pdf/flow.ts';
import { printable } from './pdf/printable.ts';
import { drawTable } from './pdf/table.ts';
import { type Style, setLines } from './pdf/typesetting.ts';
import type { SignatureFacts } from './signature/signature-place.ts';
import { fitted, frame, sheet, textsOf } from './transcript-sheet.ts';
import { creditColumns, creditRow, totalColumns, totalRow, yearColumns, yearRow } from './transcript-tables.ts';
import { askedKind } from './transcript-wording.ts';

/** What a reader must know to read it right. */
const notes: readonly string[] = [
  'Credit of different kinds is not added up. Attendance that earned no credit, and credits of certificates that were replaced, suspended or revoked, are listed and count in no total.',
  'Each credit stands here as its certificate stood when this transcript was made. How it stands today is told by its verification page, at the address below the activity: open it, or type it in. It needs no account.',
];

const signedNote =
  'This document is signed. A program that checks signatures tells whether anything in it was changed since.';

/** `26 November 2026, 09:20 UTC`. */
const momentOf = (instant: Instant): string =>
  `${longDate(civilDateIn(instant, 'UTC'))}, ${new Date(instant).toISOString().slice(11, 16)} UTC`;

/**
 * Prints a transcript as a PDF of letter pages, tagged and shaped as PDF/A-1b. A function of its arguments alone: the same
 * transcript made at the same time has the same bytes. With a signature's facts it has a place for one.
 * @throws ParkError, with a reason, when a text cannot be printed right.
 */
export async function renderTranscriptPdf(
  printed: PrintedTranscript,
  assets: CertificateAssets,
  signed?: SignatureFacts,
): Promise<Uint8Array> {
  const kit = printingKit(assets);
  const { transcript, madeAt } = printed;
  const { scope, lines, totals, years } = transcript;
  const name = printable(printed.name, 'name');
  const provider = printable(printed.providerName, 'provider');
  const canvas = new Canvas(sheet.height);
  const flow = new Flow(canvas, frame);
  const text = textsOf(flow, kit);
  const table = { pageHeight: sheet.height, hairline: inks.hairline };

  drawSeal(canvas);
  text.block('P', fitted(provider, { faces: kit.serif, size: 13, color: inks.ink }, 'provider', frame.head));
  flow.y += 22;
  text.block(
    'H1',
    fitted(
      'Transcript of Continuing Education',
      { faces: kit.serif, size: 27, color: inks.accent },
      'heading',
      frame.head,
    ),
  );
  flow.y += 10;
  text.block('P', fitted(name, { faces: kit.serif, size: 20, color: inks.ink }, 'name', frame.width));
  flow.y += 8;
  text.fact('Covers', [`participation from ${longDate(scope.from)} to ${longDate(scope.to)}`]);
  text.fact(
    'Kinds of credit',
    scope.types?.map((type) => printable(askedKind(type, transcript), 'kind of credit')) ?? ['all'],
  );
  text.fact('Made', [momentOf(madeAt)]);

  if (lines.length === 0) {
    flow.y += 14;
    text.paragraph('No credit in this range.');
  }
  if (totals.length > 0) {
    text.heading('Totals by kind');
    drawTable(flow, {
      ...table,
      columns: totalColumns(kit),
      rows: totals.map((total) => totalRow(kit, total)),
      rowsHaveHeads: true,
    });
  }
  // Of one year they are the totals once more.
  if (new Set(years.map(({ year }) => year)).size > 1) {
    text.heading('Totals by year of participation');
    drawTable(flow, { ...table, columns: yearColumns(kit), rows: years.map((total) => yearRow(kit, total)) });
  }
  if (lines.length > 0) {
    text.heading('Credits, newest first');
    drawTable(flow, { ...table, columns: creditColumns(kit), rows: lines.map((line) => creditRow(kit, line, name)) });
  }
  text.heading('How to read and check it');
  for (const note of signed ? [...notes, signedNote] : notes) text.paragraph(note);
  drawFeet(canvas, kit, ['Transcript of ', name, `, made ${momentOf(madeAt)}`]);

  const covers = `${scope.from} ${scope.to} ${scope.types?.join() ?? ''}`;
  return writeDocument(canvas, {
    ...{ size: sheet, signed, presses: assets.presses },
    facts: {
      title: `Transcript of continuing education: ${name}`,
      author: provider,
      subject: `Participation from ${longDate(scope.from)} to ${longDate(scope.to)}`,
      language: 'en-US',
      createdAt: madeAt,
    },
    // No certificate is two people's, so that neither are two documents that are made at once.
    identifier: `transcript ${madeAt} ${covers} ${lines[0]?.certificateId ?? name}`,
  });
}

/** The rosette of certificates, small, at the upper right. */
function drawSeal(canvas: Canvas): void {
  const scale = 27 / 58;
  const seal = { x: frame.left + frame.width - 27, y: frame.top + 27, scale };
  const [outer, inner] = [
    rosette({ inner: 34, outer: 58, lobes: 18, strands: 7, color: inks.engraving, weight: 0.5 }),
    rosette({ inner: 5, outer: 33, lobes: 9, strands: 5, color: inks.accent, weight: 0.4 }),
  ];
  canvas.artifact(() => {
    canvas.artwork(outer, seal);
    canvas.artwork(inner, seal);
  });
}

/** Says on each page whose it is and which of how many: a page alone is part of a whole. For the eye alone. */
function drawFeet(canvas: Canvas, kit: PrintingKit, about: readonly string[]): void {
  const style: Style = { faces: kit.sans, size: 7.5, color: inks.quiet };
  const set = (texts: readonly string[], measure: number) =>
    setLines(
      texts.map((text) => ({ text, style, what: 'foot' })),
      measure,
    );
  for (let page = 0; page < canvas.pages; page += 1) {
    canvas.turnTo(page);
    canvas.artifact(() => {
      for (const [index, line] of set(about, frame.width - 80).entries())
        canvas.text(line, frame.left, frame.foot + index * 9);
      for (const line of set([`Page ${page + 1} of ${canvas.pages}`], 70))
        canvas.text(line, frame.left + frame.width - line.width, frame.foot);
    });
  }
}
