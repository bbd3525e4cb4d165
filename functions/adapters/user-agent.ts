import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

interface Client {
  /** Name and version of each thing that a client is made of. */
  defaultUserAgentProvider(): Promise<readonly (readonly [name: string, version?: string])[]>;
}

/** What RFC 9110, section 5.6.2, lets no name and version be made of; the SDK puts a # between the two. */
const notToBeSaid = /[^!$%&'*+\-.^_`|~\w#]/g;
const said = ([name, version]: readonly [name: string, version?: string]): string => {
  const spelt = name.startsWith('api/') ? name.toLowerCase() : name;
  return version === undefined
    ? spelt
    : `${spelt}${name.includes('/') ? '#' : '/'}${version.replaceAll(notToBeSaid, '-')}`;
};

/**
 * Stands in, in the bundles, for what has a client say with each request who it is. The SDK puts that together anew each time, with
 * letters for the features that it uses: here it is said once and for all, and CloudTrail shows it as before.
 */
export const getUserAgentPlugin = (client: Client) => {
  let sections: Promise<readonly string[]> | undefined;
  return {
    applyToStack: (stack: DynamoDBClient['middlewareStack']): void =>
      stack.add(
        (next) => async (args) => {
          sections ??= client.defaultUserAgentProvider().then((parts) => parts.map(said));
          const all = await sections;
          const { headers } = args.request as { readonly headers: Record<string, string> };
          headers['x-amz-user-agent'] = all.filter((section) => section.startsWith('aws-sdk-')).join(' ');
          headers['user-agent'] = all.join(' ');
          return next(args);
        },
        { name: 'getUserAgentMiddleware', step: 'build', priority: 'low', override: true },
      ),
  };
};
