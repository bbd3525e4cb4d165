import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Code, IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Route } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes.ts';
import { steps } from '../shared/workflow/steps.ts';
import type { DeploymentConfig } from './config.ts';
import { creditWorkflow } from './credit-workflow.ts';
import { commands, constructIdOf } from './functions.ts';
import { acknowledge, inSecurityPacks, wildcardFindings } from './house/acknowledge.ts';
import { DailyExport } from './house/daily-export.ts';
import { HandlerFunction } from './house/handler-function.ts';
import { keptLog, logsKey } from './house/kept-log.ts';
import { Mail } from './house/mail.ts';
import type { SiteFolders } from './house/project-folder.ts';
import { accessLogsBucket, Records } from './house/records.ts';
import { RoutedApi } from './house/routed-api.ts';
import { Site } from './house/site.ts';
import { type SiteLogProps, takesSiteLog } from './house/site-log.ts';
import { uploadSites } from './house/upload-site.ts';
import { Watch } from './house/watch.ts';
import { WalletFunctions } from './wallet-functions.ts';

export interface CreditWalletProps extends StackProps {
  readonly config: DeploymentConfig;
  /** The firewall before the site, of this stack or of another; in this one it logs with the key of its logs. */
  readonly firewall: (scope: Construct, logsKey: Key) => { readonly webAclArn: string };
  /** Where a function's code is. */
  readonly codeOf: (name: string) => Code;
  /** The built sites; without them their bucket stays as it is. */
  readonly siteFolders?: SiteFolders | undefined;
  readonly commit: string;
}

/** A function that is run again and again. */
interface Scheduled {
  readonly id: string;
  readonly runs: IFunction;
  readonly each: Duration;
  /** What is run, in words. */
  readonly does: string;
}

const anyVersion = 'Versions and aliases of this one function.';

/** Twice what the slowest way through both doors takes with every retry; Express allows 5 minutes. */
const WORKFLOW_WITHIN = Duration.minutes(4);

/** The whole system in one stack: learners see one origin, and everything else stands behind it. */
export class CreditWalletStack extends Stack {
  readonly #props: CreditWalletProps;
  readonly #logsKey: Key;
  /** What requests are logged of at the edge, and where to. */
  readonly logged: SiteLogProps;

