import { right, wrong } from '../../../support/activity.ts';
import { writtenDocument } from '../../../support/drafting.ts';
import { idsIn, type LivingStore } from '../living-store.ts';
import type { Store } from './generate-requests.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const question = { id: 'q', kind: 'rating', text: 'Was it of use?', options: ['No', 'Yes'] };
const table = 'email,given name,family name,profession\nada@example.org,Ada,Lin,nurse\nx,,,\n';
const credits = 'email,title,credit type,amount,date\nada@example.org,Old course,ama-pra-category-1,1.00,2020-01-01\n';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10H0Z"/></svg>';

/** What fields take, so that requests hit what there is: ids by parameter, addresses, codes, answers, texts of files. */
export function storeOf(living: LivingStore): Store {
  const { own, other, third, staff, done, code, staffCode, newcomerId, callers } = living;
  const learners = [own, other, third];
  const begun = learners.map(({ attemptIds }) => attemptIds[0]);
  const ids = idsIn(living);
  const document = writtenDocument() as unknown as Readonly<Record<string, unknown>>;
  const emails = [
    ...learners.flatMap(({ email, second }) => [email, second]),
    'name@example.org',
    'owner@meridian.example',
  ];
  return {
    callers,
    inUse: {
      ...ids,
      ...{ email: emails, code: [code, code.replace('-', ''), '2222-2222'], learner: [...ids.learnerId, ...emails] },
      ...{
        into: ids.learnerId,
        assessmentId: ['post-test', 'verification'],
        assessment: ['assessment-0', 'post-test'],
      },
      ...{
        chosen: [['a'], ['b'], ['a', 'c'], ['c'], []],
        questionId: ['q1', 'q2', 'q3', 'q4', 'v1', 'e1', 'e2', 'e4'],
      },
      ...{
        creditType: ['ama-pra-category-1', 'ama-pra-category-1', 'ancc-contact-hour'],
        amount: [100, 50, 150, 125, 25],
      },
      ...{ ids: [done.workIds, ['nothing', ...done.workIds]], messageKey: done.messageKeys, boardId: ['123456'] },
      ...{ board: ['ABIM', 'ABIM', 'ABP'], points: [100, 25] },
      ...{ birthMonthDay: ['03-09'], permission: [true], wording: [1], given: [true, false], expiresInDays: [7, 90] },
      ...{ confirmation: ['ERASE', 'erase', 'DELETE', 'no'], participatedOn: ['2026-03-09', '2026-02-01'] },
      ...{
        from: ['2026-03-01', '2026-03-09'],
        until: ['2026-03-10', '2026-03-31'],
        to: ['2026-12-31'],
        day: ['2026-03-09'],
      },
      ...{ year: ['2026', '2025'], closesOn: ['2026-12-31', '2027-01-31'], types: ['ama-pra-category-1'] },
      ...{
        search: ['Viv', 'quarr', own.email, own.learnerId, 'x'],
        by: [staff.owner.staffId, 'system'],
        about: [own.learnerId],
      },
      cursor: ['W10', '5', base64url('[]'), base64url('["a","b","c"]'), base64url('EVENT#1'), base64url('{}'), '%%%'],
      format: ['csv', 'xlsx'],
      url: ['https://receiver.example/told', 'http://127.0.0.1/x', 'https://10.0.0.1/', 'javascript:alert(1)'],
      ...{ name: ['Ada Lin', 'Register'], title: ['A title'], reason: ['Said so that the trail can be followed.'] },
      ...{ fileName: ['a.csv', 'bank.gift', '../../x'], leavingOut: [0, 1], role: ['author', 'owner'], more: [1, 2] },
      ...{
        givenName: ['Ada', 'Nguyễn'],
        familyName: ['Lin', 'Żółć'],
        credentials: ['MD'],
        fields: [document.provider, {}],
      },
      svg: [svg, '<svg/>', svg.replace('<path', '<script>1</script><path')],
      content: [
        ...[{}, document, { title: 'Wound Care' }, { questions: [question] }],
        { assessments: [{ part: 'assessment-0', questions: ['question-0x0', 'question-0x1'] }] },
      ],
      questions: [[], [question], [question, {}]],
      copyOf: [{ activityId: 'hand-hygiene' }, { activityId: 'hand-hygiene', version: 1 }, { activityId: 'nothing' }],
    },
    ofRoute: {
      getCredential: { format: ['jsonld', 'jwt', 'svg'] },
      exportQuestions: { format: ['gift', 'aiken', 'csv', 'qti', 'moodle', 'xml'], activityId: ['wound-care'] },
      importQuestions: {
        ...{ format: ['gift', 'aiken', 'csv', 'moodle'], activityId: ['wound-care'] },
        text: ['::a::Which? {=A ~B}\n', 'What?\nA. One\nB. Two\nANSWER: A\n', '<quiz></quiz>', '{'],
      },
      importTable: { text: [table, credits, 'x'] },
      createDraft: { activityId: ['new-activity', 'another-one', 'wound-care', 'hand-hygiene'] },
      ...Object.fromEntries(
        ['saveDraftPart', 'getDraftPart', 'publishDraft', 'checkDraft', 'restartDraft', 'previewDraft'].map((name) => [
          name,
          { activityId: ['wound-care', 'wound-care', 'hand-hygiene'], version: [1] },
        ]),
      ),
      saveAnswers: {
        questionId: ['q1', 'q2', 'q3', 'q4'],
        chosen: [['a'], ['b'], ['a', 'c']],
        attemptId: begun,
      },
      submitAttempt: { answers: [right, wrong], attemptId: begun },
      claimCredit: {
        claims: [[{ creditType: 'ama-pra-category-1', amount: 100 }]],
        activityId: ['hand-hygiene', 'hand-hygiene', 'sepsis'],
      },
      submitEvaluation: { questionId: ['e1', 'e2'], chosen: [['a'], ['b']], activityId: ['sepsis', 'hand-hygiene'] },
      reportPoints: {
        points: [[{ learnerId: own.learnerId, activityId: 'hand-hygiene', board: 'ABIM', action: 'add', points: 100 }]],
      },
      answerPoints: {
        points: [[{ learnerId: third.learnerId, activityId: 'hand-hygiene', board: 'ABIM' }]],
        reason: ['No diplomate has this ID.'],
      },
      reinstateActivity: { activityId: ['retired', 'retired', 'sepsis'] },
      enterStaffCode: { code: [staffCode, '2222-2222'] },
      ...Object.fromEntries(
        ['askMerge', 'previewMerge'].map((name) => [
          name,
          { learnerId: [newcomerId], into: [own.learnerId, third.learnerId] },
        ]),
      ),
      getDailyHead: { day: ids.day },
      listFreeTexts: { cursor: ['0', '1', '-1', 'x', '1e9'], questionId: ['e4', 'e1'] },
      setConsent: { purpose: ['board-reporting', 'research-use-of-answers'] },
      getStatusList: { purpose: ['revocation', 'suspension'] },
    },
  };
}
