import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { formats, questionFormats } from '../../../shared/authoring/questions/formats.ts';
import { suggest } from '../../../shared/authoring/suggestion.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { contentDisposition } from '../../adapters/content-disposition.ts';
import { endpoint } from '../../endpoint.ts';
import { draftedAssessment, isFormat } from '../../imports/questions.ts';
import { notFound, reply } from '../../middleware/reply.ts';

/** Hands out the questions of an assessment with their right answers, which leaves a trace. */
export const handler = endpoint(questionsRoutes.exportQuestions, {}, async ({ params, query, staff }, capabilities) => {
  const { format = '', assessment = '' } = query;
  const { activityId } = params;
  const drafted = await draftedAssessment(activityId, assessment, capabilities);
  if (!drafted) return notFound('assessment of a draft');
  if (!isFormat(format))
    return refuse({
      code: 'format-unknown',
      message: 'That is no format of questions.',
      remedy: suggest(format, questionFormats),
      field: '/format',
    });
  const { print, mediaType, ending } = formats[format];
  const { text, left } = print(drafted.questions.map(({ question }) => question));
  const { ledger, table } = capabilities;
  await table.write([ledger.audit(staff.staffId, 'questions.exported', { activityId, assessment, format })]);
  const out = left.filter(({ message }) => message.startsWith('Left out')).length;
  return reply(200, text, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': contentDisposition(`${activityId}-${format}.${ending}`),
      'x-left-out': String(out),
    },
  });
});
