import { describe, expect, it } from 'vitest';
import {
  mayChange,
  mayRead,
  mayReadActivities,
  mayWriteActivities,
  ownersOnly,
  type Role,
  roles,
} from '../../../shared/domain/staff.ts';

describe('the roles of staff', () => {
  const holds = (list: readonly Role[], role: Role): boolean => list.includes(role);

  it('let an owner do everything', () => {
    for (const list of [mayRead, mayChange, mayReadActivities, mayWriteActivities, ownersOnly])
      expect(holds(list, 'owner')).toBe(true);
  });
  it('let an auditor read all and change nothing', () => {
    for (const list of [mayRead, mayReadActivities]) expect(holds(list, 'auditor')).toBe(true);
    for (const list of [mayChange, mayWriteActivities, ownersOnly]) expect(holds(list, 'auditor')).toBe(false);
  });
  it('show an author no learner', () => expect(holds(mayRead, 'author')).toBe(false));
  it('let nobody change what they may not read', () => {
    for (const role of roles) if (holds(mayChange, role)) expect(holds(mayRead, role)).toBe(true);
  });
});
