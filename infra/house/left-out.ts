import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * Modules of the SDK that no request of ours runs: readers of browsers' streams, bodies that are streams, hashes that Node has
 * itself or that clients are given (quick-sdk.ts), limits of a way to retry that is not set, a Region that only a machine outside
 * of Lambda would have to ask for, sessions of directory buckets, and the way after a bucket into another Region, which is off. And
 * what tells a log of each request, where clients are given none: for that it would copy what goes in and out, which is a twentieth
 * of what a request costs.
 */
const neverRun = [
  /serde[\\/]util-stream[\\/](checksum[\\/]createChecksumStream|stream-collector|sdk-stream-mixin)\.browser\.js$/,
  /serde[\\/]util-stream[\\/](createBufferedReadable|getAwsChunkedEncodingStream)\.js$/,
  /submodules[\\/]checksum[\\/]\w+[\\/](Md5Js|Crc32Js|Sha256Node)\.js$/,
  /submodules[\\/]retry[\\/]util-retry[\\/]DefaultRateLimiter\.js$/,
  /middleware-logger[\\/]loggerMiddleware\.js$/,
  /regionConfig[\\/]getInstanceMetadataRegion\.js$/,
  /client-s3[\\/]dist-es[\\/]commands[\\/]CreateSessionCommand\.js$/,
  /middleware-s3-express[\\/]functions[\\/]s3Express(HttpSigning)?Middleware\.js$/,
  /middleware-region-redirect[\\/]region-redirect-middleware\.js$/,
];

const leftOutSays =
  'function leftOut() { throw new Error("The build left this out, since nothing was to run it (infra/house/left-out.ts)"); }';
const isPlugin = (name: string): boolean => /^get\w+Plugin$/.test(name);

/** What stands in for what a module exports: a plugin of a client adds nothing to it, all else says that it was left out. */
function withoutWhatItDoes(source: string): string {
  const exported = source.matchAll(/^export (?:async )?(?:const|let|var|class|function) (\w+)/gm);
  const standIns = [...exported].map(([, name = '']) =>
    isPlugin(name) ? `export const ${name} = () => ({ applyToStack: () => {} });` : `export { leftOut as ${name} };`,
  );
  return [leftOutSays, ...standIns].join('\n');
}

/** A file of `functions/`, as an import names it. */
const fileIn = (path: string): string => JSON.stringify(new URL(`../../functions/${path}`, import.meta.url).pathname);

const refuses = (name: string, methods: string): string => `export class ${name} { ${methods} }\n${leftOutSays}`;

/** Modules whose place others take, since clients make one of each and then never ask it: and the rules of where a bucket is. */
const instead: readonly (readonly [RegExp, contents: string])[] = [
  // Bodies are bytes, so that there is no XML to write; the XML of errors is read.
  [
    /xml[\\/]XmlShapeSerializer\.js$/,
    refuses('XmlShapeSerializer', 'setSerdeContext() {} write() { leftOut(); } flush() {}'),
  ],
  // What messages of streams of events are signed by.
  [
    /signature-v4[\\/]dist-es[\\/]HeaderFormatter\.js$/,
    `${refuses('HeaderFormatter', 'format() { leftOut(); }')}\nexport { leftOut as Int64 };`,
  ],
  [
    /classes[\\/]S3ExpressIdentityProviderImpl\.js$/,
    refuses('S3ExpressIdentityProviderImpl', 'getS3ExpressIdentity() { leftOut(); }'),
  ],
  // Who sends a request is said once for all of them.
  [
    /middleware-user-agent[\\/]user-agent-middleware\.js$/,
    `export * from ${fileIn('adapters/user-agent.ts')};\n${leftOutSays}
export { leftOut as userAgentMiddleware, leftOut as getUserAgentMiddlewareOptions };`,
  ],
  // A bucket is in one Region, for which the usual signature is enough.
  [
    /signature-v4-multi-region[\\/]dist-es[\\/]SignatureV4MultiRegion\.js$/,
    'export { SignatureV4SignWithCredentials as SignatureV4MultiRegion } from "./SignatureV4SignWithCredentials";',
  ],
  [
    /client-s3[\\/]dist-es[\\/]endpoint[\\/]endpointResolver\.js$/,
    `import { awsEndpointFunctions } from "@aws-sdk/core/client";
import { customEndpointFunctions } from "@smithy/core/endpoints";
import { plainBucketEndpoint } from ${fileIn('adapters/s3-endpoint.ts')};
customEndpointFunctions.aws = awsEndpointFunctions;
export const defaultEndpointResolver = plainBucketEndpoint(awsEndpointFunctions.partition);`,
  ],
];

/** Leaves out of the bundles what the SDK would never run in them, and says so should it ever be run. */
export const leftOut: Plugin = {
  name: 'left-out',
  setup: ({ onLoad }) => {
    for (const filter of neverRun)
      onLoad({ filter }, ({ path }) => ({ contents: withoutWhatItDoes(readFileSync(path, 'utf8')) }));
    for (const [filter, contents] of instead) onLoad({ filter }, () => ({ contents }));
  },
};
