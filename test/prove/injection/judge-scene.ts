import { isDeepStrictEqual } from 'node:util';
import { simpleParser } from 'mailparser';
import { mimeOf } from '../../../functions/adapters/mail-message.ts';
import { logLine } from '../../../functions/adapters/system.ts';
import type { Routes } from '../../../shared/api/routes.ts';
import { DAY } from '../../../shared/domain/kinds.ts';
import { readPdf } from '../../shared/documents/read-pdf.ts';
import type { Service } from '../../support/service.ts';
import type { Tally } from '../tally.ts';
import { actionsOf, readCsv } from './judge-files.ts';
import { liveLinks, skeletonOf, wordsOf, xmlFault } from './judge-markup.ts';
import { letters, shows } from './judge-text.ts';
import type { Scene } from './scene.ts';

/** What outputs are made of where nobody attacks: what they are compared with. */
export type Honest = Map<string, Set<string>>;

/** A scene to judge, or, while the honest ones are learnt, to learn. */
export interface Judging {
  readonly service: Service;
  readonly scene: Scene;
  readonly text: string;
  readonly honest: Honest;
  readonly learns: boolean;
  readonly tally: Tally;
  /** How many mails and log events there were before. */
  readonly before: { readonly mails: number; readonly events: number };
}

/** @param kinds the kinds of elements alone: how many there are of each depends on how long the words are. */
function judgePage({ honest, learns, tally, text }: OfMail, name: string, page: string, kinds?: 'kinds'): void {
  const all = skeletonOf(page);
  const skeleton = kinds ? [...new Set(all.split('\n'))].toSorted().join('\n') : all;
  const known = honest.get(name) ?? new Set();
  if (learns) honest.set(name, known.add(skeleton));
  const links = liveLinks(page);
  const holds = known.has(skeleton) && links.length === 0;
  tally.judge(
    holds,
    'pages, mails and certificates in HTML with no element, attribute or live link but their own',
    () => `${name} with ${JSON.stringify(text)}: ${links.join() || differenceOf(skeleton, [...known][0] ?? '')}`,
  );
}

function differenceOf(one: string, two: string): string {
  const [ours, theirs] = [one.split('\n'), two.split('\n')];
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  return `element ${at}: <${ours[at]}> for <${theirs[at]}>`;
}

/** A badge but for the credential that is baked into it: data that no reader of pictures looks at. */
const withoutData = (svg: string): string => svg.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');

/** The pages that the service makes of it, for anybody and for the learner. */
async function judgePages(judging: Judging): Promise<void> {
  const { scene, tally, text } = judging;
  const { learner, office, certificateId = '', shareToken = '', offerToken = '', activityId } = scene;
  const pages: readonly (readonly [keyof Routes, Readonly<Record<string, string>>])[] = [
    ['verifyCertificate', { certificateId }],
    ['checkPdf', { certificateId }],
    ['getSharedTranscript', { token: shareToken }],
    ['getWalletOffer', { offerToken }],
  ];
  for (const [name, params] of pages) {
    const { status, text: page } = await learner.ask(name, { params, headers: { accept: 'text/html' } });
    judgePage(judging, `${name} ${status}`, page);
    if (status === 200 && name === 'verifyCertificate' && scene.taken.has('putMe /familyName'))
      tally.judge(
        shows(wordsOf(page), text),
        'names on verification pages to the letter',
        () => `${JSON.stringify(text)}: ${wordsOf(page)}`,
      );
  }
  const { sheet } = (await learner.ask('getCertificate', { params: { certificateId } })).body as {
    readonly sheet: string;
  };
  judgePage(judging, 'the certificate as a sheet', sheet);
  const preview = await office.ask('previewCertificate', {
    params: { activityId: `draft-${activityId.split('-')[1]}` },
    body: { profession: 'physician', name: text },
  });
  if (preview.status === 200) judgePage(judging, 'the preview of a certificate', preview.body.sheet);
}

/** Answers in JSON: of their type, not to be sniffed (`test/support/browser.ts` holds each to it), and to the letter. */
async function judgeAnswers({ scene, text, tally }: Judging): Promise<void> {
  const { learner, office, activityId, certificateId = '', taken } = scene;
  const { body } = await learner.ask('getMe');
  const names: readonly (keyof Routes)[] = [
    'getMe',
    'getWallet',
    'getHistory',
    'getTranscript',
    'listActivities',
    'exportData',
  ];
  for (const name of names) await learner.ask(name);
  const { status } = await learner.ask('getActivity', { params: { activityId } });
  await office.ask('getLearner', { params: { learnerId: body.learnerId } });
  await office.ask('getCertificateToChange', { params: { certificateId } });
  await office.ask('listWaitingChanges');
  if (taken.has('putMe /givenName'))
    tally.judge(
      status === 200 && letters(body.givenName ?? '') === letters(text),
      'names in JSON to the letter',
      () => `${JSON.stringify(text)}: ${body.givenName}`,
    );
}

