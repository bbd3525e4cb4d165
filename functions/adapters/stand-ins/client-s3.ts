/** Stands in for `@aws-sdk/client-s3` in the bundles (ADR 46): the three requests that `s3-documents.ts` sends. */
import { createHash } from 'node:crypto';
import { type ClientSettings, type Sending, ServiceClient } from './service-client.ts';
import { type Asked, encoded } from './signature-v4.ts';
import { errorInXml } from './xml.ts';

interface Named {
  readonly Bucket: string;
  readonly Key: string;
}
interface Put extends Named {
  readonly Body: Uint8Array;
  readonly ContentType: string;
  readonly IfNoneMatch: string;
}
interface Get extends Named {
  readonly ResponseContentDisposition?: string;
  readonly ResponseContentType?: string;
  readonly ResponseCacheControl?: string;
}

/** A request on an object, without its address. */
type OnObject = Pick<Asked, 'method' | 'headers' | 'body'> & { readonly query?: Readonly<Record<string, string>> };

class ObjectCommand {
  readonly on: Named;
  readonly request: OnObject;
  constructor(on: Named, request: OnObject) {
    this.on = on;
    this.request = request;
  }
}

export class PutObjectCommand extends ObjectCommand {
  constructor(put: Put) {
    super(put, {
      method: 'PUT',
      headers: {
        'content-type': put.ContentType,
        'if-none-match': put.IfNoneMatch,
        // S3 compares it, and a bucket with Object Lock takes nothing without one.
        'x-amz-checksum-sha256': createHash('sha256').update(put.Body).digest('base64'),
      },
      body: put.Body,
    });
  }
}

export class HeadObjectCommand extends ObjectCommand {
  constructor(head: Named) {
    super(head, { method: 'HEAD', headers: {} });
  }
}

export class GetObjectCommand extends ObjectCommand {
  constructor(get: Get) {
    const query = {
      ...(get.ResponseContentDisposition && { 'response-content-disposition': get.ResponseContentDisposition }),
      ...(get.ResponseContentType && { 'response-content-type': get.ResponseContentType }),
      ...(get.ResponseCacheControl && { 'response-cache-control': get.ResponseCacheControl }),
    };
    super(get, { method: 'GET', headers: {}, query });
  }
}

export class S3Client extends ServiceClient {
  constructor(settings: ClientSettings) {
    super({ signing: 's3', variable: 'S3' }, settings);
  }

  /** The bucket is a host of its own, except at an endpoint that was named. */
  addressed({ on: { Bucket, Key }, request: { query = {}, ...request } }: ObjectCommand): Asked {
    const url = this.address(`${Bucket}.`);
    const key = Key.split('/').map(encoded).join('/');
    url.pathname = this.namedEndpoint ? `/${Bucket}/${key}` : `/${key}`;
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return { ...request, url };
  }

  async send(command: ObjectCommand, sending: Sending = {}) {
    const { body } = await this.ask(this.addressed(command), errorInXml, sending);
    return { Body: { transformToByteArray: async (): Promise<Uint8Array> => body } };
  }
}
