import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * Logs stay for as long as was promised, also when the stack is deleted, with the key that opens them; what a creation that failed has
 * made goes with it, or the next one would find its names taken.
 */
const removalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/**
 * The key that logs are encrypted with. Not that of the records: on the day on which something is done to that one, the logs are
 * what one needs.
 */
export const logsKey = (scope: Construct): Key =>
  new Key(scope, 'LogsKey', {
    description: 'Encrypts the logs of Credit Wallet.',
    enableKeyRotation: true,
    removalPolicy,
  });

export interface KeptLogProps {
  readonly logGroupName: string;
  readonly retention: RetentionDays;
  readonly key: Key;
}

/** A log group that is encrypted with a key, which CloudWatch may use for this log and for no other. */
export function keptLog(scope: Construct, id: string, { logGroupName, retention, key }: KeptLogProps): LogGroup {
  const stack = Stack.of(scope);
  // By its name, for a log group that names its key cannot be named by the key.
  const arn = stack.formatArn({
    ...{ service: 'logs', resource: 'log-group', resourceName: logGroupName },
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': arn } },
    }),
  );
  return new LogGroup(scope, id, { logGroupName, retention, encryptionKey: key, removalPolicy });
}
