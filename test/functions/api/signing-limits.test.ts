import { beforeEach, describe, expect, it } from 'vitest';
import { capabilitiesOver } from '../../../functions/capabilities.ts';
import { signingLimits } from '../../../functions/views/signing-limits.ts';
import { createBrowser } from '../../support/browser.ts';
import { createCertified } from '../../support/certified.ts';
import type { Learner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import type { Service } from '../../support/service.ts';

let service: Service;
let learner: Learner;
let certificateId: string;
beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
});

/** As if it had been asked for as often as that is allowed. */
async function usedUp(name: keyof typeof signingLimits, who: string): Promise<void> {
  const limit = signingLimits[name];
  const { signIns } = capabilitiesOver(service.portsOf('get-transcript-pdf'));
  for (let asked = 0; asked < limit.limit; asked++) await signIns.countAgainst(limit, who);
}

describe('what is signed each time that it is asked for', () => {
  it('is signed for one learner so many times an hour, and in another hour again', async () => {
    const { learnerId } = (await learner.ask('getMe')).body;
    const credential = { params: { certificateId, format: 'jwt' } };
    await usedUp('transcript', learnerId);
    await usedUp('credential', learnerId);
    const refused = await learner.ask('getTranscriptPdf');
    expect(refused).toBeRefusedFor('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await learner.ask('getCredential', credential)).toBeRefusedFor('too-many-requests');
    // What is not signed is there as before.
    expect((await learner.ask('getTranscript')).status).toBe(200);
    service.pass(60 * 60_000);
    expect((await learner.ask('getTranscriptPdf')).status).toBe(200);
    expect((await learner.ask('getCredential', credential)).status).toBe(200);
  });

  it('is signed for all who have one link, or one offer, so many times an hour, and for others no less', async () => {
    const share = async () => (await learner.ask('shareTranscript', { body: { expiresInDays: 7 } })).body;
    const anybody = createBrowser(service);
    const pdf = (url: string) =>
      anybody.ask('getSharedTranscriptPdf', { params: { token: url.split('/').at(-1) ?? '' } });
    const [worn, fresh] = [await share(), await share()];
    await usedUp('sharedTranscript', worn.shareId);
    expect(await pdf(worn.url)).toBeRefusedFor('too-many-requests');
    expect((await pdf(fresh.url)).status).toBe(200);

    const { url } = (await learner.ask('offerToWallet', { params: { certificateId } })).body;
    const offerToken = /[\w-]{43}/.exec(url)?.[0] ?? '';
    const { digests } = capabilitiesOver(service.portsOf('get-transcript-pdf'));
    await usedUp('offer', digests.sha256(offerToken));
    expect(await anybody.ask('giveToWallet', { params: { offerToken } })).toBeRefusedFor('too-many-requests');
  });
});
