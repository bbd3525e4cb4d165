import * as z from 'zod/mini';
import type { Route } from '../../../../shared/api/route.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { bytesOf } from '../../../support/leaks.ts';
import type { Service } from '../../../support/service.ts';
import { fire } from '../fuzz/fire.ts';
import { type InUse, type Schema, sampleOf } from '../fuzz/sample.ts';
import type { Caller } from '../living-store.ts';

const schemaOf = (schema: z.core.$ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

export interface Told {
  readonly status: number;
  readonly text: string;
  /** Everything that the answer says, its headers too. */
  readonly all: string;
  readonly codes: readonly string[];
  /** What the request itself said. */
  readonly sent: string;
}

/** An honest request to a route by a caller, which names what `inUse` says by its path, its query and its body. */
export async function askAs(
  service: Service,
  name: keyof Routes,
  { cookies, authorization }: Caller,
  inUse: InUse,
  { seed = 1, headers = [] as readonly string[] } = {},
): Promise<Told> {
  const route: Route = routes[name];
  const random = randomFrom(seed);
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => String(random.pick(inUse[part] ?? ['none'])));
  const asked = route.query ? (sampleOf(schemaOf(route.query), '', inUse, random) as Record<string, string>) : {};
  const query = String(new URLSearchParams(asked));
  const body = route.body ? JSON.stringify(sampleOf(schemaOf(route.body), '', inUse, random)) : '';
  const cookie = Object.entries(cookies).map(([key, value]) => `${key}=${value}`);
  const fired = await fire(service, {
    method: route.method,
    url: query ? `${path}?${query}` : path,
    rawHeaders: [
      ...(cookie.length > 0 ? ['cookie', cookie.join('; ')] : []),
      ...(authorization ? ['authorization', authorization] : []),
      ...(body && !headers.includes('content-type') ? ['content-type', 'application/json'] : []),
      ...(route.method === 'PUT' ? ['if-match', '"1"'] : []),
      ...headers,
    ],
    body: Buffer.from(body),
    sourceIp: '192.0.2.7',
  });
  if (!fired) throw new Error(`The gateway finds no route for ${path}`);
  const text = bytesOf(fired.result).toString();
  const isProblem = fired.headers['content-type'] === 'application/problem+json';
  const reasons = isProblem ? (JSON.parse(text) as { reasons: readonly { code: string }[] }).reasons : [];
  return {
    ...{ status: fired.status, text, codes: reasons.map(({ code }) => code), sent: `${path} ${query} ${body}` },
    all: `${text}\n${JSON.stringify(fired.headers)}`,
  };
}
