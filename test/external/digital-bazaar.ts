import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { importJWK, type JWK, jwtVerify } from 'jose';
import { didUrl, isToken, type Outside, pinnedContexts, type Verifier } from './outside.ts';

interface Method {
  readonly id: string;
  readonly type: string;
  readonly publicKeyJwk?: JWK;
}
interface DidDocument {
  readonly verificationMethod: readonly Method[];
  readonly assertionMethod: readonly string[];
}
interface Credential {
  readonly issuer?: { readonly id?: string };
  readonly credentialStatus?: readonly { readonly statusListCredential: string }[];
}

/** Gives contexts as they are pinned, and of the outside what the issuer says: its DID document, its keys, its lists. */
function loaderOf({ read, issuer }: Outside): DocumentLoader {
  const did = async () => JSON.parse(await read(didUrl(issuer))) as DidDocument;
  const documentAt = async (url: string): Promise<unknown> => {
    if (url === issuer) return did();
    if (url.startsWith(`${issuer}#`)) {
      const method = (await did()).verificationMethod.find(({ id }) => id === url);
      if (!method) throw new Error(`${url} is no key of the issuer’s`);
      return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
    }
    return pinnedContexts.get(url) ?? JSON.parse(await read(url));
  };
  return async (url) => ({ contextUrl: null, documentUrl: url, document: await documentAt(url) });
}

const suite = new DataIntegrityProof({ cryptosuite });
const told = (error: (Error & { readonly errors?: readonly Error[] }) | undefined): string =>
  (error?.errors ?? [error]).map((each) => each?.message ?? 'refused').join('; ');

/** What is wrong with how a credential stands, by lists that hold themselves. */
async function flawOfStatus(credential: Credential, { now }: Outside, documentLoader: DocumentLoader) {
  for (const { statusListCredential } of credential.credentialStatus ?? []) {
    const { document } = await documentLoader(statusListCredential);
    const { verified, error } = await verifyCredential({ credential: document as object, suite, documentLoader, now });
    if (!verified) return `status list: ${told(error)}`;
  }
  const { verified, error, results } = await checkStatus({
    ...{ credential, documentLoader, suite, verifyBitstringStatusListCredential: false },
  });
  const marked = results?.find(({ status }) => status);
  return marked ? `marked: ${marked.credentialStatus.statusPurpose}` : verified ? undefined : told(error);
}

async function flawOfProof(text: string, outside: Outside): Promise<string | undefined> {
  const credential = JSON.parse(text) as Credential;
  const documentLoader = loaderOf(outside);
  const { verified, error } = await verifyCredential({
    ...{ credential, suite, documentLoader, now: outside.now },
    // How it stands is asked below, of lists that are checked on the same clock.
    checkStatus: async () => ({ verified: true }),
  });
  if (!verified) return told(error);
  if (credential.issuer?.id !== outside.issuer) return `issued by ${credential.issuer?.id}`;
  return flawOfStatus(credential, outside, documentLoader);
}

async function flawOfToken(token: string, outside: Outside): Promise<string | undefined> {
  const { issuer, now, read } = outside;
  const { payload } = await jwtVerify(
    token,
    async ({ kid }) => {
      const { verificationMethod, assertionMethod } = JSON.parse(await read(didUrl(issuer))) as DidDocument;
      const method = verificationMethod.find(({ id }) => id === kid && assertionMethod.includes(id));
      if (!method?.publicKeyJwk) throw new Error(`${kid} is no key of the issuer’s`);
      return importJWK(method.publicKeyJwk, 'ES256');
    },
    { algorithms: ['ES256'], typ: 'vc+jwt', issuer, currentDate: now, requiredClaims: ['jti', 'nbf', 'sub'] },
  );
  const credential = payload as Credential;
  if (credential.issuer?.id !== issuer) return `issued by ${credential.issuer?.id}`;
  return flawOfStatus(credential, outside, loaderOf(outside));
}

/** Checks credentials with the libraries of Digital Bazaar, and tokens with `jose`. */
export const withDigitalBazaar: Verifier = async (credential, outside) => {
  try {
    return await (isToken(credential) ? flawOfToken(credential, outside) : flawOfProof(credential, outside));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
