import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../../functions/records/index.ts';
import type { StatusPurpose } from '../../../shared/domain/status-list.ts';
import { createCertified } from '../../support/certified.ts';
import type { Learner } from '../../support/learner.ts';
import type { Service } from '../../support/service.ts';

let service: Service;
let learner: Learner;
let certificateId: string;

beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
});

const download = async (format: string) =>
  (await learner.ask('getCredential', { params: { certificateId, format } })).text;
const mark = async (purpose: StatusPurpose, set: boolean) => {
  const { statusList } = records({ ...service.portsOf('test'), table: service.table });
  await service.table.write(await statusList.mark(certificateId, purpose, set));
};

describe('the credential of an award', () => {
  it('says the same at each download but for its signature, and has no address in it', async () => {
    const [first, second] = [JSON.parse(await download('jsonld')), JSON.parse(await download('jsonld'))];
    expect({ ...first, proof: undefined }).toEqual({ ...second, proof: undefined });
    expect(JSON.stringify(first)).not.toMatch(/@example\.org|Nguyễn/);
  });
});

describe('the status list', () => {
  it('says of a certificate that it is revoked or suspended as soon as it is', async () => {
    const { credentialStatus } = JSON.parse(await download('jsonld'));
    const says = async (purpose: StatusPurpose) => {
      const entry = credentialStatus.find((each: { statusPurpose: string }) => each.statusPurpose === purpose);
      const [list = ''] = /\d+$/.exec(entry.statusListCredential) ?? [];
      const { text } = await learner.ask('getStatusList', { params: { purpose, list } });
      const { encodedList } = JSON.parse(text).credentialSubject;
      const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
      const index = Number(entry.statusListIndex);
      return ((bits[Math.floor(index / 8)] ?? 0) >> (7 - (index % 8))) & 1;
    };
    expect([await says('revocation'), await says('suspension')]).toEqual([0, 0]);
    await mark('suspension', true);
    expect([await says('revocation'), await says('suspension')]).toEqual([0, 1]);
    await mark('suspension', false);
    await mark('revocation', true);
    expect([await says('revocation'), await says('suspension')]).toEqual([1, 0]);
  });
});
