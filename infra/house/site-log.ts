import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/**
 * What is logged of a request at the edge: when, from where, how it went. Neither path, query, referring page nor cookies: a path may
 * be a link that somebody was given, and secret (ASVS 16.2.5). Which route was asked for, functions log by its name.
 */
const fields = [
  ...['date', 'time', 'x-edge-location', 'x-edge-request-id', 'c-ip', 'cs-protocol', 'cs-protocol-version'],
  ...['ssl-protocol', 'ssl-cipher', 'cs(Host)', 'x-host-header', 'cs-method', 'cs(User-Agent)', 'cs-bytes'],
  ...['sc-status', 'sc-bytes', 'sc-content-type', 'x-edge-result-type', 'x-edge-detailed-result-type', 'time-taken'],
];

export interface SiteLogProps {
  readonly distribution: IDistribution;
  readonly bucket: IBucket;
  /** Of the deployment: names in an account and Region are taken once. */
  readonly name: string;
}

/**
 * CloudFront's log of requests, by its standard logging of the second version: the first writes every field. It is ordered in us-east-1.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export class SiteLog extends Construct {
  constructor(scope: Construct, id: string, { distribution, bucket, name }: SiteLogProps) {
    super(scope, id);
    const source = new CfnDeliverySource(this, 'Source', {
      name: `${name}-site`,
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: `${name}-access-logs`,
      destinationResourceArn: bucket.bucketArn,
      outputFormat: 'json',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: fields,
    });
    // Its name alone does not say that the source must be there first; nor does a bucket’s that its policy must.
    delivery.node.addDependency(source, bucket);
  }
}

/** Lets CloudFront's log, and nobody else's, be written into a bucket of this stack. */
export function takesSiteLog(bucket: IBucket, name: string): void {
  const stack = Stack.of(bucket);
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${stack.account}/*`)],
      conditions: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': stack.account },
        ArnLike: {
          'aws:SourceArn': stack.formatArn({
            ...{ service: 'logs', region: 'us-east-1', resource: 'delivery-source', resourceName: `${name}-site` },
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
}
