import type { Press } from './press.ts';

/** How an object of a file is referred to: `12 0 R`. */
export type Ref = `${number} 0 R`;

/** Objects as they stand at the beginning of a file, and the rows of its table for them; more may be appended. */
export interface StoredObjects {
  readonly bytes: Uint8Array;
  readonly rows: readonly string[];
}

// The second line says that the file holds more than letters, to who would move it as text (ISO 32000-1, 7.5.2).
const encoder = new TextEncoder();
const header = Uint8Array.of(...encoder.encode('%PDF-1.4\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a);

/** The objects of a file in the order in which they are written: a file of PDF 1.4, or the beginning of one. */
export class PdfObjects {
  readonly press: Press;
  /** Text stays text until the file is joined: then each letter is written once, to where it stands. */
  readonly #parts: (Uint8Array | string)[];
  /** Where each object begins, as the table at the end says it. */
  readonly #rows: string[];
  /** What was written since the last stream. */
  #text = '';
  #length: number;

  /** @param stored what others wrote: what is added here stands behind it */
  constructor(press: Press, { bytes, rows }: StoredObjects = { bytes: header, rows: [] }) {
    this.press = press;
    this.#parts = [bytes];
    this.#rows = [...rows];
    this.#length = bytes.length;
  }

  /** A number for an object that others refer to before it is written. */
  reserve(): Ref {
    return `${this.#rows.push('')} 0 R`;
  }

  /** Writes an object: ASCII, as it is to stand there. */
  put(ref: Ref, body: string): Ref {
    this.#text += `${this.#begin(ref)} 0 obj\n${body}\nendobj\n`;
    return ref;
  }

  add(body: string): Ref {
    return this.put(this.reserve(), body);
  }

  /** Writes a stream; `entries` are those of its dictionary beside its length. */
  putStream(ref: Ref, entries: string, content: Uint8Array): Ref {
    this.#text += `${this.#begin(ref)} 0 obj\n<<${entries}/Length ${content.length}>>\nstream\n`;
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
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    return this.putPressed(this.reserve(), entries, this.press.whole(bytes));
  }

  /** What was written so far, to be the beginning of other files. */
  stored(): StoredObjects {
    return { bytes: this.#joined(), rows: this.#rows };
  }

  /** The file: the objects, where each of them is, and with which one begins. `id` is what no other file has, as a string of PDF. */
  file({ root, info, id }: { readonly root: Ref; readonly info: Ref; readonly id: string }): Uint8Array {
    const table = this.#length + this.#text.length;
    const size = this.#rows.length + 1;
    this.#text += `xref\n0 ${size}\n0000000000 65535 f \n${this.#rows.join('')}trailer\n<</Size ${size}/Root ${root}/Info ${info}/ID[${id}${id}]>>\nstartxref\n${table}\n%%EOF\n`;
    return this.#joined();
  }

  /** Notes that an object begins here; returns its number. */
  #begin(ref: Ref): number {
    const number = Number.parseInt(ref, 10);
    this.#rows[number - 1] = `${String(this.#length + this.#text.length).padStart(10, '0')} 00000 n \n`;
    return number;
  }

  #flush(): void {
    this.#parts.push(this.#text);
    this.#length += this.#text.length;
    this.#text = '';
  }

  #joined(): Uint8Array {
    this.#flush();
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      if (typeof part === 'string') encoder.encodeInto(part, bytes.subarray(at));
      else bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
