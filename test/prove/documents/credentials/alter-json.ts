import type { Random } from '../../../simulation/random.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** A place in a document: the object or list, and the name or number in it. */
interface Place {
  readonly holder: JsonObject | Json[];
  readonly key: string | number;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isHolder = (value: Json): value is JsonObject | Json[] => typeof value === 'object' && value !== null;
const at = ({ holder, key }: Place): Json => (holder as JsonObject)[key] ?? null;
const put = ({ holder, key }: Place, value: Json): void => {
  (holder as JsonObject)[key] = value;
};

/** Every place of a document, at every depth. */
function placesOf(holder: JsonObject | Json[]): readonly Place[] {
  const keys: readonly (string | number)[] = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
  return keys.flatMap((key): readonly Place[] => {
    const place = { holder, key };
    const value = at(place);
    return isHolder(value) ? [place, ...placesOf(value)] : [place];
  });
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const word = (random: Random): string =>
  Array.from({ length: random.between(3, 9) }, () => letters.charAt(random.below(letters.length))).join('');

/** A value that says something else. */
function otherThan(value: Json, random: Random): Json {
  if (typeof value === 'number') return random.chance(0.5) ? value * 10 + 1 : value + random.between(1, 400) / 4;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return word(random);
  const place = random.below(value.length + 1);
  const numeric = /^\d+$/.test(value);
  if (numeric) return String(Number(value) + random.between(1, 500));
  return random.pick([
    `${value.slice(0, place)}${word(random)}${value.slice(place)}`,
    `${value.slice(0, place)}${word(random)}${value.slice(place + 1)}`,
    word(random),
    `https://example.org/${word(random)}`,
  ]);
}

/** Fields that contexts know somewhere in a badge, with something to say. */
const known: readonly (readonly [string, Json])[] = [
  ['validUntil', '2099-01-01T00:00:00Z'],
  ['creditsEarned', 99],
  ['creditsAvailable', 99],
  ['description', 'Awarded with distinction'],
  ['name', 'Somebody else'],
  ['licenseNumber', '12345'],
  ['role', 'Faculty'],
  ['term', 'Spring'],
  ['narrative', 'With distinction'],
  ['email', 'forger@example.org'],
  ['phone', '555-0100'],
  ['url', 'https://forger.example'],
  ['humanCode', 'H1'],
  ['fieldOfStudy', 'Surgery'],
  ['specialization', 'Surgery'],
  ['tag', ['surgery']],
  ['inLanguage', 'en'],
  ['evidence', [{ id: 'https://forger.example/e', type: ['Evidence'], name: 'Evidence' }]],
  ['image', { id: 'https://forger.example/i.png', type: 'Image' }],
  ['termsOfUse', [{ type: 'Anything' }]],
  ['refreshService', { id: 'https://forger.example/r', type: '1EdTechCredentialRefresh' }],
  ['nonce', 'abc'],
  ['domain', 'forger.example'],
  ['challenge', 'abc'],
  ['expires', '2099-01-01T00:00:00Z'],
  ['relatedResource', [{ id: 'https://forger.example/x', digestSRI: 'sha384-x' }]],
  ['@type', 'https://forger.example/Award'],
];

type Alteration = (document: JsonObject, random: Random) => void;

const objectsIn = (document: JsonObject): readonly JsonObject[] => [
  document,
  ...placesOf(document).map(at).filter(isObject),
];

/** Ways to alter a document so that it says something else. Nothing is put in that says nothing, such as `null`. */
export const alterations: Readonly<Record<string, Alteration>> = {
  'a value altered': (document, random) => {
    const place = random.pick(placesOf(document).filter((one) => !isHolder(at(one))));
    put(place, otherThan(at(place), random));
  },
  'a field taken out': (document, random) => {
    const { holder, key } = random.pick(placesOf(document).filter(({ holder: one }) => !Array.isArray(one)));
    delete (holder as JsonObject)[key];
  },
  'an item taken out of a list': (document, random) => {
    const lists = placesOf(document)
      .map(at)
      .filter((value) => Array.isArray(value));
    const list = random.pick(lists);
    list.splice(random.below(list.length), 1);
  },
  'a field put in that contexts know': (document, random) => {
    const [name, value] = random.pick(known);
    const object = random.pick(objectsIn(document).filter((one) => !(name in one)));
    object[name] = value;
  },
  'a field put in that no context knows': (document, random) => {
    const object = random.pick(objectsIn(document));
    object[`${word(random)}Credits`] = random.pick<Json>([word(random), random.below(100), [word(random)], true]);
  },
  'an object replaced by a text': (document, random) => {
    const place = random.pick(placesOf(document).filter((one) => isHolder(at(one))));
    put(place, word(random));
  },
  'two values exchanged': (document, random) => {
    const leaves = placesOf(document).filter((one) => !isHolder(at(one)));
    const one = random.pick(leaves);
    const others = leaves.filter((other) => at(other) !== at(one) && other.holder !== one.holder);
    const other = random.pick(others);
    const [first, second] = [at(one), at(other)];
    put(one, second);
    put(other, first);
  },
};
