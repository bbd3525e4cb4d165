import * as z from 'zod/mini';

const flag = z.pipe(
  z.union([z.boolean(), z.enum(['true', 'false'])]),
  z.transform((value) => value === true || value === 'true'),
);
/** `Name <address>`, or an address alone. */
const mailbox = z
  .string()
  .check(
    z.regex(/^(?:[^<>"]+ <[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)$/, 'is no e-mail address'),
  );
const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number('is no number')
    .check(
      z.int('is no whole number'),
      z.minimum(least, `is less than ${least}`),
      z.maximum(most, `is more than ${most}`),
    );

/** Days that CloudWatch can keep logs for, of those that make sense here. */
const retentions = [30, 90, 180, 365, 731, 1096, 1827, 2557] as const;

const schema = z.object({
  /** Name of the stack, and the beginning of its functions' names. */
  stackName: z._default(
    z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'is no name for a stack')),
    'CreditWallet',
  ),
  /** Where the records live. CloudFront's firewall and certificate are in us-east-1 wherever this is. */
  region: z._default(z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is no Region')), 'us-east-1'),
  /** `credit.example.org`; without it the site has CloudFront's name. */
  domain: z.optional(z.string().check(z.regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'is no domain name'))),
  /** Certificate of that domain, in us-east-1. */
  certificateArn: z.optional(
    z.string().check(z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/\S+$/, 'is no certificate in us-east-1')),
  ),
  /** From whom mail comes: `Credit Wallet <credit@example.org>`. */
  sender: z._default(mailbox, 'Credit Wallet <credit@example.org>'),
  /** Whether the stack has SES verify the sender's domain. False when the account has done so already. */
  verifiesDomain: z._default(flag, true),
  /** Who accredits, as mail and pages name it. The default is the samples’ provider, which is invented. */
  providerName: z._default(z.string().check(z.minLength(1)), 'Meridian Society for Continuing Education'),
  /** Where learners ask for help. */
  providerContact: z._default(mailbox, 'help@example.org'),
  /** Who is told of alarms; nobody when absent. */
  alarmEmail: z.optional(mailbox),
  /** Years that a certificate's PDF cannot be deleted for (Object Lock, governance mode). */
  retentionYears: z._default(wholeNumber(1, 100), 7),
  /** ARNs of KMS keys that signed before and are still to be believed, separated by commas. */
  previousSigningKeys: z._default(
    z.pipe(
      z
        .string()
        .check(z.regex(/^(?:arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+(?:,(?!$)|$))*$/, 'is no list of KMS key ARNs')),
      z.transform((list) => list.split(',').filter((arn) => arn !== '')),
    ),
    [],
  ),
  /** How many signing keys the stack has made; one more each time that it shall sign with another (docs/procedures). */
  signingKeys: z._default(wholeNumber(1, 20), 1),
  /** Which of them signs, counted from 1. The others are told in the DID document, and what they signed is believed. */
  signsWith: z._default(wholeNumber(1, 20), 1),
  /** The employer that vouches for staff by OpenID Connect: its issuer, how the sign-in page calls it, and who we are there. */
  employerIssuer: z.optional(z.string().check(z.regex(/^https:\/\/\S+$/, 'is no https address'))),
  employerName: z.optional(z.string().check(z.minLength(1))),
  employerClientId: z.optional(z.string().check(z.minLength(1))),
  /** ARN of the secret in Secrets Manager that holds the client's secret. Absent: a public client, with PKCE alone. */
  employerSecretArn: z.optional(
    z.string().check(z.regex(/^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/, 'is no secret’s ARN')),
  ),
  /** The table that has the records since they were brought back into another than the stack's own (docs/runbooks/restore.md). */
  recordsTable: z.optional(z.string().check(z.regex(/^[\w.-]{3,255}$/, 'is no name of a table'))),
  logRetentionDays: z._default(
    z.coerce
      .number('is no number')
      .check(z.refine((days) => retentions.some((known) => known === days), `is none of ${retentions.join(', ')}`)),
    365,
  ),
  /** Keeps the table from being deleted with the stack's other parts. Off only for stacks that are thrown away. */
  deletionProtection: z._default(flag, true),
});

/** What a deployment decides; every other choice is the code's. */
export type DeploymentConfig = z.infer<typeof schema>;

/** The configuration does not hold; `problems` has a line for each mistake. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration (cdk.json, "context", or -c name=value) has mistakes:\n- ${problems.join('\n- ')}`);
    this.problems = problems;
  }
}

const names = Object.keys(schema.shape);

/**
 * Reads the configuration from CDK context, under the key `wallet:` and its name: `-c wallet:domain=credit.example.org`.
 * @throws InvalidConfig with every mistake at once
 */
export function readConfig(context: Readonly<Record<string, unknown>>): DeploymentConfig {
  const prefix = 'wallet:';
  const given = Object.entries(context)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value] as const);
  const unknown = given
    .filter(([name]) => !names.includes(name))
    .map(([name]) => `${prefix}${name} is not known; there are ${names.join(', ')}`);
  const parsed = schema.safeParse(Object.fromEntries(given));
  const wrong = (parsed.error?.issues ?? []).map(({ path, message }) => `${prefix}${path.join('.')} ${message}`);
  const { domain, certificateArn } = parsed.data ?? {};
  const halves =
    (domain === undefined) !== (certificateArn === undefined)
      ? [`${prefix}domain and ${prefix}certificateArn are given together or not at all`]
      : [];
  const { employerIssuer, employerName, employerClientId } = parsed.data ?? {};
  const employer = [employerIssuer, employerName, employerClientId].filter((given) => given !== undefined);
  const partOfEmployer =
    employer.length % 3 === 0
      ? []
      : [
          `${prefix}employerIssuer, ${prefix}employerName and ${prefix}employerClientId are given together or not at all`,
        ];
  const { signingKeys = 1, signsWith = 1 } = parsed.data ?? {};
  const noSuchKey =
    signsWith > signingKeys ? [`${prefix}signsWith is ${signsWith}, of ${signingKeys} signing keys`] : [];
  const problems = [...unknown, ...wrong, ...(parsed.success ? [...halves, ...partOfEmployer, ...noSuchKey] : [])];
  if (!parsed.success || problems.length > 0) throw new InvalidConfig(problems);
  return parsed.data;
}

/** The address in `Name <address>`. */
export const addressOf = (sender: string): string => /<([^>]+)>$/.exec(sender)?.[1] ?? sender;
