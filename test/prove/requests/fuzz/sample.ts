import type { Random } from '../../../simulation/random.ts';
import { hostileValues } from './hostile.ts';

/** A JSON Schema as far as the contract uses it. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly format?: string;
}

/** Values that are in use, by the name of the field or parameter that takes them. */
export type InUse = Readonly<Record<string, readonly unknown[]>>;

// Texts of every form that the contract asks for; a pattern that none of them matches is refused at the start.
const texts = [
  ...[
    'A reason that says why.',
    'Nguyễn',
    'x',
    '2026-03-09',
    '2026-12-31',
    '2026-03-09T00:00:00Z',
    '2026',
    '2026-03',
    'wound-care',
  ],
  ...['new-activity', 'ama-pra-category-1', 'name@example.org', 'assessment-0', 'question-0x0', 'post-test', 'a'],
];
const forms = new Map<string, readonly string[]>();
function ofForm(pattern: string): readonly string[] {
  const known = forms.get(pattern) ?? texts.filter((text) => new RegExp(pattern, 'u').test(text));
  if (known.length === 0) throw new Error(`No text here is of the form ${pattern}`);
  forms.set(pattern, known);
  return known;
}

const fits = (value: unknown, { type, pattern, maxLength }: Schema): boolean =>
  type === undefined ||
  (typeof value === type &&
    (typeof value !== 'string' ||
      (value.length <= (maxLength ?? value.length) &&
        (pattern === undefined || new RegExp(pattern, 'u').test(value))))) ||
  (type === 'integer' && Number.isInteger(value)) ||
  (type === 'array' && Array.isArray(value));

function textOf({ pattern, minLength = 0, maxLength = 1_000, format }: Schema, random: Random): string {
  if (format === 'email') return random.pick(['name@example.org', 'who@clinic.example']);
  if (pattern !== undefined) return random.pick(ofForm(pattern));
  const text = random.pick(texts).slice(0, maxLength);
  return text.length < minLength ? text.padEnd(minLength, 'x') : text;
}

function numberOf({ minimum = 0, maximum = 200 }: Schema, random: Random): number {
  const usual = [0, 1, 2, 25, 50, 100, 150].filter((number) => number >= minimum && number <= maximum);
  return random.chance(0.8) && usual.length > 0
    ? random.pick(usual)
    : random.between(minimum, Math.min(maximum, minimum + 1_000) + 1);
}

/** A value that a schema takes, of those that are in use where some are. */
export function sampleOf(schema: Schema, name: string, inUse: InUse, random: Random): unknown {
  const used = inUse[name];
  if (used && random.chance(0.85)) {
    const value = random.pick(used);
    if (fits(value, schema)) return value;
  }
  if ('const' in schema) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  if (schema.anyOf) return sampleOf(random.pick(schema.anyOf), name, inUse, random);
  switch (schema.type) {
    case 'string':
      return textOf(schema, random);
    case 'integer':
    case 'number':
      return numberOf(schema, random);
    case 'boolean':
      return random.chance(0.5);
    case 'array': {
      const count = Math.max(schema.minItems ?? 0, random.pick([0, 1, 1, 1, 2, 3]));
      return Array.from({ length: count }, () => sampleOf(schema.items ?? {}, name, inUse, random));
    }
    case 'object': {
      const { properties = {}, required = [], additionalProperties } = schema;
      const named = Object.entries(properties)
        .filter(([field]) => required.includes(field) || random.chance(0.4))
        .map(([field, each]) => [field, sampleOf(each, field, inUse, random)] as const);
      if (typeof additionalProperties === 'object' && Object.keys(properties).length === 0)
        for (const key of inUse.questionId ?? [])
          if (random.chance(0.6)) named.push([String(key), sampleOf(additionalProperties, 'chosen', inUse, random)]);
      return Object.fromEntries(named);
    }
    default:
      return random.pick(hostileValues);
  }
}

/** Replaces, drops or adds one thing at one place of a value, however deep it stands. */
export function spoil(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return random.pick(hostileValues);
  const keys = Object.keys(value);
  if (keys.length === 0) return random.pick(hostileValues);
  const at = random.pick(keys);
  if (Array.isArray(value)) {
    if (random.chance(0.2)) return [...value, ...value];
    return value.map((item, index) => (String(index) === at ? spoil(item, random) : item));
  }
  const held = value as Readonly<Record<string, unknown>>;
  if (random.chance(0.25)) return Object.fromEntries(keys.filter((key) => key !== at).map((key) => [key, held[key]]));
  if (random.chance(0.15)) return { ...held, [random.pick(['more', 'constructor', 'learnerId', 'status', ''])]: 1 };
  return { ...held, [at]: random.chance(0.6) ? random.pick(hostileValues) : spoil(held[at], random) };
}
