import type { HeadsAudited } from '../../functions/commands/audit-heads.ts';
import type { Audited } from '../../functions/commands/audit-ledger.ts';
import type { Service } from './service.ts';

/** Audits the whole store, as the command does. */
export async function auditAll(service: Service): Promise<Omit<Audited, 'next'>> {
  const sum = { learners: 0, entries: 0, awards: 0, certificates: 0, changes: 0, findings: [] as Audited['findings'] };
  for (let place: Audited['next'] = { shard: 0 }; place; ) {
    const page: Audited = await service.auditLedger(place);
    for (const name of ['learners', 'entries', 'awards', 'certificates', 'changes'] as const) sum[name] += page[name];
    sum.findings = [...sum.findings, ...page.findings];
    place = page.next;
  }
  return sum;
}

/** Audits every signed head, or that of a day, as the command does. */
export async function auditHeads(service: Service, day?: string): Promise<Omit<HeadsAudited, 'next'>> {
  let heads = 0;
  const findings: HeadsAudited['findings'][number][] = [];
  for (let place: HeadsAudited['next'], more = true; more; more = place !== undefined) {
    const page: HeadsAudited = await service.auditHeads({ ...(day && { day }), ...(place && { place }) });
    heads += page.heads;
    findings.push(...page.findings);
    place = page.next;
  }
  return { heads, findings };
}
