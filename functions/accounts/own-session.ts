import type { Principal } from '../middleware/request.ts';
import { notSignedIn } from '../middleware/signed-in.ts';
import type { Stored } from '../records/rows.ts';
import type { Session, SignIns } from '../records/sign-ins.ts';

/** The session that a request came with. @throws the answer that nobody is signed in, where it was ended elsewhere at that moment */
export async function ownSession(
  { sessionHash }: Principal,
  { signIns }: { readonly signIns: Pick<SignIns, 'sessionOf'> },
): Promise<Stored<Session>> {
  const session = await signIns.sessionOf(sessionHash);
  if (!session) throw notSignedIn();
  return session;
}
