import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectLockRetention,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { listsIndex, workIndex } from '../../shared/table.ts';
import { acknowledge, inSecurityPacks } from './acknowledge.ts';
import { asBucket } from './as-bucket.ts';

export interface RecordsProps {
  readonly retentionYears: number;
  readonly deletionProtection: boolean;
  /** How many keys there are to sign with, and which of them does, counted from 1. */
  readonly signingKeys: number;
  readonly signsWith: number;
  /** Key ARNs that signed before, whose signatures are still to be believed. */
  readonly previousSigningKeys: readonly string[];
  /** Another table than the stack's own, by its name, into which the records were brought back. */
  readonly recordsTable?: string | undefined;
  readonly accessLogs: IBucket;
}

/** What must last: the table, the certificates, the key that both are encrypted with, and the one that signs. They outlive the stack. */
export class Records extends Construct {
  readonly key: Key;
  /** The table of records that is in use. */
  readonly table: { readonly tableName: string; readonly tableArn: string };
  /** The learners' keys: whoever destroys one makes unreadable what it sealed, in every copy of the table. */
  readonly keyTable: TableV2;
  readonly documents: Bucket;
  /** ARNs of the keys that certificates are signed with, the one that signs now first. */
  readonly signingKeys: readonly string[];

  constructor(scope: Construct, id: string, props: RecordsProps) {
    super(scope, id);
    const { retentionYears, deletionProtection, signingKeys, signsWith, previousSigningKeys, accessLogs } = props;
    const { recordsTable } = props;
    this.key = new Key(this, 'Key', {
      description: 'Encrypts the records and certificates of Credit Wallet.',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { account, region } = this.key.stack;
    // As the services' own keys do: whoever may use the table or the bucket may have it decrypted by them, and only so.
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': [`dynamodb.${region}.amazonaws.com`, `s3.${region}.amazonaws.com`],
          },
        },
      }),
    );

    // AWS rotates no asymmetric key: a further one is made, and takes over when it is told to.
    const own = Array.from({ length: signingKeys }, (_, made) => this.signingKey(made + 1).keyArn);
    const signing = own.splice(signsWith - 1, 1);
    this.signingKeys = [...signing, ...own, ...previousSigningKeys];

    const made = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: workIndex.name,
          partitionKey: { name: 'workPk', type: AttributeType.STRING },
          sortKey: { name: 'workSk', type: AttributeType.STRING },
          projectionType: ProjectionType.ALL,
        },
        {
          indexName: listsIndex.name,
          partitionKey: { name: 'listPk', type: AttributeType.STRING },
          sortKey: { name: 'listSk', type: AttributeType.STRING },
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: [listsIndex.holds],
        },
      ],
      timeToLiveAttribute: 'expiresAt',
      billing: Billing.onDemand(),
      // The longest that there is.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      ...{ deletionProtection, removalPolicy: RemovalPolicy.RETAIN },
    });

    // The stack's own stays, so that whoever has deployed one name can deploy the other again.
    const resource = { service: 'dynamodb', resource: 'table', resourceName: recordsTable ?? '' };
    this.table = recordsTable ? { tableName: recordsTable, tableArn: this.key.stack.formatArn(resource) } : made;

    this.keyTable = new TableV2(this, 'KeyTable', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      // What the directory said of a learner is blanked, then forgotten with the text that it was found by.
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      ...{ deletionProtection, removalPolicy: RemovalPolicy.RETAIN },
    });
    const destroyed =
      'A key that was destroyed must not come back: it makes what it sealed unreadable in the backups of the table.';
    acknowledge(this.keyTable, { 'AwsSolutions-DDB3': destroyed });

    this.documents = new Bucket(this, 'Documents', {
      versioned: true,
      objectLockEnabled: true,
      // Governance, not compliance: a lawful demand to erase can still be met, by a person with a right of their own.
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(Math.ceil(retentionYears * 365.25))),
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'documents/',
      lifecycleRules: [
        { transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }] },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** A key to sign with, on the curve that PDF readers, JOSE and Data Integrity all take. The first is the stack's oldest. */
  private signingKey(number: number): Key {
    return new Key(this, number === 1 ? 'SigningKey' : `SigningKey${number}`, {
      description: 'Signs the certificates and credentials of Credit Wallet.',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

/** The bucket that access is logged to, for as long as the other logs. */
export function accessLogsBucket(scope: Construct, retentionDays: number): IBucket {
  const bucket = new Bucket(scope, 'AccessLogs', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(retentionDays) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(bucket, {
    'AwsSolutions-S1': 'It holds the access logs; logging access to them would never end.',
    ...inSecurityPacks({
      S3DefaultEncryptionKMS: 'S3 delivers access logs only to a bucket that is encrypted with S3’s own keys.',
      S3BucketVersioningEnabled:
        'AWS writes each file once, under a name of its own. A version would keep network addresses for longer than is promised.',
    }),
  });
  return asBucket(bucket);
}
