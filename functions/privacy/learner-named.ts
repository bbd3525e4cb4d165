import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Capabilities } from '../capabilities.ts';

/** The learner whom staff name by their id or by the address that they sign in with; none where there is no such account. */
export async function learnerNamed(
  named: string,
  { learners }: Capabilities<Record<never, never>>,
): Promise<LearnerId | undefined> {
  const text = named.trim();
  if (text.includes('@')) return learners.idOf(text);
  if (!/^[0-9a-z]{1,64}$/.test(text)) return undefined;
  return (await learners.living(text))?.value.learnerId;
}
