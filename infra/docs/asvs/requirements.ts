import { notApplicable, type Requirement } from './requirement.ts';
import { encoding } from './v01-encoding.ts';
import { logic } from './v02-logic.ts';
import { browser } from './v03-browser.ts';
import { api } from './v04-api.ts';
import { files } from './v05-files.ts';
import { signIn } from './v06-sign-in.ts';
import { sessions } from './v07-sessions.ts';
import { rights } from './v08-rights.ts';
import { oauth, tokens } from './v09-v10-tokens.ts';
import { cryptography } from './v11-cryptography.ts';
import { connections } from './v12-connections.ts';
import { configuration } from './v13-configuration.ts';
import { data } from './v14-data.ts';
import { code } from './v15-code.ts';
import { logs } from './v16-logs.ts';

const calls: readonly Requirement[] = notApplicable(
  'There is no voice and no video.',
  ['17.1.1', 2, 'TURN'],
  ['17.2.1', 2, 'the key of DTLS'],
  ['17.2.2', 2, 'cipher suites of DTLS'],
  ['17.2.3', 2, 'SRTP that is proved'],
  ['17.2.4', 2, 'malformed SRTP'],
  ['17.3.1', 2, 'floods of signals'],
  ['17.3.2', 2, 'malformed signals'],
);

const places = (id: string): readonly number[] => id.split('.').map(Number);
const byId = ({ id: one }: Requirement, { id: other }: Requirement): number => {
  const [a, b] = [places(one), places(other)];
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0);
};
const sorted = (chapter: readonly Requirement[]): readonly Requirement[] => chapter.toSorted(byId);

/** Every requirement of levels 1 and 2 of OWASP ASVS 5.0.0, by chapter, in the order of the ids. */
export const requirements: Readonly<Record<string, readonly Requirement[]>> = {
  '1. What is written stays text': sorted(encoding),
  '2. What is taken, in which order': sorted(logic),
  '3. Browsers': sorted(browser),
  '4. The API': sorted(api),
  '5. Files': sorted(files),
  '6. Signing in': sorted(signIn),
  '7. Sessions': sorted(sessions),
  '8. Rights': sorted(rights),
  '9. Tokens': sorted(tokens),
  '10. OAuth and OpenID Connect': sorted(oauth),
  '11. Cryptography': sorted(cryptography),
  '12. Connections': sorted(connections),
  '13. Configuration': sorted(configuration),
  '14. Data': sorted(data),
  '15. Code': sorted(code),
  '16. Logs and errors': sorted(logs),
  '17. Calls': sorted(calls),
};
