import * as z from 'zod/mini';
import type { Route } from '../../../shared/api/route.ts';
import { routes } from '../../../shared/api/routes.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Where in a body a text may be written: `/claims/…/creditType`; a record or list of anything ends in `/**`. */
function placesOf(schema: Schema, path = ''): readonly string[] {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.flatMap((one) => placesOf(one, path)))];
  if (schema.enum || schema.const !== undefined) return [];
  if (schema.type === 'string') return [path];
  if (schema.type === 'array') return placesOf(schema.items ?? {}, `${path}/*`);
  if (schema.type !== 'object') return schema.type === undefined ? [`${path}/**`] : [];
  const { properties = {}, additionalProperties: more } = schema;
  const named = Object.entries(properties).flatMap(([name, one]) => placesOf(one, `${path}/${name}`));
  const others = typeof more === 'object' ? placesOf(more, `${path}/*`) : [];
  return [...named, ...others.map((place) => place.replace('/*/**', '/**'))];
}

/** Every text that a body of the API may hold, as `putMe /givenName`: from the registry, so that none can be forgotten. */
export const textFields: readonly string[] = Object.entries(routes as Readonly<Record<string, Route>>).flatMap(
  ([name, { body }]) =>
    body
      ? placesOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Schema).map(
          (place) => `${name} ${place}`,
        )
      : [],
);

/** The fields of a body that hold a text, by the same names. */
export function writtenIn(name: string, body: unknown, text: string): readonly string[] {
  const walk = (value: unknown, path: string): readonly string[] => {
    if (typeof value === 'string') return value.includes(text) ? [path] : [];
    if (Array.isArray(value)) return value.flatMap((one) => walk(one, `${path}/*`));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, one]) => walk(one, `${path}/${key}`));
  };
  const found = walk(body, '');
  const known = textFields.flatMap((field) => {
    const [route, place = ''] = field.split(' ');
    if (route !== name) return [];
    const pattern = new RegExp(`^${place.replaceAll('/**', '/.*').replaceAll('/*', '/[^/]+')}$`);
    return found.some((path) => pattern.test(path)) ? [field] : [];
  });
  return known;
}

/**
 * Fields in which no free text is taken, and why. Each must refuse every attack, or keep nothing of it, which the proof tries; any other
 * field must carry attacks into the outputs.
 */
const anAddress = 'an e-mail address';
const anId = 'the id of something that there is';
const aCode = 'a code';
const aDate = 'a civil date';
export const closedFields: Readonly<Record<string, string>> = {
  'startSignIn /email': anAddress,
  'startStaffSignIn /email': anAddress,
  'startAddress /email': anAddress,
  'setPrimaryAddress /email': anAddress,
  'removeAddress /email': anAddress,
  'inviteStaff /email': anAddress,
  'findLearner /email': anAddress,
  'addLearnerAddress /email': anAddress,
  'enterCode /code': aCode,
  'enterAddressCode /code': aCode,
  'enterStaffCode /code': aCode,
  'startAttempt /assessmentId': anId,
  'saveAnswers /answers/*/*': anId,
  'submitAttempt /answers/*/*': anId,
  'submitEvaluation /answers/*/*': anId,
  'claimCredit /claims/*/creditType': anId,
  'claimCredit /moc/*/boardId': 'a number by the rule of the board',
  'claimCredit /moc/*/birthMonthDay': 'a month and a day',
  'shareTranscript /from': aDate,
  'shareTranscript /to': aDate,
  'shareTranscript /types': anId,
  'endSessions /sessionId': anId,
  'askErasure /confirmation': 'the address of whoever asks',
  'provePasskey /response/**': 'what an authenticator signed',
  'createDraft /activityId': 'letters, digits and hyphens',
  'createDraft /copyOf/activityId': anId,
  'closeActivity /closesOn': aDate,
  'saveDrawing /svg': 'a drawing, of which outlines alone are kept',
  'redriveStuckWork /ids/*': anId,
  'sendMailAgain /messageKey': anId,
  'addWebhook /url': 'an address of the web',
  'changeWebhook /url': 'an address of the web',
  'makeApiKey /expiresOn': aDate,
  'askChange /certificateId': anId,
  'askChange /correction/participatedOn': aDate,
  'askChange /correction/credits/*/creditType': anId,
  'askRevocation /certificateId': anId,
  'askChangeBatch /items/*/certificateId': anId,
  'askChangeBatch /items/*/correction/participatedOn': aDate,
  'askChangeBatch /items/*/correction/credits/*/creditType': anId,
  'askAward /learner': anId,
  'askAward /activityId': anId,
  'askAward /participatedOn': aDate,
  'askAward /claims/*/creditType': anId,
  'askAwardBatch /activityId': anId,
  'askAwardBatch /items/*/learner': anId,
  'askAwardBatch /items/*/participatedOn': aDate,
  'askAwardBatch /items/*/claims/*/creditType': anId,
  'reportPoints /points/*/learnerId': anId,
  'reportPoints /points/*/activityId': anId,
  'answerPoints /points/*/learnerId': anId,
  'answerPoints /points/*/activityId': anId,
  'askMerge /learnerId': anId,
  'askMerge /into': anId,
  'giveAttempts /learnerId': anId,
  'giveAttempts /activityId': anId,
  'giveAttempts /assessmentId': anId,
  'importQuestions /format': 'the name of a format',
  'importQuestions /assessment': anId,
  'listFreeTexts /cursor': 'a number',
  'listFreeTexts /version': 'a number',
  'listFreeTexts /from': aDate,
  'listFreeTexts /to': aDate,
  'exportFreeTexts /version': 'a number',
  'exportFreeTexts /from': aDate,
  'exportFreeTexts /to': aDate,
  'listAuditTrail /day': aDate,
  'exportAuditTrail /from': aDate,
  'exportAuditTrail /until': aDate,
  'getAwardOffers /learner': anId,
  'getAwardOffers /activityId': anId,
  'previewMerge /learnerId': anId,
  'previewMerge /into': anId,
};
