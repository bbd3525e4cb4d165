import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../shared/domain/audit-trail.ts';
import { DAY } from '../../../shared/domain/kinds.ts';
import { createService } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

const text = 'email,given name,family name,profession\nada@clinic.example,Ada,Lin,nurse\n';

describe('an import that nobody follows any more', () => {
  it('has failed once its file is forgotten, and says in the audit trail how it ended', async () => {
    const service = createService();
    const coordinator = await createStaff(service, 'coordinator');
    const body = { kind: 'learners', fileName: 'learners.csv', text } as const;
    const params = { importId: (await coordinator.ask('importTable', { body })).body.importId };
    await coordinator.ask('advanceImport', { params });
    await coordinator.ask('runImport', { params, body: { leavingOut: 0 } });
    service.pass(31 * DAY);
    service.forgetExpired();
    await service.carryOnImports();
    const entries = service.held<AuditEntry>('audit').filter(({ type }) => type.startsWith('import.'));
    expect(entries.map(({ by, type, data }) => [by, type, data.importId, data.ended])).toEqual([
      [coordinator.staffId, 'import.started', params.importId, undefined],
      [coordinator.staffId, 'import.ended', params.importId, 'failed'],
    ]);
  });
});
