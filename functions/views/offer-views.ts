import type { ActivityVersion } from '../../shared/domain/activity.ts';
import { nameIn, ruleOf } from '../../shared/domain/credit-type.ts';
import type { Profession } from '../../shared/domain/learner.ts';
import { basisFor } from '../../shared/domain/statement.ts';

/** The kinds of credit of an activity that a profession can be given, with their limits. */
export const offerViews = ({ credits }: Pick<ActivityVersion, 'credits'>, profession: Profession) =>
  credits.flatMap((offer) => {
    const rule = ruleOf(offer);
    const basis = basisFor(rule, profession);
    if (!basis) return [];
    const { creditType, maximum } = offer;
    return [{ creditType, maximum, basis, names: nameIn(rule), step: rule.step, whole: rule.claiming === 'whole' }];
  });
