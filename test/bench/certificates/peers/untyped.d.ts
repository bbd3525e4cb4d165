/** The little that is used of a library without types. */
declare module 'pdfkit' {
  export default class PDFDocument {
    constructor(options: { readonly size: readonly [number, number]; readonly margin: number });
    on(event: 'data' | 'end', take: (part: Uint8Array) => void): this;
    font(path: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly baseline: 'alphabetic'; readonly lineBreak: false },
    ): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(color: string): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    stroke(color: string): this;
    end(): void;
  }
}
