/**
 * Checks a credential, JSON-LD, token or badge image, with two implementations that share no code:
 * `node test/external/verify-credential.ts FILE did:web:credit.example.org`. It fetches the DID document and the status lists.
 */
import { readFileSync } from 'node:fs';
import { isToken } from './outside.ts';
import { credentialIn, outsideOnline } from './outside-online.ts';
import { judge } from './verifiers.ts';

const [file, issuer] = process.argv.slice(2);
if (!file || !issuer) throw new Error('verify-credential.ts FILE did:web:… (whose credentials you believe)');

const credential = credentialIn(readFileSync(file, 'utf8'));
const { accepted, flaws } = await judge(credential, outsideOnline(issuer));
console.log(isToken(credential) ? 'A token (VC-JOSE)' : 'A credential with a proof (Data Integrity)');
for (const name of accepted) console.log(`  ${name}: holds, and is neither revoked nor suspended`);
for (const [name, flaw] of Object.entries(flaws)) console.log(`  ${name}: refused: ${flaw}`);
process.exitCode = Object.keys(flaws).length === 0 ? 0 : 1;
