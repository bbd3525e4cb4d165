import { beforeEach, describe, expect, it } from 'vitest';
import { readPdf } from '../../shared/documents/read-pdf.ts';
import { content } from '../../support/activity.ts';
import { createBrowser } from '../../support/browser.ts';
import { createCertified } from '../../support/certified.ts';
import { createLearner, type Learner, physician } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { type Service, START } from '../../support/service.ts';
import { flawOf } from '../../support/signed-pdf.ts';

const DAY = 86_400_000;

let service: Service;
let learner: Learner;
let certificateId: string;
beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
});

const transcript = async (query = {}) => (await learner.ask('getTranscript', { query })).body;
const csv = async (query = {}) => (await learner.ask('getTranscriptCsv', { query })).text;
const share = async (body = {}) =>
  (await learner.ask('shareTranscript', { body: { expiresInDays: 30, ...body } })).body;
const open = (url: string) =>
  createBrowser(service).ask('getSharedTranscript', { params: { token: url.split('/').at(-1) ?? '' } });

async function revoke(): Promise<void> {
  const asked = { kind: 'revoke', certificateId, reason: 'Not there', by: 'Asha' };
  const proposed = await service.proposeChange(asked);
  if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed.reasons));
  await service.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
}

describe('a transcript', () => {
  it('lists each credit with what proves it, and totals by kind and year', async () => {
    const { name, lines, totals, years, scope } = await transcript();
    expect(name).toBe('Amélie Nguyễn, MD, FACP');
    expect(lines).toMatchObject([
      { certificateId, participatedOn: '2026-03-09', creditType: 'ama-pra-category-1', standing: 'valid' },
    ]);
    const [{ amount = 0 } = {}] = lines;
    expect(totals).toMatchObject([{ creditType: 'ama-pra-category-1', name: 'AMA PRA Category 1 Credits™', amount }]);
    expect(years).toMatchObject([{ year: 2026, amount }]);
    expect(scope).toEqual({ from: '2026-03-09', to: '2026-03-09' });
  });

  it('says the same as page, as JSON and as CSV', async () => {
    const { lines } = await transcript();
    const page = (await open((await share()).url)).text;
    const file = await csv();
    for (const { title, number, verifyUrl, amount } of lines)
      for (const text of [page, file]) {
        expect(text).toContain(title);
        expect(text).toContain(number);
        expect(text).toContain(verifyUrl);
        expect(text).toContain(String(amount / 100));
      }
  });

  it('is narrowed down by days and kinds, and the file bears the range in its name', async () => {
    expect((await transcript({ from: '2026-03-10' })).lines).toEqual([]);
    expect((await transcript({ types: 'ancc-contact-hour' })).lines).toEqual([]);
    expect((await transcript({ from: '2026-03-09', to: '2026-03-09' })).lines).toHaveLength(1);
    const file = await learner.ask('getTranscriptCsv', { query: { from: '2026-01-01', to: '2026-12-31' } });
    expect(file.headers['content-disposition']).toContain('transcript-2026-01-01-to-2026-12-31.csv');
  });

  it('is a signed PDF of the same credits, which bears the range in its name', async () => {
    const answer = await learner.ask('getTranscriptPdf', { query: { from: '2026-01-01', to: '2026-12-31' } });
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain('transcript-2026-01-01-to-2026-12-31.pdf');
    expect(answer.headers['cache-control']).toBe('no-store');
    const [key] = await service.portsOf('get-transcript-pdf').signer.keys();
    expect(await flawOf(answer.bytes, key)).toBeUndefined();
    const { elements, document } = await readPdf(answer.bytes);
    const printed = elements.map(({ text }) => text).join('\n');
    const { lines, name } = await transcript();
    for (const { title, number, amount, verifyUrl } of lines)
      for (const fact of [
        name,
        title,
        number,
        String(amount / 100),
        verifyUrl?.replace('https://', '') ?? 'no address',
      ])
        expect(printed).toContain(fact);
    expect(document.getCreationDate()?.toISOString()).toBe(START);
  });

  it('is a PDF too when nothing is in the range, and refused as a PDF as it is as a page', async () => {
    const { elements } = await readPdf(
      (await learner.ask('getTranscriptPdf', { query: { from: '2027-01-01' } })).bytes,
    );
    expect(elements.map(({ text }) => text)).toContain('No credit in this range.');
    expect((await createBrowser(service).ask('getTranscriptPdf')).status).toBe(401);
  });

  it('is refused as a PDF with a reason where a name cannot be set in print', async () => {
    const profile = { ...physician, givenName: 'Ame\u{1f984}' };
    const odd = await createLearner(service, { email: 'odd@example.org', profile });
    const refused = await odd.ask('getTranscriptPdf');
    expect(refused.status).toBe(409);
    expect(refused).toBeRefusedFor('transcript-unprintable');
  });

  it('is refused with every reason when a day is none, the range runs backwards or a kind cannot be one', async () => {
    for (const route of ['getTranscript', 'getTranscriptCsv', 'getTranscriptPdf'] as const) {
      const query = { from: '2026-02-30', to: 'x'.repeat(900), types: '<b>' };
      const refused = await learner.ask(route, { query });
      expect(refused.status).toBe(422);
      expect(refused).toBeRefusedFor('date-unreadable', 'date-unreadable', 'credit-type-unknown');
      expect((await learner.ask(route, { query: { from: 'x'.repeat(1_001) } })).status).toBe(422);
    }
  });

  it('lists what was revoked as such, and counts it no longer', async () => {
    await revoke();
    const { lines, totals } = await transcript();
    expect(lines).toMatchObject([{ standing: 'revoked', counted: 0 }]);
    expect(totals).toEqual([]);
  });
});

