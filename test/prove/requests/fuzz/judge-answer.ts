import { gunzipSync } from 'node:zlib';
import type { Service } from '../../../support/service.ts';
import type { createContract } from '../contract.ts';
import type { Fired } from './fire.ts';

const cookieForm = /^__Host-[\w-]+=[\w%-]*; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/;
/** Within the site, to the employer, or to the one document that a link was made for. */
const leadsTo = /^(?:\/[\w\-/?=&]*$|https:\/\/hospital\.example\/|data:application\/pdf;base64,)/;
const personal = /@example\.org|Quarrington|Brightwater|Underhill/i;

const one = (header: string | string[] | undefined): string => String(header ?? '');

/** Everything that is wrong with an answer and with what was logged of it. Leaks are found by the service itself. */
export function faultsOf(
  fired: Fired,
  service: Service,
  contract: ReturnType<typeof createContract>,
): readonly string[] {
  const { name, status, headers, body } = fired;
  const faults: string[] = [];
  const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  const type = one(headers['content-type']);
  if (status >= 500) faults.push(`answered ${status}`);
  const fault = contract.faultOf(name, { status, type, text: bytes.toString() });
  if (fault) faults.push(fault);
  if (!/^(?:no-store|public, max-age=(?:60|300|31536000, immutable))$/.test(one(headers['cache-control'])))
    faults.push('may be kept by caches');
  if (headers.location !== undefined && !leadsTo.test(one(headers.location)))
    faults.push(`leads to ${headers.location}`);
  for (const cookie of [headers['set-cookie'] ?? []].flat())
    if (!cookieForm.test(cookie))
      faults.push(`sets a cookie that is not kept close: ${cookie.replace(/=[^;]+/, '=…')}`);
  const lines = service.logged.filter(({ event }) => event === 'request' || event === 'request.broken');
  const [line] = lines;
  if (lines.length !== 1 || line?.event !== 'request' || line.status !== status)
    faults.push(`is logged as ${JSON.stringify(lines)}`);
  if (personal.test(JSON.stringify(service.logged))) faults.push('has a person in the log');
  service.logged.length = 0;
  faults.push(...service.undeclared.splice(0).map((access) => `does what its role is not given: ${access}`));
  return faults;
}
