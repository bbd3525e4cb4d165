import { DAY } from '../../../../shared/domain/kinds.ts';
import { content } from '../../../support/activity.ts';
import { createLearner, nurse } from '../../../support/learner.ts';
import { createService, type Service } from '../../../support/service.ts';

/**
 * A store such as a provider has: learners at different places of the journey, certificates that were corrected, revoked
 * and suspended, and a signed head of each of four days, the last of which covers everything.
 */
export async function storeToTamperWith(): Promise<Service> {
  const service = createService();
  await service.publish(content());
  const change = async (kind: string, certificateId: string, more: object = {}) => {
    const asked = {
      kind,
      certificateId,
      reason: 'Found when it was looked at again',
      by: 'Asha',
      correction: {},
      ...more,
    };
    const proposed = await service.proposeChange(asked);
    if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed));
    if (proposed.outcome === 'proposed')
      await service.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
  };
  const learner = (name: string, profile?: typeof nurse) =>
    createLearner(service, { email: `${name}@example.org`, ...(profile && { profile }) });
  const nextDay = async () => {
    await service.signHeads();
    service.pass(DAY);
  };

  const corrected = await (await learner('one')).complete();
  await (await learner('two', nurse)).pass();
  await nextDay();
  const revoked = await (await learner('three')).complete();
  await change('correct', corrected, { correction: { name: 'Amélie Nguyen-Roth, MD, FACP' } });
  await nextDay();
  const suspended = await (await learner('four', nurse)).complete();
  await change('revoke', revoked);
  await (await learner('five')).complete();
  await nextDay();
  await change('suspend', suspended);
  await (await learner('six')).ready();
  await service.signHeads();
  return service;
}
