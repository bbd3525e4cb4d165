/** Stands in for `@aws-sdk/s3-request-presigner` in the bundles (ADR 46). */
import type { GetObjectCommand, S3Client } from './client-s3.ts';
import { signedUrl } from './signature-v4.ts';

export const getSignedUrl = async (
  client: S3Client,
  command: GetObjectCommand,
  { expiresIn }: { readonly expiresIn: number },
): Promise<string> => signedUrl(client.addressed(command), expiresIn, client.signing());
