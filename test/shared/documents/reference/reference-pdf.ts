import { create, type Font } from '@cantoo/fontkit';
import { PDFDocument, PDFName, type PDFPage, PDFString } from 'pdf-lib';
import type { CertificateAssets } from '../../../../shared/documents/certificate-assets.ts';
import { printingKit } from '../../../../shared/documents/certificate-assets.ts';
import { lookOf } from '../../../../shared/documents/certificate-look.ts';
import { drawCertificate } from '../../../../shared/documents/certificate-page.ts';
import { sheet } from '../../../../shared/documents/certificate-theme.ts';
import { certificateWording } from '../../../../shared/documents/certificate-wording.ts';
import { type Artwork, rgb } from '../../../../shared/documents/pdf/artwork.ts';
import type { Canvas } from '../../../../shared/documents/pdf/canvas.ts';
import type { Face } from '../../../../shared/documents/pdf/face.ts';
import { stanceOf } from '../../../../shared/documents/pdf/text-operators.ts';
import type { Line } from '../../../../shared/documents/pdf/typesetting.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificate.ts';
import type { Theme } from '../../../../shared/domain/theme.ts';

/** The font program of each face, read again from the files. */
function programsOf(assets: CertificateAssets): ReadonlyMap<Face, () => Uint8Array> {
  const { fonts } = assets;
  const kit = printingKit(assets);
  const [, ...others] = kit.serif;
  const plain = [fonts.letters, fonts.china, fonts.taiwan, fonts.japan, fonts.korea];
  const late = others.map((face, index): readonly [Face | undefined, () => Uint8Array] => [
    face,
    plain[index] ?? (() => fonts.ofScript(face.script?.font ?? '')),
  ]);
  const own = (['serif', 'serifItalic', 'sans'] as const).map((name): readonly [Face | undefined, () => Uint8Array] => [
    kit[name][0],
    () => fonts[name],
  ]);
  return new Map([...own, ...late].flatMap(([face, program]) => (face ? [[face, program]] : [])));
}

/** A font that pdf-lib embeds and fontkit cuts. */
class ReferenceFont {
  readonly font: Font;
  readonly name: string;
  readonly #subset;
  constructor(program: Uint8Array, name: string) {
    const font = create(program);
    if (!('layout' in font)) throw new Error('Not a single face');
    this.font = font;
    this.name = name;
    this.#subset = font.createSubset();
  }
  code = (glyph: number): string => this.#subset.includeGlyph(glyph).toString(16).padStart(4, '0');
  write({ context }: PDFDocument) {
    const { font } = this;
    const program = this.#subset.encode();
    const descriptor = context.register(
      context.obj({
        ...{ Type: 'FontDescriptor', FontName: this.name, Flags: 4, FontBBox: [0, -300, 1000, 1000] },
        ...{ ItalicAngle: 0, Ascent: 800, Descent: -200, CapHeight: 700, StemV: 80 },
        FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
      }),
    );
    const descendant = context.register(
      context.obj({
        ...{ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: this.name, FontDescriptor: descriptor, DW: 1000 },
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        CIDToGIDMap: PDFName.of('Identity'),
      }),
    );
    const names = { Type: 'Font', Subtype: 'Type0', BaseFont: font.postscriptName ?? this.name };
    return context.register(context.obj({ ...names, Encoding: 'Identity-H', DescendantFonts: [descendant] }));
  }
}

/** Draws the plainest way: each glyph at a place of its own, each drawing where it stands, nothing kept from before. */
class ReferenceCanvas {
  readonly fonts = new Map<Face, ReferenceFont>();
  readonly operators: string[] = [];
  readonly #programs: ReadonlyMap<Face, () => Uint8Array>;
  constructor(programs: ReadonlyMap<Face, () => Uint8Array>) {
    this.#programs = programs;
  }
  element = (_role: string, draw: () => void): void => draw();
  artifact = (draw: () => void): void => draw();
  common = (_name: string, draw: () => void): void => draw();
  paths(operators: string, { x = 0, y = 0, scale = 1 } = {}): void {
    this.operators.push(`q ${scale} 0 0 ${-scale} ${x} ${sheet.height - y} cm ${operators} Q`);
  }
  artwork({ box: [left, bottom, right, top], operators }: Artwork, at: { x: number; y: number; scale: number }): void {
    this.paths(`${left} ${bottom} ${right - left} ${top - bottom} re W n ${operators}`, at);
  }
  rule(x: number, y: number, width: number, color: string, weight = 0.5): void {
    this.paths(`${rgb(color)} RG ${weight} w 0 0 m ${width} 0 l S`, { x, y });
  }
  text({ pieces }: Line, x: number, baseline: number): void {
    for (const { face, style, glyphs, x: start } of pieces) {
      const font = this.#font(face);
      let pen = 0;
      for (const { id, dx, dy, advance } of glyphs) {
        const at = x + start + ((pen + dx) * style.size) / 1000;
        const up = sheet.height - baseline + (dy * style.size) / 1000;
        this.operators.push(
          `BT /${font.name} ${style.size} Tf ${rgb(style.color)} rg ${stanceOf(style)} ${at} ${up} Tm <${font.code(id)}> Tj ET`,
        );
        pen += advance + (style.tracking ?? 0);
      }
    }
  }
  #font(face: Face): ReferenceFont {
    const program = this.#programs.get(face);
    if (!program) throw new Error('A face that nobody knows');
    const font = this.fonts.get(face) ?? new ReferenceFont(program(), `R${this.fonts.size}`);
    this.fonts.set(face, font);
    return font;
  }
  write(document: PDFDocument, { node }: PDFPage): void {
    const { context } = document;
    node.set(PDFName.of('Contents'), context.register(context.flateStream(this.operators.join('\n'))));
    const fonts = Object.fromEntries([...this.fonts.values()].map((font) => [font.name, font.write(document)]));
    node.set(PDFName.of('Resources'), context.obj({ Font: fonts }));
  }
}

/**
 * The same certificate written whole by pdf-lib, with its fonts cut by fontkit: what the product's own way of appending to
 * what is ready must look like, to the pixel. It is neither tagged nor fit for archives.
 */
export async function referencePdf(
  snapshot: CertificateSnapshot,
  assets: CertificateAssets,
  theme?: Theme,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([sheet.width, sheet.height]);
  const canvas = new ReferenceCanvas(programsOf(assets));
  const said = { facts: snapshot, wording: certificateWording(snapshot) };
  drawCertificate(canvas as unknown as Canvas, lookOf(assets, theme), said);
  canvas.write(document, page);
  return document.save();
}
