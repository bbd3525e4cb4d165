import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { acknowledge, wildcardFindings } from './acknowledge.ts';

export interface DailyExportProps {
  /** ARN of the table of records. */
  readonly table: string;
  readonly key: IKey;
  readonly accessLogs: IBucket;
}

/** As long as point-in-time recovery: longer, a copy would keep what the table has forgotten. */
const KEPT_DAYS = 35;
const PREFIX = 'daily';

/**
 * Has DynamoDB export the records' table each night, for the drill, and for when the table is lost with its recovery. The
 * learners' keys are in no export (ADR 26).
 */
export class DailyExport extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { table, key, accessLogs }: DailyExportProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Exports', {
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'exports/',
      lifecycleRules: [
        { expiration: Duration.days(KEPT_DAYS), noncurrentVersionExpiration: Duration.days(1) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const objects = this.bucket.arnForObjects(`${PREFIX}/*`);
    new Schedule(this, 'EachNight', {
      description: 'Has the table of records exported, for drills and for when it is lost.',
      schedule: ScheduleExpression.cron({ hour: '2', minute: '0' }),
      target: new Universal({
        ...{ service: 'dynamodb', action: 'exportTableToPointInTime', role },
        input: ScheduleTargetInput.fromObject({
          ...{ TableArn: table, S3Bucket: this.bucket.bucketName, S3Prefix: PREFIX },
          ...{ ExportFormat: 'DYNAMODB_JSON', S3SseAlgorithm: 'KMS', S3SseKmsKeyId: key.keyArn },
        }),
        policyStatements: [
          new PolicyStatement({ actions: ['dynamodb:ExportTableToPointInTime'], resources: [table] }),
          new PolicyStatement({ actions: ['s3:PutObject', 's3:AbortMultipartUpload'], resources: [objects] }),
        ],
      }),
    });
    acknowledge(role, wildcardFindings(Stack.of(this), { [objects]: 'An export has an id that DynamoDB makes.' }));
  }
}
