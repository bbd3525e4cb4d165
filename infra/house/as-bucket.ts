import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';

/** A bucket as CDK takes it. Its own types do not fit each other where an optional property may not be `undefined`. */
export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket;
