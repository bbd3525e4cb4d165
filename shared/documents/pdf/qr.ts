import qrcode from 'qrcode-generator';
import { number } from './vector-path.ts';

/** A QR code as its dark modules; true is dark. Error correction M: an eighth of it may be smudged. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  const range = [...Array(size).keys()];
  return range.map((row) => range.map((column) => code.isDark(row, column)));
}

/** Path operators of the dark modules, a unit each, joined in rows so that no hairlines show between them. */
export function qrOperators(modules: readonly (readonly boolean[])[]): string {
  const bars: string[] = [];
  for (const [row, cells] of modules.entries()) {
    let start = -1;
    for (const [column, dark] of [...cells, false].entries()) {
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        bars.push(`${number(start)} ${number(row)} ${number(column - start)} 1 re`);
        start = -1;
      }
    }
  }
  return `${bars.join('\n')}\nf`;
}