describe('a link to a transcript', () => {
  it('opens for anybody without sign-in, and says when it was made and what it covers', async () => {
    const { url, expiresAt } = await share({ from: '2026-01-01', to: '2026-06-30' });
    const page = await open(url);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Shared by its holder on 9 March 2026, until 8 April 2026');
    expect(page.text).toContain('Participation from 1 January 2026 to 30 June 2026');
    expect(page.text).toContain('Amélie Nguyễn, MD, FACP');
    expect(page.text).not.toMatch(/<script|example\.org</);
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    expect(expiresAt).toBe('2026-04-08T04:30:00.000Z');
  });

  it('leads to the same as a signed PDF, as long as it opens at all', async () => {
    const { url, shareId } = await share();
    const params = { token: url.split('/').at(-1) ?? '' };
    expect((await open(url)).text).toContain(`<a href="/t/${params.token}/pdf">`);
    const stranger = createBrowser(service);
    const answer = await stranger.ask('getSharedTranscriptPdf', { params });
    const [key] = await service.portsOf('get-transcript-pdf').signer.keys();
    expect(await flawOf(answer.bytes, key)).toBeUndefined();
    expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    await learner.ask('withdrawShare', { params: { shareId } });
    const gone = await stranger.ask('getSharedTranscriptPdf', { params });
    expect([gone.status, gone.text]).toEqual([404, (await open(url)).text]);
  });

  it('covers for good what it covered when it was made, and shows how that stands today', async () => {
    const { url } = await share();
    await revoke();
    expect((await open(url)).text).toContain('<strong>Revoked</strong>');
    service.pass(2 * DAY);
    await service.publish(content({ activityId: 'later' }));
    await (await createLearner(service, { activityId: 'later' })).complete();
    expect((await open(url)).text.match(/<time/g)).toHaveLength(1);
  });

  it('that expired, was withdrawn or never was, leads to the same page', async () => {
    const [withdrawn, expiring] = [await share(), await share({ expiresInDays: 1 })];
    const params = { shareId: withdrawn.shareId };
    expect((await learner.ask('withdrawShare', { params })).body).toMatchObject({ standing: 'withdrawn' });
    service.pass(DAY);
    const pages = [await open(withdrawn.url), await open(expiring.url), await open('https://x/t/none')];
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
  });

  it('is withdrawn for good, however often that is asked', async () => {
    const { shareId } = await share();
    const first = (await learner.ask('withdrawShare', { params: { shareId } })).body;
    service.pass(1_000);
    expect((await learner.ask('withdrawShare', { params: { shareId } })).body).toEqual(first);
    expect((await learner.ask('listShares')).body.shares).toEqual([first]);
  });

  it('is told once; the records hold no way to open it', async () => {
    const { url } = await share();
    const token = url.split('/').at(-1) ?? '';
    expect(token.length).toBeGreaterThanOrEqual(43);
    const elsewhere = [service.table.rows(), service.logged, (await learner.ask('listShares')).body];
    expect(JSON.stringify(elsewhere)).not.toContain(token);
  });

  it('is the same when the request is sent again, and there are twenty at most', async () => {
    const headers = { 'idempotency-key': 'once' };
    const asked = { body: { expiresInDays: 30 }, headers };
    const [one, again] = [await learner.ask('shareTranscript', asked), await learner.ask('shareTranscript', asked)];
    expect(again.text).toBe(one.text);
    for (let made = 1; made < 20; made++) await share();
    const refused = await learner.ask('shareTranscript', { body: { expiresInDays: 30 } });
    expect(refused.status).toBe(409);
    expect(refused).toBeRefusedFor('too-many-shares');
  });

  it.each([0, 366, 1.5, -1])('cannot work for %s days', async (expiresInDays) => {
    const refused = await learner.ask('shareTranscript', { body: { expiresInDays } });
    expect(refused.status).toBe(422);
    expect(refused.reasons[0]?.field).toBe('/expiresInDays');
  });
});
