import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { qrModules, qrPath } from '../../../../shared/documents/pdf/qr.ts';
import type { Content, FaceName } from '../content.ts';
import { fontFolders } from './fonts.ts';
import { type Peer, peerHere } from './peer.ts';

// Families and weights as the font programs tell typst.
const styles: Readonly<Record<FaceName, string>> = {
  serif: 'font: "EB Garamond", weight: 500',
  serifItalic: 'font: "EB Garamond", style: "italic"',
  sans: 'font: "Source Sans 3", weight: 400',
};

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders] }] });

const drawing = (text: string): string => {
  const modules = qrModules(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.length} ${modules.length}"><path d="${qrPath(modules)}"/></svg>`;
};

/** The ornament is the same on all, and typst keeps what it made of it. */
const engraved = ({ width, height, ornament }: Content): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${ornament
    .map(
      ({ points, color, weight }) =>
        `<path fill="none" stroke="${color}" stroke-width="${weight}" d="M${points.map((point) => point.join(' ')).join('L')}"/>`,
    )
    .join('')}</svg>`;

// One source for all: what differs comes in beside it, and typst remembers the rest.
const source = `
#let content = json(bytes(sys.inputs.content))
#let styles = (${Object.entries(styles)
  .map(([face, style]) => `${face}: (${style})`)
  .join(', ')})
#set page(width: content.width * 1pt, height: content.height * 1pt, margin: 0pt)
#set text(top-edge: "baseline", bottom-edge: "baseline")
#place(image(bytes(sys.inputs.engraved), format: "svg", width: content.width * 1pt))
#for line in content.lines {
  place(dx: line.x * 1pt, dy: line.y * 1pt, text(..styles.at(line.face), size: line.size * 1pt, fill: rgb(line.color), line.text))
}
#place(dx: content.code.x * 1pt, dy: content.code.y * 1pt, image(bytes(sys.inputs.drawing), format: "svg", width: content.code.size * 1pt))
#place(dx: content.rule.x * 1pt, dy: content.rule.y * 1pt, line(length: content.rule.width * 1pt, stroke: 0.5pt + rgb(content.rule.color)))
`;

/** typst, compiled once and kept warm. */
export const typst: Peer = peerHere('typst', async (content: Content) =>
  compiler.pdf({
    mainFileContent: source,
    inputs: {
      content: JSON.stringify({ ...content, ornament: [] }),
      ...{ drawing: drawing(content.code.text), engraved: engraved(content) },
    },
  }),
);
