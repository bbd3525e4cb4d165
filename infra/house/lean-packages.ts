import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** `{ [_hH]: 1 }` after `const _hH = "httpHeader";` as `{ "httpHeader": 1 }`. */
function withKeysWrittenOut(source: string): string {
  const texts = new Map([...source.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]));
  return source.replaceAll(/\[(\w+)\]:/g, (key, name) => (texts.has(name) ? `${texts.get(name)}:` : key));
}

/** Errors that adapters tell by their class. */
const told = ['ConditionalCheckFailedException', 'TransactionCanceledException', 'TransactionConflictException'];

/**
 * Without the classes of errors that nothing here reads. Such an error then comes as the SDK has every error come that it does not know:
 * as the service's own exception, with its name, status and message, by which it is retried and judged.
 */
const withErrorsToldOf = (source: string): string =>
  source.replaceAll(/^n\d_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name) =>
    told.includes(name) ? line : '',
  );

/**
 * Has packages weigh what is used of them, where esbuild cannot see it by itself.
 *
 * S3's schemas are objects with computed keys. Computing one could do something, so that esbuild keeps the schemas of all requests
 * there are: with the keys written out, of 65 KiB 10 are left. Of its `package.json` a client reads its version. Hashes are Node's
 * own, which the SDK asks for first.
 *
 * And cost what is used of them: before each request the SDK makes an error, with the stack that it would have, to put another in its
 * place should the request fail. And it hashes the secret to find the key of the day that it has signed with before: the id of the
 * secret finds it too.
 */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ }, ({ path }) => ({
      contents: withErrorsToldOf(withKeysWrittenOut(readFileSync(path, 'utf8'))),
    }));
    onLoad({ filter: /submodules[\\/]retry[\\/].*[\\/]retryMiddleware\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('let lastError = new Error();', 'let lastError;'),
    }));
    onLoad({ filter: /signature-v4[\\/]dist-es[\\/]credentialDerivation\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^ *const credsHash = await hmac\(.*\);$/m, '')
        .replace('toHex(credsHash)', 'credentials.accessKeyId'),
    }));
    onLoad({ filter: /[\\/]Sha(1|256)Js\.js$/ }, () => ({
      contents: 'export const Sha1Js = undefined, Sha256Js = undefined;',
    }));
    onLoad({ filter: /nodemailer[\\/]dist[\\/]esm[\\/]fetch[\\/]index\.js$/ }, () => ({
      contents: 'export default undefined;',
    }));
    // What documents are printed with lies beside a bundle, which need not know where the checkout has it.
    onLoad({ filter: /functions[\\/]assets[\\/]files\.json$/ }, ({ path }) => {
      const names = Object.keys(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: JSON.stringify(Object.fromEntries(names.map((name) => [name, 'x']))), loader: 'json' };
    });
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
