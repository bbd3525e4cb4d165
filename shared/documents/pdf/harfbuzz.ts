/** A glyph as HarfBuzz places it, in font units and the order of the pen. */
export interface ShapedGlyph {
  readonly id: number;
  /** Where in the text its cluster begins, in UTF-16 units. */
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** How a text is to be set. */
export interface Setting {
  /** Its script's code in ISO 15924, `Arab`; what its letters say themselves where it is left out. */
  readonly script?: string;
  readonly rightToLeft?: boolean;
  /** OpenType features by tag, switched on beside those that every text gets. */
  readonly features?: readonly string[];
}

/** A font program that HarfBuzz has read. */
export interface ShapingFont {
  /** Sets a text of one script and direction. */
  shape(text: string, setting: Setting): readonly ShapedGlyph[];
}

/** HarfBuzz, started. */
export interface HarfBuzz {
  font(program: Uint8Array): ShapingFont;
}

/** The functions of the program that are called here, as its C interface has them; pointers are numbers. */
type Call = (...values: readonly number[]) => number;
const calls = [
  ...['malloc', 'free', '__wasm_call_ctors', 'hb_blob_create', 'hb_face_create', 'hb_font_create'],
  ...['hb_buffer_create', 'hb_buffer_reset', 'hb_buffer_add_utf16', 'hb_buffer_set_direction', 'hb_buffer_set_script'],
  ...[
    'hb_buffer_set_flags',
    'hb_buffer_guess_segment_properties',
    'hb_script_from_string',
    'hb_shape',
    'hb_buffer_get_glyph_infos',
  ],
  ...['hb_buffer_get_glyph_positions'],
] as const;
type Calls = Readonly<Record<(typeof calls)[number], Call>>;

// hb-common.h and hb-buffer.h: how memory is lent, which way text runs, what is done with characters that nobody sees.
const readOnlyMemory = 1;
const direction = { leftToRight: 4, rightToLeft: 5 };
const flags = { beginningOfText: 1, endOfText: 2, removeDefaultIgnorables: 8 };
// Both records are five 32-bit numbers long; a feature is four, of which the last two say from where to where it holds.
const recordBytes = 20;
const featureBytes = 16;
const toTheEnd = 0xffff_ffff;

const page = 65_536;

/**
 * Starts HarfBuzz, the shaper of browsers, from its WebAssembly program. It is called through its C interface: the
 * package's own module reads the program from disk when it is imported, before anybody knows that a text needs it.
 */
export function startHarfBuzz(program: Uint8Array): HarfBuzz {
  const refuse = (): never => {
    throw new Error('HarfBuzz gave up');
  };
  let memory: WebAssembly.Memory | undefined;
  const bytes = (): Uint8Array => (memory ? new Uint8Array(memory.buffer) : refuse());
  const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(program)), {
    wasi_snapshot_preview1: { proc_exit: refuse },
    env: {
      _abort_js: refuse,
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      emscripten_resize_heap: (size: number) => {
        memory?.grow(Math.ceil((size - bytes().length) / page));
        return 1;
      },
    },
  });
  if (!(instance.exports.memory instanceof WebAssembly.Memory)) throw new Error('This is no program of HarfBuzz');
  memory = instance.exports.memory;
  const hb = readCalls(instance.exports);
  hb.__wasm_call_ctors();
  /** Lends bytes to a call; a text or a tag is soon forgotten, a font program stays. */
  const lent = (content: Uint8Array): number => {
    const at = hb.malloc(content.length + 1);
    bytes().set(content, at);
    return at;
  };
  const buffer = hb.hb_buffer_create();
  const scriptOf = (code: string): number => {
    const at = lent(new TextEncoder().encode(code));
    const tag = hb.hb_script_from_string(at, code.length);
    hb.free(at);
    return tag;
  };
  const fill = (text: string, { script, rightToLeft }: Setting): void => {
    hb.hb_buffer_reset(buffer);
    const at = lent(utf16(text));
    hb.hb_buffer_add_utf16(buffer, at, text.length, 0, text.length);
    hb.free(at);
    hb.hb_buffer_set_direction(buffer, rightToLeft ? direction.rightToLeft : direction.leftToRight);
    if (script) hb.hb_buffer_set_script(buffer, scriptOf(script));
    else hb.hb_buffer_guess_segment_properties(buffer);
    hb.hb_buffer_set_flags(buffer, flags.beginningOfText | flags.endOfText | flags.removeDefaultIgnorables);
  };
  const glyphs = (): readonly ShapedGlyph[] => {
    const length = hb.malloc(4);
    const infos = hb.hb_buffer_get_glyph_infos(buffer, length);
    const positions = hb.hb_buffer_get_glyph_positions(buffer, length);
    const view = new DataView(bytes().buffer);
    const count = view.getUint32(length, true);
    hb.free(length);
    return [...Array(count).keys()].map((index) => {
      const [info, position] = [infos + index * recordBytes, positions + index * recordBytes];
      return {
        id: view.getUint32(info, true),
        cluster: view.getUint32(info + 8, true),
        advance: view.getInt32(position, true),
        dx: view.getInt32(position + 8, true),
        dy: view.getInt32(position + 12, true),
      };
    });
  };
  return {
    font: (fontProgram) => {
      const blob = hb.hb_blob_create(lent(fontProgram), fontProgram.length, readOnlyMemory, 0, 0);
      const font = hb.hb_font_create(hb.hb_face_create(blob, 0));
      return {
        shape: (text, setting) => {
          fill(text, setting);
          const features = setting.features ?? [];
          const at = lent(featureRecords(features));
          hb.hb_shape(font, buffer, at, features.length);
          hb.free(at);
          return glyphs();
        },
      };
    },
  };
}

/** A text as UTF-16 in the byte order of WebAssembly. */
function utf16(text: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), true);
  return new Uint8Array(view.buffer);
}

function featureRecords(tags: readonly string[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(tags.length * featureBytes));
  for (const [index, tag] of tags.entries()) {
    const at = index * featureBytes;
    // A tag is a number of which its first letter is the highest byte.
    for (const letter of [0, 1, 2, 3]) view.setUint8(at + 3 - letter, tag.charCodeAt(letter));
    view.setUint32(at + 4, 1, true);
    view.setUint32(at + 12, toTheEnd, true);
  }
  return new Uint8Array(view.buffer);
}

function readCalls(exports: WebAssembly.Exports): Calls {
  const entries = calls.map((name): readonly [string, Call] => {
    const call = exports[name];
    if (typeof call !== 'function') throw new Error(`This HarfBuzz has no ${name}`);
    return [name, (...values) => Number(call(...values) ?? 0)];
  });
  return Object.fromEntries(entries) as Calls;
}
