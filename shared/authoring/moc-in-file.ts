import type { CreditTypeId } from '../domain/kinds.ts';
import { boardIds, boards } from '../domain/moc-boards.ts';
import type { MocOffer, MocRule } from '../domain/moc-facts.ts';
import type { Mapping } from './mapping.ts';

const ruleKinds = ['equal-to-claimed', 'ratio', 'fixed'] as const;

/** Reads a board that an activity counts for: `board`, `credit`, `maximum`, and where they differ from the board's, its rules. */
export function readMoc(entry: Mapping, creditTypes: readonly [CreditTypeId, ...CreditTypeId[]]): MocOffer {
  const board = entry.choice('board', boardIds);
  const { name: boardName, step } = boards[board];
  const kind = entry.maybeChoice('rule', ruleKinds) ?? 'equal-to-claimed';
  return {
    ...{ board, boardName },
    creditType: entry.choice('credit', creditTypes),
    rule: readRule(entry, kind),
    maximum: entry.points('maximum'),
    step: entry.maybePoints('step') || step,
  };
}

function readRule(entry: Mapping, kind: MocRule['kind']): MocRule {
  if (kind === 'ratio') return { kind, perCredit: entry.points('perCredit') };
  return kind === 'fixed' ? { kind, points: entry.points('points') } : { kind };
}

/** A board as a file has it. */
export const printMoc = ({ board, creditType, rule, maximum, step }: MocOffer) => ({
  ...{ board, credit: creditType, rule: rule.kind, maximum: maximum / 100, step: step / 100 },
  ...(rule.kind === 'ratio' && { perCredit: rule.perCredit / 100 }),
  ...(rule.kind === 'fixed' && { points: rule.points / 100 }),
});
