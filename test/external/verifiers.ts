import { byHand } from './by-hand.ts';
import { withDigitalBazaar } from './digital-bazaar.ts';
import type { Outside, Verifier } from './outside.ts';

/** Two that share no code with each other, nor with what issues. */
const verifiers: Readonly<Record<string, Verifier>> = { 'Digital Bazaar': withDigitalBazaar, 'by hand': byHand };

/** What each verifier has against a credential: the names of all that accept it, and the words of those that refuse. */
export async function judge(credential: string, outside: Outside) {
  const verdicts = await Promise.all(
    Object.entries(verifiers).map(async ([name, verifier]) => [name, await verifier(credential, outside)] as const),
  );
  return {
    accepted: verdicts.flatMap(([name, flaw]) => (flaw === undefined ? [name] : [])),
    flaws: Object.fromEntries(verdicts.flatMap(([name, flaw]) => (flaw === undefined ? [] : [[name, flaw]]))),
  };
}
