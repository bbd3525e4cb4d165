import type { ActivityId, QuestionId } from '../../shared/domain/kinds.ts';
import { textsOf } from '../../shared/domain/outcomes/evaluations.ts';
import { questionsIn, shownAnswers } from '../../shared/domain/outcomes/report.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import type { Capabilities } from '../capabilities.ts';
import { versionsAsked } from './narrow.ts';

/** Which question, by a version that asks it. */
interface Question {
  readonly activityId: ActivityId;
  readonly asked: string;
  readonly questionId: QuestionId;
}

interface TextsAsked {
  readonly version?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly contains?: string | undefined;
}

/** Letters alike whatever their case and accents, so that “cafe” finds “Café”. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What was written to one question and may be shown, and what of it matches; nothing where it is not asked. */
export async function freeTextsOf(
  { activityId, asked, questionId }: Question,
  { contains = '', ...narrowing }: TextsAsked,
  capabilities: Capabilities<Record<never, never>>,
) {
  const found = await versionsAsked(activityId, narrowing, capabilities);
  if (!found || isRefusal(found)) return found;
  const question = questionsIn(found.asked).find(
    ({ thing, of }) =>
      thing.questionId === questionId &&
      thing.kind === 'text' &&
      of.some(({ activity }) => activity.version === Number(asked)),
  );
  if (!question) return undefined;
  const { kept: responses } = await capabilities.outcomes.responsesOf(activityId);
  const { from, to } = narrowing;
  const all = textsOf(shownAnswers(question.thing, question.of, { responses, from, to }));
  const words = plain(contains.trim());
  const texts = words === '' ? all : all.filter((text) => plain(text).includes(words));
  return { question: question.thing.text, all: all.length, texts };
}
