import { describe, expect, it } from 'vitest';
import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';
import { wordingVersion } from '../../../shared/domain/template.ts';
import { content } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner } from '../../support/learner.ts';
import { createService } from '../../support/service.ts';

const worded = (text: string) => content({ templates: { 'credit-awarded': text } });

describe('the sentences of a certificate', () => {
  it('are frozen with it: neither another wording of the provider nor a corrected name changes them', async () => {
    const service = createService();
    await service.publish(worded('and earned {amount} that day'));
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    const sentences = async (id: string) =>
      (await learner.ask('getCertificate', { params: { certificateId: id } })).body.credits.map((one) => one.sentence);
    const first = await sentences(certificateId);
    expect(first[0]).toMatch(/^and earned [\d.]+ AMA PRA Category 1 Credits?™ that day$/);
    const [snapshot] = service.held<CertificateSnapshot>('snapshot');
    expect(snapshot?.credits[0]).toMatchObject({
      sentence: first[0],
      ...{ templateId: 'credit-awarded', templateVersion: wordingVersion('and earned {amount} that day') },
    });

    expect(await service.publish(worded('and is given {amount}'))).toMatchObject({ version: 2 });
    expect(await sentences(certificateId)).toEqual(first);

    const asked = { kind: 'correct', certificateId, reason: 'The name was misspelled', by: 'Asha' };
    const proposed = await service.proposeChange({ ...asked, correction: { name: 'Amélie Roth, MD' } });
    if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed.reasons));
    const { changeId } = proposed.change;
    const decided = await service.decideChange({ changeId, approve: true, by: 'Benno' });
    expect(
      await sentences(
        (decided.outcome === 'done' && 'replacement' in decided.change && decided.change.replacement) || '',
      ),
    ).toEqual(first);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('go by the wording of the version that was passed, where a correction changes the amount', async () => {
    const service = createService();
    await service.publish(worded('and earned {amount} that day'));
    const learner = await createLearner(service);
    const certificateId = await learner.complete();
    const credits = [{ creditType: 'ama-pra-category-1', amount: 50 }];
    const asked = { kind: 'correct', certificateId, reason: 'Left after half an hour', by: 'Asha' };
    const proposed = await service.proposeChange({ ...asked, correction: { credits } });
    if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed.reasons));
    await service.publish(worded('and is given {amount}'));
    const { changeId } = proposed.change;
    const decided = await service.decideChange({ changeId, approve: true, by: 'Benno' });
    const replacement =
      (decided.outcome === 'done' && 'replacement' in decided.change && decided.change.replacement) || '';
    const { body } = await learner.ask('getCertificate', { params: { certificateId: replacement } });
    expect(body.credits.map(({ sentence }) => sentence)).toEqual([
      'and earned 0.5 AMA PRA Category 1 Credits™ that day',
    ]);
  });
});
