import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import type { LearnerExport } from '../../../shared/domain/export.ts';
import type { Row } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { createLearner } from '../../support/learner.ts';
import { createService } from '../../support/service.ts';
import { unsealed } from '../../support/unsealed.ts';

const CREDITS = 2_000;
/** What a function may answer: 6 MB, of which base64 takes a third. */
const LARGEST_ANSWER = 4_400_000;

it(`holds ${CREDITS.toLocaleString('en')} credits, a long career’s, in one download`, { timeout: 60_000 }, async () => {
  const { sha256 } = nodeDigests();
  const service = createService();
  await service.publish(content());
  const learner = await createLearner(service);
  const certificateId = await learner.complete();
  // Sealed rows open at their own place alone; as plain ones they can be copied to others.
  const journey = unsealed(service.table.rows(), service.keyTable.rows()).filter(({ kind }) =>
    /^(participation|attempt|credit|certificate|snapshot|mail|ledgerEntry)$/.test(String(kind)),
  );
  for (let copy = 1; copy < CREDITS; copy++) {
    const id = sha256(String(copy)).slice(0, 26);
    const rows = journey.map((row, entry): Row => {
      const text = JSON.stringify(row)
        .replaceAll(certificateId, id)
        .replaceAll(/[0-9a-f]{64}/g, (hash) => sha256(hash + copy))
        .replaceAll('hand-hygiene', `activity-${copy}`)
        .replace(/"sk":"ATTEMPT#[^"]+"/, `"sk":"ATTEMPT#${id}"`)
        .replace(/"sk":"ENTRY#[^"]+"/, `"sk":"ENTRY#${String(copy * 10 + entry).padStart(10, '0')}"`);
      return { ...JSON.parse(text), rev: 1 };
    });
    await service.table.write(rows.map((row) => ({ kind: 'put', row, expect: 'absent' })));
  }

  const began = performance.now();
  const { text } = await learner.ask('exportData');
  const ms = Math.round(performance.now() - began);
  const data: LearnerExport = JSON.parse(text);
  const packed = gzipSync(text).length;
  console.log(
    `An export of ${CREDITS} credits took ${ms} ms over a table in memory: ${(text.length / 1e6).toFixed(1)} MB, ${(packed / 1e6).toFixed(2)} MB packed`,
  );
  const count = (name: string) => data.sections.find((section) => section.name === name)?.items.length;
  expect(['credits', 'certificates', 'attempts', 'participations', 'mails'].map(count)).toEqual(
    Array.from({ length: 5 }, () => CREDITS),
  );
  expect(packed).toBeLessThan(LARGEST_ANSWER);
});
