import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from '../../../functions/adapters/content-disposition.ts';
import { createS3Documents } from '../../../functions/adapters/s3-documents.ts';
import { localCredentials } from '../../contracts/implementation.ts';

const documents = createS3Documents({
  client: new S3Client({ endpoint: 'http://127.0.0.1:4851', region: 'us-east-1', credentials: localCredentials }),
  bucket: 'certificates',
});
const linkFor = async (seconds: number): Promise<URLSearchParams> =>
  new URL(await documents.link({ key: 'certificates/1/v1/0.pdf', fileName: 'CW-2026-4F7K2M.pdf', seconds }))
    .searchParams;

describe('the link to a certificate’s PDF', () => {
  it('works for five minutes at most, whatever is asked', async () => {
    expect((await linkFor(60)).get('X-Amz-Expires')).toBe('60');
    expect((await linkFor(86_400)).get('X-Amz-Expires')).toBe('300');
  });

  it('opens as a PDF under its file name', async () => {
    const link = await linkFor(60);
    expect(link.get('response-content-type')).toBe('application/pdf');
    expect(link.get('response-content-disposition')).toBe(
      `attachment; filename="CW-2026-4F7K2M.pdf"; filename*=UTF-8''CW-2026-4F7K2M.pdf`,
    );
  });
});

describe('the file name of a download', () => {
  it('is given in any script, with a plain form beside it', () => {
    expect(contentDisposition('Nguyễn 王.pdf')).toBe(
      `attachment; filename="Nguyen _.pdf"; filename*=UTF-8''Nguy%E1%BB%85n%20%E7%8E%8B.pdf`,
    );
  });

  it.each([
    ['a"; filename=evil.exe', 'a_; filename=evil.exe', 'a%22%3B%20filename%3Devil.exe'],
    ['a\r\nSet-Cookie: b', 'a__Set-Cookie: b', 'a__Set-Cookie%3A%20b'],
    ['../../etc/passwd', '.._.._etc_passwd', '.._.._etc_passwd'],
    ["o'neil(1)*.pdf", "o'neil(1)*.pdf", 'o%27neil%281%29%2A.pdf'],
    ['\ud800.pdf', '_.pdf', '%EF%BF%BD.pdf'],
  ])('cannot break out of its header: %j', (fileName, plain, encoded) => {
    expect(contentDisposition(fileName)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
  });
});
