import * as z from 'zod/mini';
import { isForKeys, isForStaff, type Route } from '../../../../shared/api/route.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import type { Random } from '../../../simulation/random.ts';
import type { Caller } from '../living-store.ts';
import { wildBytes, wildHeaders, wildIds, wildText } from './hostile.ts';
import { type InUse, type Schema, sampleOf, spoil } from './sample.ts';

/** A request as it comes over the wire. */
export interface Wire {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
}
/** `honest`: as its schema says, by somebody who may ask. `one wrong`: the same with one thing wrong. `wild`: anything. */
export type Making = 'honest' | 'one wrong' | 'wild';
export interface Tried {
  readonly making: Making;
  readonly caller: string;
  readonly wire: Wire;
}

export interface Store {
  readonly callers: Readonly<Record<string, Caller>>;
  /** By parameters and fields. */
  readonly inUse: InUse;
  /** What fields of one route hold, where their name says another thing elsewhere. */
  readonly ofRoute: Readonly<Record<string, InUse>>;
}

/** How many of the requests are honest: the page says so. */
export const honestOf = { usual: 0.5, spared: 0.02 };

const schemaOf = (schema: z.core.$ZodType | undefined): Schema | undefined =>
  schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);

/** Who may ask for a route, of those that a living store has. */
export function allowedOf({ access, name }: Route): readonly string[] {
  if (isForKeys(access)) return ['a key', `a key for ${access.key}`];
  if (isForStaff(access)) return access.by === 'code' ? [...access.staff, 'by code alone'] : access.staff;
  if (access === 'learner') return ['own', 'own', 'other', 'newcomer'];
  if (name === 'enter-staff-code') return ['waiting staff'];
  return /^enter/.test(name) ? ['waiting'] : ['visitor', 'own', 'waiting'];
}

type Wrong = 'path' | 'query' | 'body' | 'header' | 'caller';

/**
 * Makes requests to one route of its own schemas, about half of them honest. `sparing`: hardly any is, and what is wrong with
 * the others is seen before any work is done; for routes that print or sign.
 */
export function createRequests(name: keyof Routes, store: Store, sparing: boolean) {
  const route: Route = routes[name];
  const query = schemaOf(route.query);
  const body = schemaOf(route.body);
  const inUse = { ...store.inUse, ...store.ofRoute[name] };
  const allowed = allowedOf(route);
  const everybody = Object.keys(store.callers);
  const strangers = everybody.filter((caller) => !allowed.includes(caller));
  const hasPath = route.path.includes('{');
  const path: readonly Wrong[] = hasPath ? ['path'] : [];
  const wrongs: readonly Wrong[] = sparing
    ? [...(hasPath ? path : (['caller'] as const)), ...(body ? (['body'] as const) : [])]
    : [
        ...path,
        ...(query ? (['query'] as const) : []),
        ...(body ? (['body', 'body', 'body'] as const) : []),
        'header',
        'caller',
      ];
  const honestShare = sparing ? honestOf.spared : honestOf.usual;

  const pathOf = (random: Random, wild: boolean): string =>
    route.path.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
      wild && (sparing || random.chance(0.7)) ? random.pick(wildIds) : String(random.pick(inUse[part] ?? wildIds)),
    );
  const queryOf = (random: Random, wild: boolean): string => {
    const asked = new URLSearchParams();
    const sampled = query ? (sampleOf(query, '', inUse, random) as Readonly<Record<string, unknown>>) : {};
    for (const [field, value] of Object.entries(wild ? Object(spoil(sampled, random)) : sampled))
      asked.append(field, typeof value === 'string' ? value : JSON.stringify(value));
    if (wild && random.chance(0.3)) for (const [field, value] of [...asked]) asked.append(field, value);
    const text = String(asked);
    return wild && random.chance(0.2) ? `?${text}&%ff=%&__proto__[a]=1&a[]=1&&=` : text && `?${text}`;
  };
  const bodyOf = (random: Random, making: Making, wrong: Wrong | undefined): Buffer => {
    if (!body) return Buffer.from(making === 'wild' && random.chance(0.3) ? wildText(random) : '');
    const honest = sampleOf(body, '', inUse, random);
    const value = wrong === 'body' ? spoil(honest, random) : honest;
    const bytes = Buffer.from(
      making === 'wild' && random.chance(0.7) ? wildText(random) : (JSON.stringify(value) ?? ''),
    );
    return making === 'wild' && random.chance(0.15) ? wildBytes(random, bytes) : bytes;
  };
  const callerOf = (random: Random, making: Making, wrong: Wrong | undefined): string => {
    if (wrong === 'caller' || (making === 'wild' && sparing && !hasPath)) return random.pick(strangers);
    return making === 'wild' && random.chance(0.3) ? random.pick(everybody) : random.pick(allowed);
  };
  const headersOf = (random: Random, caller: string): Map<string, string> => {
    const { cookies = {}, authorization } = store.callers[caller] ?? {};
    const cookie = Object.entries(cookies).map(([key, value]) => `${key}=${value}`);
    return new Map([
      ['user-agent', 'fuzz'],
      ...(cookie.length > 0 ? [['cookie', cookie.join('; ')] as const] : []),
      ...(authorization ? [['authorization', authorization] as const] : []),
      ...(route.method === 'PUT' ? [['if-match', random.pick(['"0"', '"1"', '"1"', '"2"'])] as const] : []),
      ...(route.method === 'POST' && random.chance(0.1)
        ? [['idempotency-key', `key-${random.below(40)}`] as const]
        : []),
      ...(random.chance(0.3) ? [['origin', 'https://credit.example.org'] as const] : []),
      ...(body ? [['content-type', 'application/json'] as const] : []),
    ]);
  };

  return (random: Random): Tried => {
    const draw = random.fraction();
    const making: Making =
      draw < honestShare ? 'honest' : draw < honestShare + (1 - honestShare) * 0.6 ? 'one wrong' : 'wild';
    const wrong = making === 'one wrong' ? random.pick(wrongs) : undefined;
    const wild = making === 'wild';
    const caller = callerOf(random, making, wrong);
    const headers = headersOf(random, caller);
    const odd = wrong === 'header' ? 1 : wild ? random.below(4) : 0;
    const more = Array.from({ length: odd }, () => random.pick(wildHeaders));
    for (const [header, value] of more) if (random.chance(0.7)) headers.set(header, value);
    const oddPath = wrong === 'path' || (wild && (sparing || random.chance(0.4)));
    return {
      ...{ making, caller },
      wire: {
        method: route.method,
        url: pathOf(random, oddPath) + queryOf(random, wrong === 'query' || wild),
        // A header that comes twice is joined by the gateway.
        rawHeaders: [...headers, ...more.filter(() => random.chance(0.2))].flat(),
        body: bodyOf(random, making, wrong),
        // Limits by network address are met elsewhere; here they would hide what lies behind them.
        sourceIp: `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`,
      },
    };
  };
}
