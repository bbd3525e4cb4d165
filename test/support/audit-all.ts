import type { Audited } from '../../functions/commands/audit-ledger.ts';
import type { Service } from './service.ts';

/** Audits the whole store, as the command does. */
export async function auditAll(service: Service): Promise<Omit<Audited, 'next'>> {
  const sum = { learners: 0, entries: 0, awards: 0, certificates: 0, findings: [] as Audited['findings'] };
  for (let place: Audited['next'] = { shard: 0 }; place; ) {
    const page: Audited = await service.auditLedger(place);
    sum.learners += page.learners;
    sum.entries += page.entries;
    sum.awards += page.awards;
    sum.certificates += page.certificates;
    sum.findings = [...sum.findings, ...page.findings];
    place = page.next;
  }
  return sum;
}
