import { describe, expect, it } from 'vitest';
import { type Content, type Held, heldOf, settle } from '../../web/admin/activities/merge.ts';
import { gathered, spread } from '../../web/admin/activities/provider-content.ts';
import { partOf, saveOver, taken, withTyped } from '../../web/admin/activities/provider-saving.ts';
import type { Provider } from '../../web/admin/activities/types.ts';
import { offline, type Result } from '../../web/client.ts';

const at = '2026-11-24T10:42:00.000Z';
const colors = { paper: '#ffffff', ink: '#1c232b' };
const meridian: Content = {
  ...{ name: 'Meridian Society', contact: 'education@meridian-society.example' },
  theme: { colors, logo: 'logo', signatures: [{ name: 'Theodora Lindqvist-Amari, MD', title: 'Chair' }] },
};
const provider = (fields: Content, rev = 3): Provider => ({
  ...{ providerId: 'meridian', rev, fields, drawings: {}, savedAt: at, savedBy: 'Theodora' },
});

/** A service that keeps one provider, and what was asked of it. */
function service(fields: Content, rev = 3) {
  let stands = provider(fields, rev);
  const puts: Content[] = [];
  return {
    puts,
    stands: () => stands,
    put: async (next: Content, on: number): Promise<Result<{ rev: number; savedAt: string }>> => {
      puts.push(next);
      if (on !== stands.rev) {
        const problem = { type: '/problems/saved-meanwhile', title: 'No', status: 412, detail: '', reasons: [] };
        return { ok: false, problem: { ...problem, requestId: 'r', current: stands } };
      }
      stands = provider(next, stands.rev + 1);
      return { ok: true, status: 200, body: { rev: stands.rev, savedAt: at } };
    },
  };
}

const read = heldOf(partOf(provider(meridian)));
const typing = (change: Content, held: Held = read): Held => ({ ...held, content: { ...held.content, ...change } });
const outcome = async (saving: ReturnType<typeof saveOver>) => {
  const result = await saving;
  if (!result.ok) throw new Error(result.problem.title);
  return result.body;
};

describe('the fields of a provider side by side', () => {
  it('are the same provider again, whether or not it has a look of its own', () => {
    expect(gathered(spread(meridian))).toEqual(meridian);
    expect(gathered(spread({ name: 'Plain' }))).toEqual({ name: 'Plain' });
    expect(gathered(spread({ name: 'Plain', theme: 'not read yet' }))).toEqual({
      name: 'Plain',
      theme: 'not read yet',
    });
  });
});

describe('a provider that somebody else saved meanwhile', () => {
  it('is saved with what both changed, those who change the look each in another place included, and says whose', async () => {
    const { put, stands, puts } = service(
      { ...meridian, address: '400 Harbor Row', theme: { colors, logo: 'new' } },
      4,
    );
    const mine = typing({ contact: 'cme@meridian-society.example', 'theme/colors': { ...colors, ink: '#000000' } });
    const saved = await outcome(saveOver('meridian', mine, put));
    expect(stands()).toMatchObject({
      rev: 5,
      fields: {
        ...{ name: 'Meridian Society', address: '400 Harbor Row', contact: 'cme@meridian-society.example' },
        theme: { colors: { paper: '#ffffff', ink: '#000000' }, logo: 'new' },
      },
    });
    expect(saved).toMatchObject({ saved: { rev: 5 }, with: 'Theodora' });
    expect(puts).toHaveLength(2);
  });

  it('is not overwritten where both changed one field: whoever was later is shown both ways and chooses', async () => {
    const { put, stands } = service({ ...meridian, contact: 'theirs@example.org', address: 'Pier 4' }, 4);
    const mine = typing({ contact: 'mine@example.org', name: 'Meridian' });
    const met = await outcome(saveOver('meridian', mine, put));
    if (!('conflict' in met)) throw new Error('Nobody was asked.');
    expect(stands()).toMatchObject({ rev: 4, fields: { contact: 'theirs@example.org' } });
    expect(met.conflict).toMatchObject({
      ...{ fields: ['contact'], mine: { contact: 'mine@example.org' } },
      theirs: { content: { contact: 'theirs@example.org' }, savedBy: 'Theodora', savedAt: at },
    });
    for (const [choice, contact] of [
      ['theirs', 'theirs@example.org'],
      ['mine', 'mine@example.org'],
    ] as const) {
      const chosen = settle(mine, met.conflict, choice);
      const again = service(stands().fields, 4);
      await outcome(saveOver('meridian', chosen, again.put));
      expect(again.stands().fields).toMatchObject({ contact, name: 'Meridian', address: 'Pier 4' });
    }
  });

  it('keeps in the form what was typed while it was being saved', () => {
    const sent = typing({ contact: 'mine@example.org' });
    const saved = { ...sent, rev: 5, base: sent.content, content: { ...sent.content, address: 'Pier 4' } };
    const now = typing({ name: 'Meridian Society, typed on' }, sent);
    expect(withTyped(saved, sent, now)).toMatchObject({
      ...{ rev: 5, base: sent.content },
      content: { name: 'Meridian Society, typed on', contact: 'mine@example.org', address: 'Pier 4' },
    });
  });

  it('is none of it where the line broke: that is said as it is', async () => {
    expect(await saveOver('meridian', read, async () => ({ ok: false, problem: offline }))).toEqual({
      ...{ ok: false, problem: offline },
    });
  });

  it('is not taken for a new one of the same name', () => {
    expect(taken(provider(meridian))).toMatchObject({ status: 422, reasons: [{ field: '/name' }] });
    expect(taken(provider(meridian)).reasons[0]?.message).toMatch(/Meridian Society/);
  });
});
