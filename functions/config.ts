import { once, setting } from './adapters/once.ts';

/** What a deployment decides, from the function's environment. */
export interface Config {
  /** Origin of the site, without a slash at the end: `https://credit.example.org`. */
  readonly siteUrl: string;
  readonly providerName: string;
  /** Where learners ask for help. */
  readonly providerContact: string;
  /** How the sign-in page of the console calls the employer that vouches for staff; absent where none does. */
  readonly employerName?: string;
  /** Lets webhooks go to this machine itself, without TLS: for receivers on one machine, and never set on AWS. */
  readonly webhooksToLoopback?: boolean;
  /** The commit that was deployed, and the runtime that runs it. */
  readonly commit: string;
  readonly node: string;
}

export const environmentConfig = once(
  (): Config => ({
    siteUrl: setting('SITE_URL'),
    providerName: setting('PROVIDER_NAME'),
    providerContact: setting('PROVIDER_CONTACT'),
    webhooksToLoopback: process.env.WEBHOOKS_TO_LOOPBACK === 'yes',
    commit: setting('COMMIT'),
    node: process.version,
    ...(process.env.EMPLOYER_NAME && { employerName: process.env.EMPLOYER_NAME }),
  }),
);
