import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { namesOf } from '../../shared/domain/credit-type.ts';
import { epochMs } from '../../shared/domain/kinds.ts';
import { creditsOf, mocTotalsOf, totalsOf } from '../../shared/domain/wallet.ts';
import { endpoint } from '../endpoint.ts';

/** Lists every credit of the learner, newest first, with totals by kind and year, and points of boards beside them. */
export const handler = endpoint(learnerRoutes.getWallet, {}, async ({ principal }, { credits, learners }) => {
  const awards = await credits.awardsOf(await learners.accountsOf(principal.learnerId));
  const earned = awards.flatMap(creditsOf);
  const named = <Of extends Parameters<typeof namesOf>[0]>(of: Of) => {
    const names = namesOf(of);
    return { ...of, names, name: names.plural };
  };
  return {
    credits: earned.toSorted((a, b) => epochMs(b.awardedAt) - epochMs(a.awardedAt)).map(named),
    totals: totalsOf(earned).map(named),
    moc: mocTotalsOf(awards),
  };
});
