import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditWalletApp } from '../../infra/credit-wallet-app.ts';
import { projectFolder, type SiteFolders } from '../../infra/house/project-folder.ts';
import { rulePacks } from '../../infra/house/rule-packs.ts';
import { synthesisOf } from '../../infra/house/synthesis-of.ts';
import { fixed } from '../../infra/prices.ts';
import { type SynthesisedResource, synthesize } from '../../infra/synth.ts';
import { type Answer, answersHead, isForStaff, type Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';

let siteFolder: string;
let siteFolders: SiteFolders;
let resources: readonly (readonly [id: string, resource: SynthesisedResource])[];
beforeAll(async () => {
  siteFolder = mkdtempSync(join(tmpdir(), 'site-'));
  writeFileSync(join(siteFolder, 'index.html'), '<!doctype html>');
  siteFolders = { learner: siteFolder, admin: siteFolder };
  resources = Object.entries((await synthesize()).template.Resources);
}, 120_000);
afterAll(() => rmSync(siteFolder, { recursive: true }));

const ofType = (type: string) => resources.filter(([, { Type }]) => Type === type);
const only = (type: string) => {
  const [first, ...others] = ofType(type);
  expect(others).toEqual([]);
  return first?.[1].Properties ?? {};
};

const isMedia = (answer: Answer): boolean => typeof answer === 'object' && 'media' in answer;
const locked = (Days: number) => ({
  ObjectLockEnabled: true,
  ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days } } },
});
const exportsBucket = () =>
  ofType('AWS::S3::Bucket').find(([id]) => id.startsWith('DailyExport'))?.[1].Properties ?? {};

/** Loading the CDK takes seconds, and many on a machine that is busy with other tests. */
const PATIENCE_MS = 150_000;

