import type { Routes } from '../../../shared/api/routes.ts';
import { csvOf } from '../../../shared/documents/csv.ts';
import { escapeHtml } from '../../../shared/documents/html.ts';
import { content, draft, evaluated, postTest, right } from '../../support/activity.ts';
import type { Answer, Browser, Sent } from '../../support/browser.ts';
import { signIn } from '../../support/learner.ts';
import { boardOffer, boardWish } from '../../support/points.ts';
import type { Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';
import { writtenIn } from './fields.ts';

/** What somebody wrote everywhere, and where it went. */
export interface Scene {
  readonly learner: Browser;
  readonly office: Browser;
  readonly activityId: string;
  readonly certificateId: string | undefined;
  readonly shareToken: string | undefined;
  readonly offerToken: string | undefined;
  /** The fields that took the text. */
  readonly taken: ReadonlySet<string>;
}

/** A question of which every text is the attack; options stay different from one another. */
const hostileQuestion = <Question extends { readonly options?: readonly { readonly text: string }[] }>(
  question: Question,
  text: string,
) => ({
  ...question,
  text,
  ...(question.options && { options: question.options.map((option, at) => ({ ...option, text: `${text} ${at}` })) }),
});

/** An activity of which each text is the attack; the letters of what must fit a form stay. */
const hostileContent = (activityId: string, text: string) => {
  const test = postTest();
  const { evaluation } = draft();
  return content({
    ...{
      moc: [boardOffer],
      activityId,
      title: text,
      summary: text,
      audience: text,
      objectives: [text],
      content: { paragraphs: [text] },
    },
    provider: { name: text, signatory: { name: text, title: text }, contact: 'help@meridian.example' },
    faculty: [{ name: text, credentials: text, disclosure: 'Nothing to disclose.' }],
    assessments: [{ ...test, questions: test.questions.map((question) => hostileQuestion(question, text)) }],
    evaluation: { questions: evaluation.questions.map((question) => hostileQuestion(question, text)) },
  });
};

/** An activity that everybody takes: outcomes are shown of five learners together. */
export const COMMON = 'common';

/** A browser that notes which fields took a text. */
function penOf(text: string, taken: Set<string>) {
  return async <Name extends keyof Routes>({ ask }: Browser, name: Name, sent: Sent): Promise<Answer<Name>> => {
    const answer = await ask(name, sent);
    if (answer.status >= 500) throw new Error(`${name} answered ${answer.status}: ${answer.text}`);
    if (answer.status < 300) for (const field of writtenIn(name, sent.body, text)) taken.add(field);
    return answer;
  };
}

/** Has a learner and the staff write one text wherever there is a field for one. What refuses it goes on without. */
export async function playScene(service: Service, text: string, number: number): Promise<Scene> {
  service.pass(20 * 60_000);
  const taken = new Set<string>();
  const write = penOf(text, taken);
  const activityId = `activity-${number}`;
  const published = await service.tryToPublish(hostileContent(activityId, text));
  if (published.outcome === 'refused') await service.publish(content({ activityId, moc: [boardOffer] }));
  else taken.add('an activity’s file');

  const params = { activityId };
  await passAndLeave(service, activityId, `late-${number}@example.org`);
  const learner = await signIn(service, `learner-${number}@example.org`);
  const plain = { givenName: 'Ada', familyName: 'Nguyen', profession: 'physician' };
  await learner.ask('putMe', { body: plain });
  const names = { ...plain, givenName: text, familyName: text, credentials: text };
  if ((await write(learner, 'putMe', { body: names })).status !== 200)
    for (const [field, value] of Object.entries(names))
      await write(learner, 'putMe', { body: { ...plain, [field]: value } });
  const common = { activityId: COMMON };
  const first = (await learner.ask('startAttempt', { params: common, body: { assessmentId: 'post-test' } })).body;
  await learner.ask('submitAttempt', { params: { attemptId: first.attemptId }, body: { answers: right } });
  await write(learner, 'submitEvaluation', { params: common, body: { answers: { ...evaluated, e4: text } } });
  const { attemptId } = (await learner.ask('startAttempt', { params, body: { assessmentId: 'post-test' } })).body;
  await learner.ask('submitAttempt', { params: { attemptId }, body: { answers: right } });
  await write(learner, 'submitEvaluation', { params, body: { answers: { ...evaluated, e4: text } } });
  await learner.ask('submitEvaluation', { params, body: { answers: evaluated } });
  const claims = [{ creditType: 'ama-pra-category-1', amount: 100 }];
  await learner.ask('claimCredit', { params, body: { claims, moc: [boardWish] } });
  const [credit] = (await learner.ask('getWallet')).body.credits;
  const certificateId = credit?.certificateId;
  const shared = await learner.ask('shareTranscript', { body: { expiresInDays: 7 } });
  const offer = certificateId && (await learner.ask('offerToWallet', { params: { certificateId } }));

  const office = await createStaff(service, 'owner', { email: `owner-${number}@meridian.example`, name: text });
  const second = await createStaff(service, 'coordinator', { email: `second-${number}@meridian.example`, name: text });
  await writeOffice(write, office, text, number);
  const other = await signIn(service, `other-${number}@example.org`);
  await other.ask('putMe', { body: plain });
  await lookFor(write, office, text, number);
  await writeChanges(write, [office, second], text, { number, activityId, certificateId, learner, other });
  return {
    ...{ learner, office, activityId, certificateId, taken },
    shareToken: shared.status < 300 ? shared.body.url.split('/').at(-1) : undefined,
    offerToken: offer && offer.status < 300 ? /[\w-]{43}/.exec(offer.body.url)?.[0] : undefined,
  };
}

/** Somebody who passes and never comes back: they are reminded, days later. */
async function passAndLeave(service: Service, activityId: string, email: string): Promise<void> {
  const late = await signIn(service, email);
  await late.ask('putMe', { body: { givenName: 'Ada', familyName: 'Nguyen', profession: 'physician' } });
  const params = { activityId };
  const { attemptId } = (await late.ask('startAttempt', { params, body: { assessmentId: 'post-test' } })).body;
  await late.ask('submitAttempt', { params: { attemptId }, body: { answers: right } });
}

/** Has staff search everything by the text, which is kept nowhere. */
async function lookFor(write: Write, office: Browser, text: string, number: number): Promise<void> {
  const texts = { activityId: COMMON, asked: '1', questionId: 'e4' };
  const about = { by: text, type: text, about: text };
  await write(office, 'listLearners', { body: { search: text } });
  // A place in a list that no page named is as none.
  await write(office, 'listLearners', { body: { cursor: text } });
  await write(office, 'exportLearners', { body: { cursor: text } });
  await write(office, 'listFreeTexts', { params: texts, body: { contains: text } });
  await write(office, 'exportFreeTexts', { params: texts, body: { contains: text } });
  await write(office, 'previewCertificate', { params: { activityId: `draft-${number}` }, body: { name: text } });
  await write(office, 'listAuditTrail', { body: { ...about, cursor: text } });
  await write(office, 'exportAuditTrail', {
    body: { ...about, from: '2026-03-09', until: '2026-03-09', cursor: text },
  });
  await write(office, 'getAwardOffers', { body: { learner: text, activityId: text } });
  await write(office, 'previewMerge', { body: { learnerId: text, into: text } });
}

/** A question as QTI 2.1 has it, honest but for its words. */
const qtiItem = (text: string): string =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="Q"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>${escapeHtml(text)}</prompt><simpleChoice identifier="a">x</simpleChoice><simpleChoice identifier="b">y</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;

type Write = ReturnType<typeof penOf>;

/** What the office writes down that concerns no learner. */
async function writeOffice(write: Write, office: Browser, text: string, number: number): Promise<void> {
  const first = { 'if-match': '"0"' };
  const draft = { activityId: `draft-${number}` };
  await write(office, 'inviteStaff', { body: { email: `new-${number}@meridian.example`, name: text, role: 'author' } });
  const made = await write(office, 'createDraft', { body: { ...draft, title: text } });
  if (made.status >= 300) await office.ask('createDraft', { body: { ...draft, title: 'Plain' } });
  const { parts } = (await office.ask('getDraft', { params: draft })).body;
  const material = { paragraphs: [text], url: text };
  const about = { title: text, summary: text, audience: text, objectives: [text], content: material };
  const rev = { 'if-match': `"${parts.about?.rev ?? 0}"` };
  await write(office, 'saveDraftPart', { params: { ...draft, part: 'about' }, headers: rev, body: { content: about } });
  const assessment = { ...draft, part: 'assessment-a' };
  const test = { id: 'post-test', kind: 'post-test', title: text };
  await write(office, 'saveDraftPart', { params: assessment, headers: first, body: { content: test } });
  const outline = { assessments: [{ part: 'assessment-a', questions: [] }] };
  const outlined = { 'if-match': `"${parts.outline?.rev ?? 0}"` };
  await office.ask('saveDraftPart', {
    params: { ...draft, part: 'outline' },
    headers: outlined,
    body: { content: outline },
  });
  const fields = { name: text, contact: text, signatory: { name: text, title: text }, address: text };
  await write(office, 'saveProvider', {
    params: { providerId: `provider-${number}` },
    headers: first,
    body: { fields },
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${text}</title><path d="M0 0L9 9Z" fill="#123456"/></svg>`;
  await office.ask('saveDrawing', {
    params: { providerId: `provider-${number}`, drawing: 'logo' },
    headers: first,
    body: { svg },
  });
  const questions = [{ id: 'q1', kind: 'text', text, required: false }];
  await write(office, 'saveEvaluationSet', {
    params: { setId: `set-${number}` },
    headers: first,
    body: { name: text, questions },
  });
  const webhook = { url: 'https://records.example.org/hook', description: text, events: ['credit.awarded'] };
  const added = await write(office, 'addWebhook', { body: webhook });
  if (added.status < 300) {
    const { endpointId } = added.body.webhook;
    await write(office, 'changeWebhook', { params: { endpointId }, body: { ...webhook, status: 'disabled' } });
  }
  await write(office, 'makeApiKey', { body: { name: text, scopes: ['credits:read'] } });
  const rows = [
    ['E-mail', 'First name', 'Last name', 'Profession', 'Credentials'],
    [`imported-${number}@example.org`, text, text, 'nurse', text],
  ];
  await write(office, 'importTable', { body: { kind: 'learners', fileName: text, text: csvOf(rows) } });
  await write(office, 'importTable', {
    body: { kind: 'learners', fileName: 'plain.csv', text: `${text}\n${csvOf(rows)}` },
  });
  const bank = { fileName: text, assessment: 'post-test' };
  const gift = [{ text: `::${text}:: ${text} {=right ~wrong}` }];
  await write(office, 'importQuestions', { params: draft, body: { ...bank, format: 'gift', documents: gift } });
  const qti = [{ name: text, text: qtiItem(text) }];
  await write(office, 'importQuestions', { params: draft, body: { ...bank, format: 'qti21', documents: qti } });
}

interface Case {
  readonly number: number;
  readonly activityId: string;
  readonly certificateId: string | undefined;
  readonly learner: Browser;
  /** Another learner, who has done nothing yet. */
  readonly other: Browser;
}

/** A change or a batch that waits for a second person. */
interface Asked {
  readonly change?: { readonly changeId: string };
  readonly batchId?: string;
}

/** What two of the staff write about a learner, a certificate and an activity. */
async function writeChanges(
  write: Write,
  [office, second]: readonly [Browser, Browser],
  reason: string,
  { number, activityId, certificateId = '', learner, other }: Case,
): Promise<void> {
  const { learnerId } = (await learner.ask('getMe')).body;
  const into = (await other.ask('getMe')).body.learnerId;
  const asked = async (
    name: 'askChange' | 'askRevocation' | 'askChangeBatch' | 'askAward' | 'askAwardBatch' | 'askMerge',
    body: object,
  ) => {
    const { status, text } = await write(office, name, { body });
    return status < 300 ? (JSON.parse(text) as Asked) : {};
  };
  const rejected = async ({ change, batchId }: Asked) => {
    const changeId = change?.changeId;
    if (changeId) await write(second, 'rejectChange', { params: { changeId }, body: { reason } });
    if (batchId) await write(second, 'rejectBatch', { params: { batchId }, body: { reason } });
  };
  const correction = { name: reason };
  const claims = [{ creditType: 'ama-pra-category-1', amount: 50 }];
  await rejected(await asked('askRevocation', { certificateId, reason }));
  await rejected(await asked('askChangeBatch', { of: 'correct', reason, items: [{ certificateId, correction }] }));
  for (const kind of ['suspend', 'restore'] as const) await asked('askChange', { kind, certificateId, reason });
  await asked('askChange', { kind: 'correct', certificateId, reason, correction });
  const award = { learner: `other-${number}@example.org`, participatedOn: '2026-03-01', claims };
  await rejected(await asked('askAwardBatch', { activityId, reason, items: [award] }));
  await asked('askAward', { ...award, activityId, reason });
  await write(office, 'giveAttempts', {
    body: { learnerId: into, activityId, assessmentId: 'post-test', reason, more: 1 },
  });
  await write(office, 'addLearnerAddress', {
    params: { learnerId },
    body: { email: `more-${number}@example.org`, reason },
  });
  await rejected(await asked('askMerge', { kind: 'merge', learnerId, into, reason }));
  const points = { learnerId, activityId, board: 'ABIM' } as const;
  await write(office, 'reportPoints', { body: { points: [{ ...points, action: 'add', points: 100 }] } });
  await write(office, 'reportPoints', {
    body: { points: [{ ...points, activityId: reason, action: 'add', points: 100 }] },
  });
  await write(office, 'answerPoints', { body: { points: [points], verdict: 'refused', reason } });
  const params = { activityId };
  await write(office, 'withdrawActivity', { params, body: { reason } });
  await write(office, 'reinstateActivity', { params, body: { reason } });
  await write(office, 'closeActivity', { params, body: { reason, closesOn: '2026-12-31' } });
}
