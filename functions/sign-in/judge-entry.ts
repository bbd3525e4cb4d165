import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Reason } from '../../shared/domain/refusal.ts';
import { type Challenge, judgeCode, normalizeCode, signInLimits } from '../../shared/domain/sign-in.ts';
import type { Capabilities } from '../capabilities.ts';
import { problemReply, type Reply, tooMany } from '../middleware/reply.ts';
import type { Stored } from '../records/rows.ts';
import { codeHashOf } from './code-hash.ts';

const newCode = 'Ask for a new code.';
const reasons = {
  unknown: {
    code: 'other-browser',
    message: 'A code works only in the browser window in which it was asked for.',
    remedy: 'Type the code in that first window, or ask for a new code here.',
  },
  expired: { code: 'code-expired', message: 'This code has expired or was used.', remedy: newCode },
  'used-up': { code: 'code-used-up', message: 'A wrong code was entered too often.', remedy: newCode },
} as const satisfies Record<string, Reason>;

const wrongCode = (triesLeft: number): Reason => ({
  code: 'code-wrong',
  message: 'This is not the code from the latest e-mail.',
  remedy:
    triesLeft > 0
      ? `Check it and try again; ${triesLeft === 1 ? 'one try is' : `${triesLeft} tries are`} left.`
      : newCode,
  field: '/code',
});

/** A code that was entered, and where. */
interface Entry {
  readonly typed: string;
  readonly sourceIp: string;
  /** The secret of the browser, out of its cookie. */
  readonly browser: string | undefined;
  /** Whose address the code adds; absent where it signs in. */
  readonly forLearner?: LearnerId;
}

/** Why a code does not sign in, or the challenge that it answers, which whoever signs in spends. */
export async function judgeEntry(
  { typed, sourceIp, browser, forLearner }: Entry,
  capabilities: Capabilities<object>,
): Promise<{ readonly refused: Reply } | { readonly browser: string; readonly challenge: Stored<Challenge> }> {
  const { signIns, table, digests, clock } = capabilities;
  const wait = await signIns.countAgainst(signInLimits.tries, sourceIp);
  if (wait) return { refused: tooMany(wait) };
  if (!browser) return { refused: problemReply(401, [reasons.unknown]) };
  const challenge = await signIns.challengeOf(browser);
  const codeHash = codeHashOf(digests, browser, normalizeCode(typed));
  const verdict = judgeCode(challenge?.value, codeHash, clock.now());
  // A code that adds an address signs in to nothing, and one that signs in adds none.
  if (!challenge || verdict === 'unknown' || challenge.value.forLearner !== forLearner)
    return { refused: problemReply(401, [reasons.unknown]) };
  if (verdict === 'expired' || verdict === 'used-up') return { refused: problemReply(401, [reasons[verdict]]) };
  if (verdict === 'right') return { browser, challenge };
  const triesLeft = challenge.value.triesLeft - 1;
  await table.write([signIns.putChallenge(browser, { ...challenge.value, triesLeft }, challenge)]);
  return { refused: problemReply(401, [wrongCode(triesLeft)]) };
}
