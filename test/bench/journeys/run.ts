/** How many whole journeys, from sign-in to mail, one thread takes through the real handlers in memory: `npm run bench:journeys`. */
import { content, everyOffer } from '../../support/activity.ts';
import { createLearner } from '../../support/learner.ts';
import { createService } from '../../support/service.ts';
import { bench } from '../bench.ts';
import { figureOf } from '../rounds.ts';

await bench('journeys', { rounds: 15, each: 10 }, async ({ rounds, each }) => {
  const service = createService();
  await service.publish(content({ credits: everyOffer }));
  const completeSome = async (round: number): Promise<number> => {
    const began = performance.now();
    for (let one = 0; one < each; one++) {
      // Limits count what one network asks for in a quarter of an hour; each learner comes in the next.
      service.pass(16 * 60_000);
      const learner = await createLearner(service, { email: `learner-${round}-${one}@example.org` });
      await learner.complete();
    }
    return each / ((performance.now() - began) / 1_000);
  };
  // The first are not counted: code is compiled in them.
  await completeSome(-1);
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round++) perSecond.push(await completeSome(round));
  return [figureOf('journeys, one thread, in memory', 'a second', perSecond)];
});