  constructor(scope: Construct, id: string, props: CreditWalletProps) {
    super(scope, id, props);
    this.#props = props;
    this.#logsKey = logsKey(this);
    const { config, codeOf, commit, siteFolders } = props;
    const { webAclArn } = props.firewall(this, this.#logsKey);
    const accessLogs = accessLogsBucket(this, config.logRetentionDays);
    takesSiteLog(accessLogs, this.stackName);
    const functionsLog = this.log('FunctionsLog', `/${this.stackName}/functions`);
    const records = new Records(this, 'Records', { ...config, accessLogs });
    const deadLetters = this.deadLetters();
    const exports = new DailyExport(this, 'DailyExport', {
      ...{ table: records.table.tableArn, key: records.key, accessLogs, deadLetters },
      // EventBridge may write to logs of this beginning.
      log: this.log('ExportsLog', `/aws/events/${this.stackName}/exports`),
    });
    const mail = new Mail(this, 'Mail', { ...config, configurationSetName: this.stackName, key: records.key });

    // CloudFront names the API's host, functions name CloudFront's, routes name functions: in this order, no circle.
    const api = new RoutedApi(this, 'Api', { accessLog: this.log('ApiLog', `/${this.stackName}/api`) });
    const originSecret = this.originSecret();
    const site = new Site(this, 'Site', { ...config, apiHost: api.host, originSecret, webAclArn, accessLogs });
    this.logged = { distribution: site.distribution, bucket: accessLogs, name: this.stackName };
    if (siteFolders !== undefined) uploadSites(this, site, siteFolders);

    const { sender, providerName, providerContact } = config;
    const functions = new WalletFunctions(this, {
      ...{ records, mail, codeOf, sender, log: functionsLog, employer: this.employer() },
      environment: {
        SITE_URL: site.url,
        PROVIDER_NAME: providerName,
        PROVIDER_CONTACT: providerContact,
        COMMIT: commit,
      },
    });
    const workflow = this.workflow(functions);
    const named = (name: string, does: string) => functions.get(name, does, workflow);

    for (const { name, summary, servedBy } of Object.values(routes) as readonly Route[])
      named(servedBy ?? name, servedBy ? `The console: ${servedBy.slice('admin-'.length)}.` : summary);
    named('no-such-route', 'Says that there is no such route.');
    api.route((name) => named(name, ''), this.verifyOrigin(originSecret, functionsLog));

    const sweeper = named('sweep-outbox', 'Starts work that should have ended by now, and sends mail that is due.');
    const deliverer = named('deliver-webhooks', 'Delivers what the provider’s own systems are to be told of.');
    const headSigner = named('sign-heads', 'Signs the head of the day over where every ledger ends.');
    const eraser = named('erase-learners', 'Erases accounts whose days of grace are over.');
    const reminder = named('remind-learners', 'Reminds learners who passed and have not finished.');
    const batches = named('run-batches', 'Goes on with batches of changes that nobody looks after.');
    const importer = named('carry-on-imports', 'Goes on with imports that nobody follows any more.');
    this.schedules([
      {
        id: 'EveryMinute',
        runs: sweeper,
        each: Duration.minutes(1),
        does: 'the sweeper, on which the guarantee rests',
      },
      { id: 'EveryMinuteDelivering', runs: deliverer, each: Duration.minutes(1), does: 'what delivers webhooks' },
      { id: 'EveryMinuteImporting', runs: importer, each: Duration.minutes(1), does: 'what goes on with imports' },
      // Shortly after midnight the day is signed; what then fails or takes long is gone on with.
      { id: 'EveryQuarter', runs: headSigner, each: Duration.minutes(15), does: 'what signs the head of each day' },
      { id: 'EveryMinuteOfBatches', runs: batches, each: Duration.minutes(1), does: 'what goes on with batches' },
      { id: 'EveryQuarterErasing', runs: eraser, each: Duration.minutes(15), does: 'what erases accounts' },
      { id: 'EveryHourReminding', runs: reminder, each: Duration.hours(1), does: 'what reminds learners' },
    ]);
    const feedback = named('record-mail-feedback', 'Records that a mail arrived, bounced or was complained of.');
    mail.feedback.addSubscription(new LambdaSubscription(feedback, { deadLetterQueue: deadLetters }));
    for (const invokedAlone of [sweeper, headSigner, deliverer, eraser, reminder, batches, importer, feedback])
      invokedAlone.configureAsyncInvoke({
        ...{ retryAttempts: invokedAlone === feedback ? 2 : 0, onFailure: new SqsDestination(deadLetters) },
      });

    for (const name of commands) {
      const command = named(name, `For staff: ${name.replaceAll('-', ' ')}.`);
      new CfnOutput(this, `${constructIdOf(name)}Function`, { value: command.functionName });
    }
    new Watch(this, 'Watch', {
      ...{ api: api.api, workflow, tableName: records.table.tableName, sweeper, functionsLog, deadLetters },
      exports: exports.finished,
      alarmEmail: config.alarmEmail,
    });
    new CfnOutput(this, 'SiteUrl', { value: site.url });
    new CfnOutput(this, 'DistributionDomain', { value: site.distribution.distributionDomainName });
    new CfnOutput(this, 'TableName', { value: records.table.tableName });
    new CfnOutput(this, 'ExportsBucket', { value: exports.bucket.bucketName });
    new CfnOutput(this, 'KeyTableName', { value: records.keyTable.tableName });
    new CfnOutput(this, 'DocumentsBucket', { value: records.documents.bucketName });
  }

  private schedules(all: readonly Scheduled[]): void {
    const role = new Role(this, 'SchedulerRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    for (const { id, runs, each, does } of all) {
      new Schedule(this, id, {
        description: `Runs ${does}.`,
        schedule: ScheduleExpression.rate(each),
        // A run that fails is followed by the next one.
        target: new LambdaInvoke(runs, { role, retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
      });
    }
    const anyVersions = Object.fromEntries(all.map(({ runs }) => [`${runs.functionArn}:*`, anyVersion]));
    acknowledge(role, wildcardFindings(this, anyVersions));
  }

  private log(id: string, logGroupName: string): LogGroup {
    const retention = this.#props.config.logRetentionDays;
    return keptLog(this, id, { logGroupName, retention, key: this.#logsKey });
  }

  private workflow(functions: WalletFunctions): StateMachine {
    const workflow = new StateMachine(this, 'CreditWorkflow', {
      stateMachineType: StateMachineType.EXPRESS,
      definitionBody: DefinitionBody.fromChainable(
        creditWorkflow(new Construct(this, 'Steps'), (step) => functions.get(step, steps[step].does)),
      ),
      timeout: WORKFLOW_WITHIN,
      tracingEnabled: true,
      logs: {
        // AWS asks for this beginning, so that its policy on log groups does not outgrow its limit.
        destination: this.log('WorkflowLog', `/aws/vendedlogs/states/${this.stackName}`),
        // Each step logs its own line; of an execution that went well this would repeat them in twenty.
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
    acknowledge(workflow, {
      'AwsSolutions-SF1': 'Each step logs its own line, so that the log of executions needs only what failed.',
    });
    acknowledge(workflow.role, {
      'AwsSolutions-IAM5[Resource::*]': 'Sending logs and traces has no resource to name.',
      ...wildcardFindings(
        this,
        Object.fromEntries(
          Object.entries(steps).map(([name, { does }]) => [`${functions.get(name, does).functionArn}:*`, anyVersion]),
        ),
      ),
    });
    return workflow;
  }

  private employer(): Record<string, string> {
    const { employerIssuer, employerName, employerClientId, employerSecretArn } = this.#props.config;
    if (!employerIssuer || !employerName || !employerClientId) return {};
    return {
      ...{ EMPLOYER_ISSUER: employerIssuer, EMPLOYER_NAME: employerName, EMPLOYER_CLIENT_ID: employerClientId },
      // Resolved by CloudFormation when it deploys; it stands in no template.
      ...(employerSecretArn && {
        EMPLOYER_CLIENT_SECRET: Secret.fromSecretCompleteArn(
          this,
          'EmployerSecret',
          employerSecretArn,
        ).secretValue.unsafeUnwrap(),
      }),
    };
  }

  private originSecret(): Secret {
    const secret = new Secret(this, 'OriginSecret', {
      description: 'By which CloudFront proves itself to the API.',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    const byHand =
      'It joins two services of this stack and no person knows it; docs/deploy.md says how it is replaced.';
    acknowledge(secret, {
      'AwsSolutions-SMG4': byHand,
      ...inSecurityPacks({
        SecretsManagerRotationEnabled: byHand,
        SecretsManagerUsingKMSKey:
          'CloudFront and the function that looks at it have it in their configuration as well, which no key of ours would cover.',
      }),
    });
    return secret;
  }

  /** It has no name of its own: nothing but the gateway calls it, and the local host has no CloudFront before it. */
  private verifyOrigin(originSecret: Secret, logGroup: LogGroup): IFunction {
    return new HandlerFunction(this, {
      name: 'verify-origin',
      description: 'Lets in what CloudFront hands on and nothing else.',
      code: this.#props.codeOf('verify-origin'),
      logGroup,
      environment: { ORIGIN_SECRET: originSecret.secretValue.unsafeUnwrap() },
      rights: [],
      timeoutSeconds: 5,
    });
  }

  private deadLetters(): Queue {
    const queue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const end = 'It is itself the queue of what was given up on.';
    acknowledge(queue, { 'AwsSolutions-SQS3': end, 'Serverless-SQSRedrivePolicy': end });
    return queue;
  }
}
