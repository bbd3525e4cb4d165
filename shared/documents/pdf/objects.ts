import { joined } from './byte-view.ts';
import type { Press } from './press.ts';

/** How an object of a file is referred to: `12 0 R`. */
export type Ref = `${number} 0 R`;

/** Objects as they stand at the beginning of a file, and where each of them begins; more may be appended. */
export interface StoredObjects {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
}

// The second line says that the file holds more than letters, to who would move it as text (ISO 32000-1, 7.5.2).
const header = Uint8Array.of(...new TextEncoder().encode('%PDF-1.4\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a);

/** The objects of a file in the order in which they are written: a file of PDF 1.4, or the beginning of one. */
export class PdfObjects {
  readonly press: Press;
  readonly #parts: Uint8Array[];
  readonly #starts: number[];
  /** What was written since the last stream. */
  #text = '';
  #length: number;

  /** @param stored what others wrote: what is added here stands behind it */
  constructor(press: Press, { bytes, starts }: StoredObjects = { bytes: header, starts: [] }) {
    this.press = press;
    this.#parts = [bytes];
    this.#starts = [...starts];
    this.#length = bytes.length;
  }

  /** A number for an object that others refer to before it is written. */
  reserve(): Ref {
    return `${this.#starts.push(0)} 0 R`;
  }

  /** Writes an object: ASCII, as it is to stand there. */
  put(ref: Ref, body: string): Ref {
    const number = Number.parseInt(ref, 10);
    this.#starts[number - 1] = this.#length + this.#text.length;
    this.#text += `${number} 0 obj\n${body}\nendobj\n`;
    return ref;
  }

  add(body: string): Ref {
    return this.put(this.reserve(), body);
  }

  /** Writes a stream; `entries` are those of its dictionary beside its length. */
  putStream(ref: Ref, entries: string, content: Uint8Array): Ref {
    const number = Number.parseInt(ref, 10);
    this.#starts[number - 1] = this.#length + this.#text.length;
    this.#text += `${number} 0 obj\n<<${entries}/Length ${content.length}>>\nstream\n`;
    this.#flush();
    this.#parts.push(content);
    this.#length += content.length;
    this.#text = '\nendstream\nendobj\n';
    return ref;
  }

  /** The same, of bytes that were pressed. */
  putPressed(ref: Ref, entries: string, pressed: Uint8Array): Ref {
    return this.putStream(ref, `${entries}/Filter/FlateDecode`, pressed);
  }

  plainStream(entries: string, content: Uint8Array): Ref {
    return this.putStream(this.reserve(), entries, content);
  }

  /** Writes a stream that is pressed. */
  stream(entries: string, content: Uint8Array | string): Ref {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return this.putPressed(this.reserve(), entries, this.press.whole(bytes));
  }

  /** What was written so far, to be the beginning of other files. */
  stored(): StoredObjects {
    this.#flush();
    return { bytes: joined(this.#parts), starts: this.#starts };
  }

  /** The file: the objects, where each of them is, and with which one begins. `id` is what no other file has, in hex. */
  file({ root, info, id }: { readonly root: Ref; readonly info: Ref; readonly id: string }): Uint8Array {
    this.#flush();
    const table = this.#length;
    const size = this.#starts.length + 1;
    const rows = this.#starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
    this.#text = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root ${root}/Info ${info}/ID[<${id}><${id}>]>>\nstartxref\n${table}\n%%EOF\n`;
    this.#flush();
    return joined(this.#parts);
  }

  #flush(): void {
    const bytes = new TextEncoder().encode(this.#text);
    this.#parts.push(bytes);
    this.#length += bytes.length;
    this.#text = '';
  }
}
