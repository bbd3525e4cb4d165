import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { route } from '../../../../shared/api/route.ts';
import { unplacedIn } from './places.ts';
import { proveAuthorisation } from './prove-authorisation.ts';

describe('the proof of authorisation', () => {
  it('finds every route open to whom the registry names, and another’s things hidden from everybody', async () => {
    const { tried, outcomes, failures } = await proveAuthorisation();
    expect(failures).toEqual([]);
    expect(outcomes['the other’s as if there were none']).toBeGreaterThan(10);
    expect(tried).toBeGreaterThan(5_000);
    // Every route as everybody: a machine that does other work meanwhile takes its time.
  }, 180_000);

  it('has no place for a route that names things by another name, in its path, its query or its body', () => {
    const known = {
      name: 'probe',
      method: 'POST',
      access: 'learner',
      summary: 'A probe.',
      answers: { 200: 'empty' },
    } as const;
    const probe = route({
      ...{ ...known, path: '/api/attempts/{attemptId}/notes/{noteId}' },
      query: z.object({ folderId: z.optional(z.string()), words: z.optional(z.string()) }),
      body: z.object({ notes: z.array(z.object({ replacesId: z.string() })) }),
    });
    expect(unplacedIn(probe)).toEqual(['noteId', 'folderId', 'replacesId']);
  });
});
