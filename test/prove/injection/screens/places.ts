import { evaluated, right, wrong } from '../../../support/activity.ts';
import type { Browser } from '../../../support/browser.ts';
import { signIn } from '../../../support/learner.ts';
import type { Service } from '../../../support/service.ts';
import { COMMON, type Scene } from '../scene.ts';

/** A screen to be opened, and what it must show. */
export interface Place {
  /** As the site’s table of screens has it; public pages have none: `/v/:certificateId`. */
  readonly screen: string;
  readonly path: string;
  /** The field that stands on it as it was written, in the words of `Scene.taken`; absent where none needs to. */
  readonly shows?: string;
}

const file = 'an activity’s file';
const name = 'putMe /familyName';

/** The screens of a learner who has done everything. */
export const learnerPlaces = ({ activityId, certificateId = 'none' }: Scene): readonly Place[] => [
  { screen: '/a/:activityId', path: `/a/${activityId}`, shows: file },
  { screen: '/a/:activityId/evaluation', path: `/a/${activityId}/evaluation` },
  { screen: '/a/:activityId/claim', path: `/a/${activityId}/claim` },
  { screen: '/wallet', path: '/wallet', shows: file },
  { screen: '/history', path: '/history', shows: file },
  { screen: '/certificates', path: '/certificates', shows: file },
  { screen: '/transcript', path: '/transcript', shows: file },
  { screen: '/c/:certificateId', path: `/c/${certificateId}`, shows: file },
  { screen: '/profile', path: '/profile', shows: name },
  { screen: '/privacy', path: '/privacy' },
  { screen: '/sign-out', path: '/sign-out' },
  { screen: '/help', path: '/help' },
  { screen: '/', path: '/', shows: file },
];

/** The pages that the service itself makes, for anybody. */
export const publicPlaces = ({ certificateId, shareToken, offerToken }: Scene): readonly Place[] => [
  ...(certificateId
    ? [
        { screen: '/v/:certificateId', path: `/v/${certificateId}`, shows: file },
        { screen: '/v/:certificateId/pdf', path: `/v/${certificateId}/pdf` },
      ]
    : []),
  ...(shareToken ? [{ screen: '/t/:token', path: `/t/${shareToken}`, shows: file }] : []),
  ...(offerToken ? [{ screen: '/credentials/offers/:offerToken', path: `/credentials/offers/${offerToken}` }] : []),
];

/** A learner in the midst of an activity: goes on by one step, and says what there is to see then. */
export async function* midway(service: Service, { activityId }: Scene, number: number) {
  const params = { activityId };
  const learner = await signIn(service, `midway-${number}@example.org`);
  const { ask } = learner;
  const start = async () => (await ask('startAttempt', { params, body: { assessmentId: 'post-test' } })).body.attemptId;
  const submit = (attemptId: string, answers: typeof right) =>
    ask('submitAttempt', { params: { attemptId }, body: { answers } });
  const attempt = (attemptId: string): Place => ({
    ...{ screen: '/a/:activityId/attempts/:attemptId', path: `/a/${activityId}/attempts/${attemptId}`, shows: file },
  });
  await ask('putMe', { body: { givenName: 'Ada', familyName: 'Nguyen', profession: 'physician' } });
  const first = await start();
  yield { learner, places: [{ screen: '/sign-in', path: '/sign-in' }, attempt(first)] };
  await submit(first, wrong);
  yield { learner, places: [attempt(first)] };
  await submit(await start(), right);
  yield {
    learner,
    places: [{ screen: '/a/:activityId/evaluation', path: `/a/${activityId}/evaluation`, shows: file }],
  };
  await ask('submitEvaluation', { params, body: { answers: evaluated } });
  yield { learner, places: [{ screen: '/a/:activityId/claim', path: `/a/${activityId}/claim`, shows: file }] };
}

