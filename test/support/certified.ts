import { content } from './activity.ts';
import { createLearner, type Learner } from './learner.ts';
import { createService, type Service } from './service.ts';

/** A service whose one learner has gone through its one activity, and has the certificate. */
export async function createCertified(): Promise<{
  readonly service: Service;
  readonly learner: Learner;
  readonly certificateId: string;
}> {
  const service = createService();
  await service.publish(content());
  const learner = await createLearner(service);
  return { service, learner, certificateId: await learner.complete() };
}
