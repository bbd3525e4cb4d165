import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge, wildcardFindings } from './acknowledge.ts';

export interface DailyExportProps {
  /** ARN of the table of records. */
  readonly table: string;
  readonly key: IKey;
  readonly accessLogs: IBucket;
  /** Where a night lies whose export could not be asked for. */
  readonly deadLetters: IQueue;
  /** Where each export that is whole is told of. */
  readonly log: LogGroup;
}

/** As long as point-in-time recovery: longer, a copy would keep what the table has forgotten. */
const LOCKED_DAYS = 35;
const PREFIX = 'daily';
/** DynamoDB writes it last, once every file of the export is there. */
const LAST_FILE = 'manifest-summary.json';

/**
 * Has DynamoDB export the records' table each night, for the drill, and for when the table is lost with its recovery. Nobody
 * changes or deletes a copy while it is locked; after that it is gone by itself. The learners' keys are in no export (ADR 26).
 */
export class DailyExport extends Construct {
  readonly bucket: Bucket;
  /** How many exports were finished in each hour. */
  readonly finished: MathExpression;

  constructor(scope: Construct, id: string, props: DailyExportProps) {
    super(scope, id);
    this.bucket = this.lockedBucket(props);
    this.asksEachNight(props);
    this.finished = this.tellsOfFinished(props);
  }

  private lockedBucket({ key, accessLogs }: DailyExportProps): Bucket {
    const bucket = new Bucket(this, 'Exports', {
      versioned: true,
      objectLockEnabled: true,
      // Governance, as for certificates: a lawful demand can still be met, by a person with a right of their own.
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(LOCKED_DAYS)),
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'exports/',
      lifecycleRules: [
        // The lock ends with the day on which a copy is hidden, so that nothing holds it a day later, when it is removed.
        { expiration: Duration.days(LOCKED_DAYS), noncurrentVersionExpiration: Duration.days(1) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // CDK's own way to say so brings a function along that may change the notifications of every bucket.
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    return bucket;
  }

  private asksEachNight({ table, key, deadLetters }: DailyExportProps): void {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const objects = this.bucket.arnForObjects(`${PREFIX}/*`);
    new Schedule(this, 'EachNight', {
      description: 'Has the table of records exported, for drills and for when it is lost.',
      schedule: ScheduleExpression.cron({ hour: '2', minute: '0' }),
      target: new Universal({
        ...{ service: 'dynamodb', action: 'exportTableToPointInTime', role },
        // Tried again through the night; what is then given up on is told of, and the next night has its own.
        ...{ deadLetterQueue: deadLetters, maxEventAge: Duration.hours(6) },
        input: ScheduleTargetInput.fromObject({
          ...{ TableArn: table, S3Bucket: this.bucket.bucketName, S3Prefix: PREFIX },
          ...{ ExportFormat: 'DYNAMODB_JSON', S3SseAlgorithm: 'KMS', S3SseKmsKeyId: key.keyArn },
        }),
        policyStatements: [
          new PolicyStatement({ actions: ['dynamodb:ExportTableToPointInTime'], resources: [table] }),
          // As AWS lists them for exports; it wants the right to say whose an object is, also where only we can own one.
          new PolicyStatement({
            actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload'],
            resources: [objects],
          }),
        ],
      }),
    });
    acknowledge(role, wildcardFindings(Stack.of(this), { [objects]: 'An export has an id that DynamoDB makes.' }));
  }

  /** DynamoDB exports after it has answered, and tells nobody how that ended. Its last file does. */
  private tellsOfFinished({ log, deadLetters }: DailyExportProps): MathExpression {
    const rule = new Rule(this, 'Finished', {
      description: 'An export of the table of records is whole.',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: [{ suffix: `/${LAST_FILE}` }] } },
      },
    });
    const tells = new ServicePrincipal('events.amazonaws.com');
    log.grantWrite(tells);
    deadLetters.addToResourcePolicy(
      new PolicyStatement({
        principals: [tells],
        actions: ['sqs:SendMessage'],
        resources: [deadLetters.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    );
    const arn = log.stack.formatArn({ service: 'logs', resource: `log-group:${log.logGroupName}` });
    rule.addTarget({ bind: () => ({ arn, deadLetterConfig: { arn: deadLetters.queueArn } }) });
    const told = new Metric({
      ...{ namespace: 'AWS/Events', metricName: 'Invocations', dimensionsMap: { RuleName: rule.ruleName } },
      ...{ period: Duration.hours(1), statistic: Stats.SUM },
    });
    // An hour without one says nothing by itself; an alarm would look back further for an hour that does.
    return new MathExpression({ expression: 'FILL(told, 0)', usingMetrics: { told }, period: Duration.hours(1) });
  }
}