async function judgeDocuments(judging: Judging): Promise<void> {
  const { service, scene, text, tally } = judging;
  const { learner, certificateId = '', taken } = scene;
  for (const format of ['jsonld', 'jwt', 'svg']) {
    const { status, text: file, headers } = await learner.ask('getCredential', { params: { certificateId, format } });
    if (headers['content-type'] !== 'image/svg+xml' || status !== 200) continue;
    judgePage(judging, 'a badge', withoutData(file), 'kinds');
    const fault = xmlFault(file);
    tally.judge(fault === undefined, 'badges that are well-formed XML', () => `${JSON.stringify(text)}: ${fault}`);
  }
  const csv = readCsv((await learner.ask('getTranscriptCsv')).text);
  tally.judge(
    'texts' in csv,
    'tables as CSV by RFC 4180 of which no cell is run',
    () => `a transcript with ${JSON.stringify(text)}: ${JSON.stringify(csv)}`,
  );
  const transcript = await learner.ask('getTranscriptPdf');
  const pdfs = [...service.documents.kept].flatMap(([key, { bytes }]) =>
    key.includes(certificateId) && key.endsWith('.pdf') ? [bytes] : [],
  );
  if (transcript.status === 200) pdfs.push(Buffer.from(transcript.bytes));
  for (const bytes of pdfs) {
    const actions = await actionsOf(bytes, service.config.siteUrl);
    tally.judge(
      actions.length === 0,
      'PDFs whose objects do nothing',
      () => `${JSON.stringify(text)}: ${actions.join()}`,
    );
  }
  const [certificate] = pdfs;
  if (!certificate || !taken.has('an activity’s file')) return;
  const { elements } = await readPdf(certificate);
  const said = elements.flatMap(({ actual, text: drawn }) => [actual ?? '', drawn]).join('\n');
  tally.judge(shows(said, text), 'texts in PDFs to the letter', () => `${JSON.stringify(text)}: ${said.slice(0, 300)}`);
}

const SENDER = 'Credit Wallet <credit@meridian.example>';

type OfMail = Pick<Judging, 'text' | 'honest' | 'learns' | 'tally'>;

async function judgeMails(mails: Service['inbox']['delivered'], judging: OfMail): Promise<void> {
  const { text, honest, learns, tally } = judging;
  for (const mail of mails) {
    const parsed = await simpleParser(Buffer.from(await mimeOf(mail, SENDER)));
    const kind = mail.messageKey.replace(/-?[0-9a-z]{26}.*$/, '');
    judgePage(judging, `a mail, ${kind}`, mail.html);
    const heads = [...parsed.headers.keys()].toSorted().join();
    const known = honest.get('heads') ?? new Set();
    if (learns) honest.set('heads', known.add(heads));
    const to = Array.isArray(parsed.to) ? [] : (parsed.to?.value ?? []);
    const holds =
      known.has(heads) &&
      to.length === 1 &&
      to[0]?.address === mail.to &&
      letters(parsed.subject ?? '') === letters(mail.subject) &&
      parsed.attachments.length === 0;
    tally.judge(
      holds,
      'mails to one address, with their own headers alone',
      () => `${JSON.stringify(text)}: ${heads}, to ${JSON.stringify(to)}, ${parsed.subject}`,
    );
  }
}

/** Why work is parked is told with the words of an activity that cannot be printed, never with a person's (`called`, printable.ts). */
const quoting: readonly string[] = ['step.broken', 'work.parked'];
const acting = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

/** The log: one line an event that acts on no reader, and nothing in it that a person wrote. */
function judgeLog({ service, text, tally, before }: Judging): void {
  for (const event of service.logged.slice(before.events)) {
    const line = logLine(event);
    const isOneLine = line.endsWith('\n') && !acting.test(line.slice(0, -1));
    const isSame = isDeepStrictEqual(JSON.parse(line), JSON.parse(JSON.stringify(event)));
    const isSilent = quoting.includes(event.event) || text.length < 8 || !Object.values(event).includes(text);
    tally.judge(
      isOneLine && isSame && isSilent,
      'events of the log on one line, without what was written',
      () => `${JSON.stringify(text)}: ${line}`,
    );
  }
}

/** Judges everything that one scene brought forth. */
export async function judgeScene(judging: Judging): Promise<void> {
  await judgePages(judging);
  await judgeAnswers(judging);
  await judgeDocuments(judging);
  await judgeMails(judging.service.inbox.delivered.slice(judging.before.mails), judging);
  judgeLog(judging);
}

/** Days after all scenes whoever passed and left is reminded, each of the activity of their scene. */
export async function judgeReminders(
  service: Service,
  scenes: readonly (Pick<Judging, 'text' | 'learns'> & { readonly activityId: string })[],
  { honest, tally }: Pick<Judging, 'honest' | 'tally'>,
): Promise<void> {
  const before = service.inbox.delivered.length;
  service.pass(4 * DAY);
  await service.remindLearners();
  await service.sweep();
  const mails = service.inbox.delivered.slice(before);
  for (const { activityId, ...scene } of scenes) {
    const reminders = mails.filter(({ text }) => text.includes(`/a/${activityId}\n`));
    tally.judge(reminders.length === 1, 'reminders, one a scene', () => `${activityId}: ${reminders.length}`);
    await judgeMails(reminders, { ...scene, honest, tally });
  }
}