/** The console’s screens of one scene. */
export async function scenePlaces(scene: Scene, office: Browser): Promise<readonly Place[]> {
  const { learnerId } = (await scene.learner.ask('getMe')).body;
  const { activityId, certificateId } = scene;
  const draft = `/admin/activities/draft-${activityId.split('-')[1]}`;
  const about = 'saveDraftPart /content/**';
  const part = (screen: string, shows?: string): Place => ({
    ...{ screen: `/admin/activities/:activityId/${screen}`, path: `${draft}/${screen}` },
    ...(shows !== undefined && { shows }),
  });
  const learner = `learnerId=${learnerId}&activityId=${activityId}`;
  const changes = await office.ask('getLearner', { params: { learnerId } });
  if (changes.status !== 200) throw new Error(changes.text);
  return [
    { screen: '/admin/learners/:learnerId', path: `/admin/learners/${learnerId}`, shows: name },
    { screen: '/admin/completions', path: `/admin/completions?activity=${activityId}`, shows: file },
    ...(certificateId
      ? [
          {
            ...{ screen: '/admin/certificates/:certificateId', path: `/admin/certificates/${certificateId}` },
            shows: 'askChange /reason',
          },
        ]
      : []),
    { screen: '/admin/addresses/new', path: `/admin/addresses/new?${learner}`, shows: name },
    { screen: '/admin/attempts/new', path: `/admin/attempts/new?${learner}`, shows: name },
    { screen: '/admin/awards/new', path: `/admin/awards/new?${learner}` },
    { screen: '/admin/merges/new', path: `/admin/merges/new?${learner}` },
    ...['dates', 'faculty', 'credit', 'statements', 'evaluation', 'certificate', 'publish', 'versions'].map((one) =>
      part(one),
    ),
    part('details', about),
    part('objectives', about),
    part('assessments', about),
    { ...part('assessments/:part', about), path: `${draft}/assessments/assessment-a` },
    part('preview', about),
    {
      ...{ screen: '/admin/activities/:activityId/versions/:version', shows: file },
      path: `/admin/activities/${activityId}/versions/1`,
    },
    { screen: '/admin/outcomes/:activityId', path: `/admin/outcomes/${activityId}`, shows: file },
  ];
}

/** The console’s screens that hold what all scenes wrote, or that there is one of for each thing that was written. */
export async function officePlaces({ ask }: Browser): Promise<readonly Place[]> {
  const { decided } = (await ask('listDecidedChanges')).body;
  const changes = decided.flatMap(({ change }) => (change ? [`/admin/changes/${change.changeId}`] : []));
  const batches = decided.flatMap(({ batch }) => (batch ? [`/admin/batches/${batch.batchId}`] : []));
  const { webhooks } = (await ask('listWebhooks')).body;
  const { imports } = (await ask('listImports')).body;
  const { staff } = (await ask('listStaff')).body;
  const each = (screen: string, paths: readonly string[]): readonly Place[] => paths.map((path) => ({ screen, path }));
  const lists = [
    '',
    'activities',
    'activities/new',
    'learners',
    'credits',
    'staff',
    'staff/invite',
    'account',
    'sign-out',
  ];
  const more = ['integrations', 'integrations/new', 'integrations/keys', 'integrations/keys/new', 'operations'];
  const operations = ['operations/parked', 'operations/mail', 'operations/audit', 'changes', 'changes/decided'];
  const others = ['batches/new', 'outcomes', 'questions', 'questions/new', 'questions/export', 'sign-in'];
  return [
    ...[...lists, ...more, ...operations, ...others].map((one) => ({ screen: `/admin/${one}`, path: `/admin/${one}` })),
    ...each('/admin/points', ['/admin/points?state=all']),
    ...each('/admin/changes/:changeId', changes),
    ...each('/admin/batches/:batchId', batches),
    ...each(
      '/admin/integrations/webhooks/:endpointId',
      webhooks.map(({ endpointId }) => `/admin/integrations/webhooks/${endpointId}`),
    ),
    ...each(
      '/admin/questions/:importId',
      imports.map(({ importId }) => `/admin/questions/${importId}`),
    ),
    ...each(
      '/admin/staff/:staffId',
      staff.map(({ staffId }) => `/admin/staff/${staffId}`),
    ),
    ...each('/admin/outcomes/:activityId/versions/:asked/texts/:questionId', [
      `/admin/outcomes/${COMMON}/versions/1/texts/e4`,
    ]),
  ];
}
