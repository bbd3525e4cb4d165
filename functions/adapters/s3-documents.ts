import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { DocumentStore } from '../../shared/ports.ts';
import { asPortError, boundedClient, statusOf } from './aws.ts';
import { contentDisposition } from './content-disposition.ts';
import { once, setting } from './once.ts';

/** A link is minted per click and must not outlive it long (design, "Certificates"). */
const longestLinkSeconds = 300;

/** Documents in a bucket on S3, or on whatever speaks its protocol at `AWS_ENDPOINT_URL_S3`. */
export function createS3Documents({ client, bucket }: { client: S3Client; bucket: string }): DocumentStore {
  const Bucket = bucket;
  return {
    async putOnce({ key, bytes, contentType }) {
      try {
        await client.send(
          new PutObjectCommand({ Bucket, Key: key, Body: bytes, ContentType: contentType, IfNoneMatch: '*' }),
        );
      } catch (error) {
        // 412: it is there already, put by an earlier run or by an earlier sending of this very request.
        if (statusOf(error) !== 412) throw asPortError(error, 'Keeping a document');
      }
    },

    async exists(key) {
      try {
        await client.send(new HeadObjectCommand({ Bucket, Key: key }));
        return true;
      } catch (error) {
        // Without the permission s3:ListBucket a missing object answers 403, which is a fault of the deployment.
        if (statusOf(error) === 404) return false;
        throw asPortError(error, 'Looking for a document');
      }
    },

    async read(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key }));
        return Body?.transformToByteArray();
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw asPortError(error, 'Reading a document');
      }
    },

    async link({ key, fileName, seconds }) {
      const command = new GetObjectCommand({
        Bucket,
        Key: key,
        ResponseContentDisposition: contentDisposition(fileName),
        ResponseContentType: 'application/pdf',
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, command, { expiresIn: Math.min(seconds, longestLinkSeconds) });
    },
  };
}

/** The bucket named by DOCUMENTS_BUCKET. */
export const s3Documents = once(() =>
  createS3Documents({ client: new S3Client(boundedClient), bucket: setting('DOCUMENTS_BUCKET') }),
);
