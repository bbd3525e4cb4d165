/** A writing system whose letters join, stack, change their order or run from right to left, and how it is set. */
export interface Script {
  /** As staff know it, and as Unicode's Script property names it. */
  readonly name: string;
  /** Its code in ISO 15924, by which fonts keep its rules. */
  readonly code: string;
  /** The font program that sets it. */
  readonly font: string;
  /** Its size against the certificate's own letters, so that a name in it looks as large as one beside it. */
  readonly scale: number;
  /** Whether joiners that nobody sees are part of its spelling. */
  readonly joins: boolean;
  /** Its own characters, and those that it shares with others. */
  readonly own: RegExp;
  readonly shared: RegExp;
}

const script = (name: string, code: string, font: string, scale: number, joins = true): Script => ({
  ...{ name, code, font, scale, joins },
  own: new RegExp(`^\\p{Script=${name}}$`, 'u'),
  shared: new RegExp(`^\\p{Script_Extensions=${name}}$`, 'u'),
});

/**
 * The scripts that need rules of their own beside Latin, Greek, Cyrillic, Han, kana and Hangul, whose letters stand side by
 * side. Each has one font program, which is read when a text holds the script.
 */
export const shapedScripts: readonly Script[] = [
  script('Arabic', 'Arab', 'NotoNaskhArabic_400Regular.ttf', 1),
  script('Hebrew', 'Hebr', 'NotoSerifHebrew_400Regular.ttf', 0.9, false),
  script('Devanagari', 'Deva', 'NotoSerifDevanagari_400Regular.ttf', 0.88),
  script('Bengali', 'Beng', 'NotoSerifBengali_400Regular.ttf', 0.88),
  script('Gurmukhi', 'Guru', 'NotoSansGurmukhi_400Regular.ttf', 0.86),
  script('Gujarati', 'Gujr', 'NotoSansGujarati_400Regular.ttf', 0.86),
  script('Oriya', 'Orya', 'NotoSansOriya_400Regular.ttf', 0.86),
  script('Tamil', 'Taml', 'NotoSansTamil_400Regular.ttf', 0.8),
  script('Telugu', 'Telu', 'NotoSerifTelugu_400Regular.ttf', 0.82),
  script('Kannada', 'Knda', 'NotoSansKannada_400Regular.ttf', 0.82),
  script('Malayalam', 'Mlym', 'NotoSansMalayalam_400Regular.ttf', 0.8),
  script('Sinhala', 'Sinh', 'NotoSansSinhala_400Regular.ttf', 0.84),
  script('Thai', 'Thai', 'NotoSansThai_400Regular.ttf', 0.86, false),
  script('Lao', 'Laoo', 'NotoSansLao_400Regular.ttf', 0.86, false),
  script('Khmer', 'Khmr', 'NotoSansKhmer_400Regular.ttf', 0.8),
  script('Myanmar', 'Mymr', 'NotoSansMyanmar_400Regular.ttf', 0.78),
  script('Georgian', 'Geor', 'NotoSansGeorgian_400Regular.ttf', 0.86, false),
  script('Armenian', 'Armn', 'NotoSansArmenian_400Regular.ttf', 0.86, false),
  script('Ethiopic', 'Ethi', 'NotoSansEthiopic_400Regular.ttf', 0.84, false),
];

// Most text is Latin, and need not be asked for nineteen scripts, nor letter by letter.
const firstShaped = '\u0530';
const beforeShaped = /^[^\u0530-\u{10ffff}]+$/u;

/** The script of a character that needs rules of its own; a mark, digit or sign that several scripts share has none. */
export const shapedScriptOf = (character: string): Script | undefined =>
  character < firstShaped ? undefined : shapedScripts.find(({ own }) => own.test(character));

const joiner = /^[\u200c\u200d]$/;

/** Takes joiners away but where a script spells with them, as Persian and Sinhala do; anywhere else they are a disguise. */
export const withSpeltJoiners = (text: string): string =>
  text.replace(/[\u200c\u200d]/g, (found, at: number) => {
    const [before, after] = [shapedScriptOf(text[at - 1] ?? ''), shapedScriptOf(text[at + 1] ?? '')];
    return before?.joins && before === after ? found : '';
  });

/** A stretch of text in one script with rules of its own, or in none. */
export interface ScriptRun {
  readonly script: Script | undefined;
  readonly text: string;
}

/** Parts a text by script. What several scripts share (a mark, a danda, a joiner) stays with the letters before it. */
export function scriptRuns(text: string): readonly ScriptRun[] {
  if (beforeShaped.test(text)) return [{ script: undefined, text }];
  const runs: ScriptRun[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const continues =
      last?.script && character > '\u024f' && (last.script.shared.test(character) || joiner.test(character));
    const script = continues ? last.script : shapedScriptOf(character);
    if (last && last.script === script) runs[runs.length - 1] = { script, text: last.text + character };
    else runs.push({ script, text: character });
  }
  return runs;
}
