import { beforeAll, describe, expect, it } from 'vitest';
import type { Routes } from '../../../../shared/api/routes.ts';
import { createLivingStore, type LivingStore } from '../living-store.ts';
import { changesBy, staffFiles, staffWrites } from './staff-writes.ts';

/** Routes that change rows and leave no entry, each with the reason. */
const withoutEntry: Partial<Record<keyof Routes, string>> = {
  challengePasskey: 'The question that the caller’s own session is asked; what answers it counts.',
  signStaffOut: 'It ends the caller’s own session in this browser, and nobody else’s.',
  saveDraftPart:
    'A draft is nobody’s yet, and is saved at each pause. Beginning it leaves an entry, and so does publishing it.',
  importQuestions:
    'The file is only laid out to be looked at. Deciding to bring it in leaves an entry, and so does its end.',
  importTable:
    'The file is only laid out to be looked at. Deciding to bring it in leaves an entry, and so does its end.',
};

/** Each request in a copy of the store: a machine that does other work meanwhile takes its time. */
const PATIENCE_MS = 60_000;

describe('what staff change, and files of people that they take, by any route of the registry', () => {
  let living: LivingStore;
  beforeAll(async () => {
    living = await createLivingStore();
  }, PATIENCE_MS);

  it.each([...staffWrites.filter((name) => !(name in withoutEntry)), ...staffFiles])(
    '%s leaves an entry of who did it, each time',
    async (name) => {
      const changes = await changesBy(living, name, 3);
      // Nothing would be shown by a route that no request here made change anything.
      expect(changes).not.toEqual([]);
      for (const { kinds, entries } of changes)
        expect(
          entries.map(({ by }) => by),
          `${name} changed ${kinds}`,
        ).toContain(living.staff.owner.staffId);
    },
    PATIENCE_MS,
  );

  it.each(Object.entries(withoutEntry))(
    '%s leaves none: %s',
    async (name) => {
      expect(staffWrites).toContain(name);
      const changes = await changesBy(living, name as keyof Routes, 3);
      expect(changes).not.toEqual([]);
      expect(changes.flatMap(({ entries }) => entries)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
