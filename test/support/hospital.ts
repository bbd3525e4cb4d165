import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody who works at the hospital, as its directory knows them. */
export interface Person {
  readonly email: string;
  readonly emailVerified: boolean;
}

/**
 * A hospital's own sign-in, by a real OpenID provider on the loopback. Its sign-in page asks for a name and believes it.
 * @param callback where it may lead back to
 */
export async function startHospital(people: Readonly<Record<string, Person>>, callback: string) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'credit-wallet', clientSecret: 'a secret of this test alone' };
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [callback] },
        ...{ grant_types: ['authorization_code'], response_types: ['code'] },
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // Most employers say the address in the ID token itself.
    conformIdTokenClaims: false,
    findAccount: (_, sub) => {
      const { email, emailVerified } = people[sub] ?? {};
      return { accountId: sub, claims: () => ({ sub, email, email_verified: emailVerified ?? false }) };
    },
    cookies: { keys: ['a key of this test alone'] },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());

  /** Signs in at the hospital as somebody does in a browser, from where they were led to: where that leads back to. */
  const signIn = async (at: string, login: string): Promise<string> => {
    const cookies = new Map<string, string>();
    const go = async (url: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      return response;
    };
    let response = await go(at);
    for (let step = 0; step < 12; step++) {
      const location = response.headers.get('location');
      if (location?.startsWith(callback)) return location;
      if (location) response = await go(new URL(location, issuer).href);
      else {
        const page = await response.text();
        const [, action = ''] = /<form[^>]+action="([^"]+)"/.exec(page) ?? [];
        const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
        if (!action) throw new Error(`The hospital shows no form: ${page.slice(0, 300)}`);
        response = await go(new URL(action, issuer).href, { prompt, login, password: 'any' });
      }
    }
    throw new Error('The hospital leads nowhere');
  };
  return { issuer, ...client, signIn, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