describe('the CDK app', { timeout: PATIENCE_MS }, () => {
  const built = (context: Record<string, unknown>) =>
    creditWalletApp({
      ...{ codeOf: () => Code.fromInline('// none'), commit: 'test' },
      ...{ siteFolders, context, validated: false },
    });
  const findings = ({ app }: ReturnType<typeof built>): string[] => {
    app.synth();
    return rulePacks(app)
      .flatMap((pack) => pack.validateScope(app).violations)
      .flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      );
  };

  let deployed: ReturnType<typeof built>;
  beforeAll(() => {
    deployed = built({});
  }, PATIENCE_MS);

  it('has no finding of cdk-nag (AwsSolutions, Serverless, HIPAA, NIST 800-53), and the workflow that runs on one machine, byte for byte', async () => {
    expect(findings(deployed)).toEqual([]);
    const here = await synthesize();
    expect(here.workflow.definition).toBe(synthesisOf(deployed.app, deployed.stack).workflow.definition);
  });

  it('has as many keys, alarms and rules as the page of costs is made with', () => {
    expect({
      keys: ofType('AWS::KMS::Key').length,
      secrets: ofType('AWS::SecretsManager::Secret').length,
      firewalls: ofType('AWS::WAFv2::WebACL').length,
      firewallRules: Number(Object(only('AWS::WAFv2::WebACL').Rules).length),
      alarms: ofType('AWS::CloudWatch::Alarm').length,
      metrics: ofType('AWS::Logs::MetricFilter').length,
      dashboards: ofType('AWS::CloudWatch::Dashboard').length,
    }).toEqual(Object.fromEntries(Object.entries(fixed).map(([name, { count }]) => [name, count])));
  });

  it('holds in each of its stacks no more than 350 resources, of the 500 that CloudFormation takes', () => {
    const { app, stack } = deployed;
    const { directory } = app.synth();
    const held = readdirSync(directory)
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => Object.keys(JSON.parse(readFileSync(join(directory, file), 'utf8')).Resources).length);
    expect(held).toHaveLength(2);
    expect(Math.max(...held)).toBeLessThanOrEqual(350);
    // Nothing is lost where both are read as one; the stack within is no more there than its template.
    expect(Object.keys(synthesisOf(app, stack).template.Resources)).toHaveLength(
      held.reduce((sum, each) => sum + each) - 1,
    );
  });

  it('works on the table that records were brought back into, and keeps its own', () => {
    const { app, stack } = built({ 'wallet:recordsTable': 'Records-restored' });
    const synthesised = Object.values(synthesisOf(app, stack).template.Resources);
    const named = synthesised.flatMap(({ Properties }) => {
      const { Variables } = (Properties?.Environment ?? {}) as { readonly Variables?: Record<string, unknown> };
      return Variables?.TABLE_NAME ?? [];
    });
    expect(new Set(named)).toEqual(new Set(['Records-restored']));
    expect(synthesised.filter(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable')).toHaveLength(2);
    const roles = JSON.stringify(synthesised.filter(({ Type }) => Type === 'AWS::IAM::Role'));
    expect(roles).toContain(':table/Records-restored');
    expect(roles).not.toMatch(/"Fn::GetAtt":\["RecordsTable/);
  });

  it('signs with the key that it is told to, and goes on telling those that signed before', () => {
    const context = { 'wallet:signingKeys': '2', 'wallet:signsWith': '2' };
    const { app, stack } = built(context);
    const synthesised = Object.values(synthesisOf(app, stack).template.Resources);
    const told = JSON.stringify(
      synthesised.flatMap(({ Properties }) => {
        const { Variables } = (Properties?.Environment ?? {}) as { readonly Variables?: Record<string, unknown> };
        return Variables?.SIGNING_KEYS ?? [];
      })[0],
    );
    const order = [...told.matchAll(/RecordsSigningKey(2?)[0-9A-F]{8}/g)].map(([, number]) => number || '1');
    expect(order).toEqual(['2', '1']);
  });

  it('has no finding in another Region, with a domain of its own and somebody to tell of alarms', () => {
    const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000';
    const context = {
      'wallet:region': 'eu-central-1',
      'wallet:domain': 'credit.example.org',
      'wallet:certificateArn': certificate,
      'wallet:alarmEmail': 'staff@example.org',
    };
    expect(findings(built(context))).toEqual([]);
  });
});

describe('the deployed system', () => {
  it('has every route of the registry, to be looked at by HEAD where anybody may read it, each behind the proof that CloudFront sent the request', () => {
    const deployed = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
    expect(deployed.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(
      [
        ...Object.values(routes).map(({ method, path }) => `${method} ${path}`),
        ...Object.values<Route>(routes).flatMap((each) => (answersHead(each) ? [`HEAD ${each.path}`] : [])),
        '$default',
      ].toSorted(),
    );
    expect(new Set(deployed.map(({ AuthorizationType }) => AuthorizationType))).toEqual(new Set(['CUSTOM']));
  });

  it('can restore the table to any second of the last 35 days, and refuses to delete it', () => {
    const [records] = ofType('AWS::DynamoDB::GlobalTable').filter(([id]) => !id.includes('KeyTable'));
    expect(records?.[1].Properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        },
      ],
    });
  });

  it('keeps no copy of the learners’ keys, so that one that is destroyed stays so, and refuses to delete their table', () => {
    const [keys] = ofType('AWS::DynamoDB::GlobalTable').filter(([id]) => id.includes('KeyTable'));
    const { Replicas, StreamSpecification } = keys?.[1].Properties ?? {};
    expect(StreamSpecification).toBeUndefined();
    expect(Replicas).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      },
    ]);
  });

  it('locks certificates for seven years in governance mode, and keeps every version', () => {
    const [bucket] = ofType('AWS::S3::Bucket').filter(([id]) => id.startsWith('RecordsDocuments'));
    expect(bucket?.[1].Properties).toMatchObject({
      ...locked(2557),
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  it('locks each night’s export for 35 days in governance mode, and removes none before its lock ends', () => {
    expect(exportsBucket()).toMatchObject({ ...locked(35), VersioningConfiguration: { Status: 'Enabled' } });
    const { Rules } = exportsBucket().LifecycleConfiguration as { Rules: readonly Record<string, unknown>[] };
    expect(Rules).toContainEqual({
      ...{ ExpirationInDays: 35, NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Status: 'Enabled' },
    });
  });

  it('keeps what is known of a night whose export could not be asked for', () => {
    const [nightly] = ofType('AWS::Scheduler::Schedule').filter(([id]) => id.startsWith('DailyExport'));
    const [queue] = ofType('AWS::SQS::Queue');
    expect(nightly?.[1].Properties.Target).toMatchObject({
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [queue?.[0], 'Arn'] } },
    });
    const mayTell = ofType('AWS::IAM::Policy').filter(([id]) => id.startsWith('DailyExportRole'));
    expect(JSON.stringify(mayTell)).toContain('"sqs:SendMessage"');
  });

  it('counts the exports that are whole, where DynamoDB’s last file of each is seen, and alarms after 26 hours without', () => {
    expect(exportsBucket().NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    const [ruleId] = ofType('AWS::Events::Rule').map(([id]) => id);
    const { EventPattern, Targets } = only('AWS::Events::Rule') as {
      EventPattern: { detail: { object: { key: readonly { suffix: string }[] } } };
      Targets: readonly { Arn: unknown }[];
    };
    const last = 'daily/AWSDynamoDB/01764210000000-0a1b2c3d/manifest-summary.json';
    expect(EventPattern.detail.object.key.map(({ suffix }) => last.endsWith(suffix))).toEqual([true]);
    // Its target must be one that EventBridge may write to, or nothing is counted.
    expect(JSON.stringify(Targets)).toContain('ExportsLog');
    const mayWrite = ofType('AWS::Logs::ResourcePolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    expect(
      mayWrite.filter((policy) => /events\.amazonaws\.com/.test(policy) && /ExportsLog/.test(policy)),
    ).toHaveLength(1);
    const missing = ofType('AWS::CloudWatch::Alarm').find(([alarm]) => /exportmissing/.test(alarm))?.[1].Properties;
    expect(missing).toMatchObject({ EvaluationPeriods: 26, Threshold: 1, TreatMissingData: 'breaching' });
    expect(missing?.Metrics).toContainEqual(
      expect.objectContaining({
        MetricStat: {
          Metric: {
            ...{ Namespace: 'AWS/Events', MetricName: 'Invocations' },
            Dimensions: [{ Name: 'RuleName', Value: { Ref: ruleId } }],
          },
          ...{ Period: 3600, Stat: 'Sum' },
        },
      }),
    );
  });

  it('opens no bucket to the public, and none to connections without TLS', () => {
    const locked = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    const buckets = ofType('AWS::S3::Bucket');
    for (const [id, { Properties }] of buckets) expect(Properties.PublicAccessBlockConfiguration, id).toEqual(locked);
    const policies = ofType('AWS::S3::BucketPolicy').filter(([, resource]) =>
      JSON.stringify(resource).includes('{"aws:SecureTransport":"false"}'),
    );
    expect(policies).toHaveLength(buckets.length);
  });

  it('counts every file of the console that was taken with the passkey proved anew, for the alarm that many of them raise', () => {
    const graveFiles = (Object.values(routes) as readonly Route[]).filter(
      ({ access, answers }) => isForStaff(access) && access.stepUp && Object.values(answers).some(isMedia),
    );
    expect(graveFiles.length).toBeGreaterThan(5);
    const [filter] = ofType('AWS::Logs::MetricFilter').filter(([id]) => id.includes('FilesOfPeople'));
    const counted = String(filter?.[1].Properties.FilterPattern);
    expect([...counted.matchAll(/\$\.route = "([\w-]+)"/g)].map(([, name]) => name).toSorted()).toEqual(
      graveFiles.map(({ name }) => name).toSorted(),
    );
    expect(counted).toContain('$.status = 200');
    // What CloudWatch takes.
    expect(counted.length).toBeLessThanOrEqual(1_024);
    const alarm = ofType('AWS::CloudWatch::Alarm').find(([id]) => /exportsmany/.test(id))?.[1].Properties;
    expect(alarm).toMatchObject({ MetricName: 'FilesOfPeople', Period: 3600, Threshold: 30 });
  });

  it('keeps what must last when the stack is deleted', () => {
    const kept = resources.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain').map(([, { Type }]) => Type);
    expect(kept.toSorted()).toEqual([
      'AWS::DynamoDB::GlobalTable',
      'AWS::DynamoDB::GlobalTable',
      'AWS::KMS::Key',
      'AWS::KMS::Key',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
    ]);
  });

  it('keeps its logs and their key when it is deleted, and takes them along when its creation fails, so that their names are free', () => {
    const kept = resources.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'RetainExceptOnCreate');
    expect(kept.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).toSorted()).toEqual([
      ...['ApiLog', 'ExportsLog', 'FirewallLog', 'FunctionsLog', 'LogsKey', 'WorkflowLog'],
    ]);
  });

  it('encrypts each log with a key that CloudWatch may use for that log alone, and that is not the records’', () => {
    const logs = ofType('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties);
    expect(logs).toHaveLength(5);
    const [[keyId, key] = []] = ofType('AWS::KMS::Key').filter(([id]) => id.startsWith('LogsKey'));
    for (const { KmsKeyId } of logs) expect(KmsKeyId).toEqual({ 'Fn::GetAtt': [keyId, 'Arn'] });
    const policy = JSON.stringify(key?.Properties.KeyPolicy);
    for (const { LogGroupName } of logs) expect(policy).toContain(`:log-group:${String(LogGroupName)}"`);
    expect(policy.match(/log-group:/g)).toHaveLength(logs.length);
  });

  it('sweeps the outbox, delivers webhooks and goes on with batches and imports every minute, and sees every quarter of an hour to the head of the day and to erasures, looks every hour for whom to remind, and has the table exported each night', () => {
    const scheduled = ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
    const runs = scheduled.map(({ ScheduleExpression, Target }) => {
      const target =
        /SweepOutbox|SignHeads|EraseLearners|CarryOnImports|DeliverWebhooks|RunBatches|RemindLearners|exportTableToPointInTime/.exec(
          JSON.stringify(Target),
        )?.[0];
      return `${target} ${ScheduleExpression}`;
    });
    expect(runs.toSorted()).toEqual([
      ...['CarryOnImports rate(1 minute)', 'DeliverWebhooks rate(1 minute)', 'EraseLearners rate(15 minutes)'],
      'RemindLearners rate(1 hour)',
      ...['RunBatches rate(1 minute)', 'SignHeads rate(15 minutes)', 'SweepOutbox rate(1 minute)'],
      'exportTableToPointInTime cron(0 2 * * ? *)',
    ]);
  });

  it('has the firewall before the site', () => {
    const { DistributionConfig } = only('AWS::CloudFront::Distribution') as {
      DistributionConfig: { WebACLId: unknown };
    };
    expect(JSON.stringify(DistributionConfig.WebACLId)).toContain('WebAcl');
    const acl = only('AWS::WAFv2::WebACL');
    expect(acl.Scope).toBe('CLOUDFRONT');
    // Learners and staff, however the path is written.
    const signIns = (acl.Rules as readonly { Name: string }[]).find(({ Name }) => Name === 'SignInsPerAddress');
    expect(JSON.stringify(signIns)).toMatch(/"\/api\/sign-in".*"\/api\/admin\/sign-in"/);
    expect(JSON.stringify(signIns)).toContain('URL_DECODE');
  });

  it('logs neither paths, queries, referring pages nor cookies of requests, at the edge and at the firewall', () => {
    const { DistributionConfig } = only('AWS::CloudFront::Distribution') as { DistributionConfig: object };
    // The first version of CloudFront's logging writes every field.
    expect(DistributionConfig).not.toHaveProperty('Logging');
    const { RecordFields } = only('AWS::Logs::Delivery') as { RecordFields: readonly string[] };
    expect(RecordFields).toContain('c-ip');
    expect(RecordFields.filter((name) => /uri|query|referer|cookie|forwarded/i.test(name))).toEqual([]);
    const { RedactedFields } = only('AWS::WAFv2::LoggingConfiguration') as { RedactedFields: readonly object[] };
    expect(RedactedFields).toEqual([
      ...['cookie', 'authorization', 'referer'].map((Name) => ({ SingleHeader: { Name } })),
      { UriPath: {} },
      { QueryString: {} },
    ]);
  });

  it('lets the log of its own distribution, and no other, be written into the closed bucket', () => {
    const policies = ofType('AWS::S3::BucketPolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    const [told, ...others] = policies.filter((policy) => policy.includes('delivery.logs.amazonaws.com'));
    expect(others).toEqual([]);
    for (const said of ['s3:x-amz-acl', 'aws:SourceAccount', ':delivery-source:CreditWallet-site'])
      expect(told).toContain(said);
  });

  it('tells browsers with every file and every answer what they may do with it', () => {
    const { DistributionConfig } = only('AWS::CloudFront::Distribution') as {
      DistributionConfig: Readonly<Record<'DefaultCacheBehavior' | 'CacheBehaviors', unknown>>;
    };
    const behaviors = [DistributionConfig.DefaultCacheBehavior, DistributionConfig.CacheBehaviors].flat();
    const policies = behaviors.map((behavior) => {
      const { Ref } = (behavior as { ResponseHeadersPolicyId: { Ref: string } }).ResponseHeadersPolicyId;
      return JSON.stringify(resources.find(([id]) => id === Ref)?.[1].Properties);
    });
    for (const policy of policies) {
      expect(policy).toMatch(/base-uri 'none'; form-action 'none'; frame-ancestors 'none'/);
      expect(policy).not.toMatch(/unsafe-|\*/);
      for (const said of ['ContentTypeOptions', '"FrameOption":"DENY"', 'IncludeSubdomains', 'permissions-policy'])
        expect(policy).toContain(said);
      expect(policy.match(/cross-origin-(?:opener|resource)-policy/g)).toHaveLength(2);
    }
    expect(policies[0]).toContain("require-trusted-types-for 'script'; trusted-types markup");
    expect(policies[0]).toContain("script-src 'self'; ");
  });

  it('hands the header of keys on to the routes of keys, keeps no answer of them, and hands it on nowhere else', () => {
    const { DistributionConfig } = only('AWS::CloudFront::Distribution') as {
      DistributionConfig: { CacheBehaviors: readonly Record<string, unknown>[] };
    };
    const [first, ...others] = DistributionConfig.CacheBehaviors;
    // AWS, "Use managed origin request policies": AllViewerExceptHostHeader; "Use managed cache policies": CachingDisabled.
    expect(first).toMatchObject({
      ...{ PathPattern: '/api/provider/*', OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac' },
      ...{ CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', ViewerProtocolPolicy: 'https-only' },
    });
    expect(others.map(({ PathPattern }) => PathPattern)).toContain('/api/*');
    for (const { OriginRequestPolicyId } of others) expect(OriginRequestPolicyId).toHaveProperty('Ref');
    expect(JSON.stringify(only('AWS::CloudFront::OriginRequestPolicy')).toLowerCase()).not.toContain('authorization');
  });

  it('has a runbook for every alarm, which the alarm names, and none for an alarm that does not exist', () => {
    const named = ofType('AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) => /Runbook: docs\/runbooks\/(.+)$/.exec(String(Properties.AlarmDescription))?.[1],
    );
    const written = readdirSync(join(projectFolder, 'docs', 'runbooks')).filter((file) => file !== 'README.md');
    // Restoring, and preparing an event, is decided by a person: no alarm leads there.
    expect([...named, 'live-event.md', 'restore.md'].toSorted()).toEqual(written.toSorted());
  });
});
