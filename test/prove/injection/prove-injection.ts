import { content } from '../../support/activity.ts';
import { createService } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { createTally } from '../tally.ts';
import { corpusFrom } from './corpus.ts';
import { closedFields, textFields } from './fields.ts';
import { type Honest, judgeReminders, judgeScene } from './judge-scene.ts';
import { judgeTables } from './judge-tables.ts';
import { COMMON, playScene } from './scene.ts';

/** What nobody means any harm with, long, short and in no font: outputs look like theirs, whatever is written. */
const honestTexts = [
  'Plain words',
  'A',
  // No font of ours sets Cherokee: the certificate is parked, and the pages say so.
  'ᎣᏏᏲ',
  'Somewhat longer words that are still on one line of most outputs, and then on two',
];

/** As many scenes as one service plays: tables then hold all of them at once. */
const SCENES = 40;

/**
 * Has attacks written into every field that takes a text, and looks at every output: nothing runs, nothing is added, and what was written is
 * shown to the letter. A field that the registry gains is a failure here until it is written in or closed for a reason.
 */
export async function proveInjection(seed: number, count: number): Promise<Finding> {
  const tally = createTally('outputs');
  const attacks = corpusFrom(seed, count);
  const everTaken = new Set<string>();
  const honest: Honest = new Map();
  const kinds = new Map<string, number>();
  for (let from = 0; from < attacks.length; from += SCENES) {
    const service = createService();
    await service.publish(content({ activityId: COMMON }));
    const texts = [...honestTexts, ...attacks.slice(from, from + SCENES).map(({ text }) => text)];
    const written = [];
    const scenes = [];
    for (const [number, text] of texts.entries()) {
      const before = { mails: service.inbox.delivered.length, events: service.logged.length };
      const scene = await playScene(service, text, number);
      const learns = number < honestTexts.length;
      if (!learns) for (const field of scene.taken) everTaken.add(field);
      await judgeScene({ ...{ service, scene, text, honest, learns, tally, before } });
      written.push({ text, scene });
      scenes.push({ text, learns, activityId: scene.activityId });
    }
    await judgeReminders(service, scenes, { honest, tally });
    await judgeTables(service, written, tally);
  }
  for (const { kind } of attacks) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  for (const field of textFields) {
    const why = closedFields[field];
    const holds = why === undefined ? everTaken.has(field) : !everTaken.has(field);
    tally.judge(
      holds,
      why === undefined ? 'fields that took attacks' : 'fields that take no free text',
      () =>
        `${field} ${why === undefined ? 'was never written in: give it a place in the scene, or say why it is closed' : `took an attack, and is called ${why}`}`,
    );
  }
  return tally.finding(
    Object.fromEntries([...kinds].map(([kind, times]) => [`attacks of the kind ${kind}`, String(times)])),
  );
}
