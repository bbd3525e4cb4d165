import { describe, expect, it } from 'vitest';
import { handler as awardCredit } from '../../functions/workflow/award-credit.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import { content } from '../support/activity.ts';
import { createLearner } from '../support/learner.ts';
import { createService } from '../support/service.ts';

describe('credit that two runs of one work award', () => {
  // A run reads its rows one by one, whatever it asks for together: the other may commit between the credit and the participation.
  it('is found by the run that read the credit a moment before the other awarded it, and nothing is parked', async () => {
    const service = createService();
    await service.publish(content());
    const certificateId = await (await createLearner(service)).complete();
    const [participation] = service.held<Participation>('participation');
    const { learnerId = '', activityId = '' } = participation ?? {};
    const ports = service.portsOf('award-credit');
    let reads = 0;
    const late = {
      ...ports.table,
      get: (key: { readonly pk: string; readonly sk: string }) =>
        key.pk.startsWith('CREDIT#') && reads++ === 0 ? Promise.resolve(undefined) : ports.table.get(key),
    };
    const input = { door: 'award', workId: `award-${learnerId}-${activityId}`, learnerId, activityId };
    const run = awardCredit.using({ ...ports, table: late });
    expect(await run(input, { awsRequestId: 'test' })).toMatchObject({ certificateId });
    expect(reads).toBe(2);
  });
});
