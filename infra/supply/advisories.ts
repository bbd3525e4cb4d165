import * as z from 'zod/mini';

const report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.string(),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
});

/** Advisories that do not concern this product, by their address: each with the decision that argues it. */
export const argued: Readonly<Record<string, string>> = {};

/** What `npm audit --json` came to. */
export type Audited =
  | { readonly kind: 'not checked'; readonly why: string }
  | { readonly kind: 'checked'; readonly open: readonly string[]; readonly argued: number };

/** Reads what npm said. A registry that does not answer is no clean bill. */
export function readAudit(said: string): Audited {
  let found: unknown;
  try {
    found = JSON.parse(said);
  } catch {
    return { kind: 'not checked', why: `npm said no JSON: ${said.slice(0, 200).trim() || 'nothing'}` };
  }
  const parsed = report.safeParse(found);
  if (!parsed.success) {
    const { message } = z.parse(z.object({ message: z.optional(z.unknown()) }), found);
    return { kind: 'not checked', why: typeof message === 'string' ? message : 'npm gave no report' };
  }
  const advisories = Object.values(parsed.data.vulnerabilities).flatMap(({ name, severity, via }) =>
    via.flatMap((one) =>
      typeof one === 'string' ? [] : [{ ...one, line: `${severity}, ${name}: ${one.title} (${one.url})` }],
    ),
  );
  const open = advisories.filter(({ url }) => argued[url] === undefined);
  return { kind: 'checked', open: open.map(({ line }) => line), argued: advisories.length - open.length };
}
