import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { readBody } from '../read-body.ts';
import { S3Error } from './s3-error.ts';

/** The checksums that clients may send, by the header that carries each; the SDK sends CRC32 unless told otherwise. */
const checksums: Record<string, (body: Buffer) => string> = {
  'x-amz-checksum-crc32': (body) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return sum.toString('base64');
  },
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest('base64'),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
};

const unsigned = 'UNSIGNED-PAYLOAD';
const unsignedWithTrailer = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const maxBytes = 64 * 1024 * 1024;

export type Payload = {
  readonly body: Buffer;
  /** Verified checksum headers, kept with the object and returned when asked for. */
  readonly checksums: Readonly<Record<string, string>>;
};

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const body = await readBody(request, maxBytes);
  if (!body) throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  return body;
}

/** Takes the framing off an aws-chunked body: `HEX-SIZE[;extension]CRLF data CRLF … 0 CRLF trailer-headers CRLF CRLF`. */
export function decodeAwsChunked(framed: Buffer): { body: Buffer; trailers: Record<string, string> } {
  const malformed = new S3Error(400, 'IncompleteBody', 'The request body terminated unexpectedly');
  const pieces: Buffer[] = [];
  let at = 0;
  const line = () => {
    const end = framed.indexOf('\r\n', at);
    if (end < 0) throw malformed;
    const text = framed.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (;;) {
    const size = /^([0-9a-f]+)(;.*)?$/i.exec(line())?.[1];
    if (size === undefined) throw malformed;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    if (at + length + 2 > framed.length) throw malformed;
    pieces.push(framed.subarray(at, at + length));
    at += length;
    if (line() !== '') throw malformed;
  }
  const trailers: Record<string, string> = {};
  while (at < framed.length) {
    const text = line();
    const colon = text.indexOf(':');
    if (text === '') break;
    if (colon < 0) throw malformed;
    trailers[text.slice(0, colon).trim().toLowerCase()] = text.slice(colon + 1).trim();
  }
  return { body: Buffer.concat(pieces), trailers };
}

function verifiedChecksums(body: Buffer, stated: Readonly<Record<string, unknown>>): Record<string, string> {
  const verified: Record<string, string> = {};
  for (const [name, value] of Object.entries(stated)) {
    if (!name.startsWith('x-amz-checksum-') || name === 'x-amz-checksum-algorithm' || name === 'x-amz-checksum-mode')
      continue;
    const compute = checksums[name];
    if (!compute || typeof value !== 'string')
      throw new S3Error(501, 'NotImplemented', `The checksum ${name} is not supported.`);
    if (compute(body) !== value)
      throw new S3Error(400, 'BadDigest', `The ${name} you specified did not match what we received.`);
    verified[name] = value;
  }
  return verified;
}

function checkMd5(body: Buffer, headers: IncomingHttpHeaders): void {
  const stated = headers['content-md5'];
  if (stated === undefined || createHash('md5').update(body).digest('base64') === stated) return;
  throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

/**
 * Reads an upload and holds it against everything that the sender said of it: signed hash, length, checksums.
 * @param headers those of the request and those that a presigned link moved into its query
 * @param payloadHash what the signature covers, from `verifySignature`
 */
export async function readPayload(
  request: IncomingMessage,
  headers: IncomingHttpHeaders,
  payloadHash: string,
): Promise<Payload> {
  const received = await readAll(request);
  if (payloadHash === unsignedWithTrailer) {
    const { body, trailers } = decodeAwsChunked(received);
    if (String(body.length) !== headers['x-amz-decoded-content-length']) {
      throw new S3Error(400, 'IncompleteBody', 'The request body is not as long as x-amz-decoded-content-length says');
    }
    const announced = headers['x-amz-trailer'];
    if (announced !== undefined && trailers[String(announced).toLowerCase()] === undefined) {
      throw new S3Error(400, 'MalformedTrailerError', 'The trailer that the request announced is missing.');
    }
    checkMd5(body, headers);
    return { body, checksums: verifiedChecksums(body, { ...headers, ...trailers }) };
  }
  if (payloadHash.startsWith('STREAMING-')) {
    throw new S3Error(501, 'NotImplemented', `${payloadHash} is not supported; send ${unsignedWithTrailer}.`);
  }
  if (payloadHash !== unsigned && createHash('sha256').update(received).digest('hex') !== payloadHash) {
    throw new S3Error(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' does not match what was computed.",
    );
  }
  checkMd5(received, headers);
  return { body: received, checksums: verifiedChecksums(received, headers) };
}
