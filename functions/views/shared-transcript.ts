import { isRefusal } from '../../shared/domain/refusal.ts';
import { type Share, shareStanding } from '../../shared/domain/share.ts';
import type { Digests } from '../../shared/ports.ts';
import type { Shares } from '../records/shares.ts';
import { type MadeTranscript, makeTranscript } from './transcript.ts';

type Reading = Parameters<typeof makeTranscript>[2] & { readonly shares: Shares; readonly digests: Digests };

/** What a token opens, as it stands now; nothing where the link expired, was withdrawn or never was. */
export async function openShare(
  token: string,
  capabilities: Reading,
): Promise<{ readonly share: Share; readonly made: MadeTranscript } | undefined> {
  const { shares, digests, clock } = capabilities;
  const share = await shares.ofToken(digests.sha256(token));
  if (!share || shareStanding(share, clock.now()) !== 'open') return undefined;
  const made = await makeTranscript(share.learnerId, share.scope, capabilities);
  return isRefusal(made) ? undefined : { share, made };
}
