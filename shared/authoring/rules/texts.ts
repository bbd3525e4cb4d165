import { awardTemplates } from '../../domain/award-wording.ts';
import type { ActivityContent, ActivityDraft } from '../activity-content.ts';

/** A text of an activity, with the field of the file that it stands in. */
export interface PlacedText {
  readonly field: string;
  readonly text: string;
}

/**
 * The statements with the fields that they come from: those that a template made stand first, and come from `accreditation` or
 * from the provider's own wording of it.
 */
export function placedStatements({ statements, templates = {} }: Pick<ActivityDraft, 'statements' | 'templates'>) {
  const composed = statements.filter(({ templateId }) => templateId !== undefined).length;
  return statements.map((statement, index) => ({
    ...statement,
    field:
      statement.templateId === undefined
        ? `statements[${index - composed + 1}].text`
        : statement.templateId in templates
          ? `provider.templates.${statement.templateId}`
          : 'accreditation',
  }));
}

const numbered = <Entry>(
  list: string,
  entries: readonly Entry[],
  texts: (entry: Entry) => Readonly<Record<string, string | undefined>>,
): readonly PlacedText[] =>
  entries.flatMap((entry, index) =>
    Object.entries(texts(entry)).flatMap(([name, text]) =>
      text === undefined ? [] : [{ field: `${list}[${index + 1}]${name && `.${name}`}`, text }],
    ),
  );

/** Every text that somebody wrote and a learner may read. */
export function textsOf({ activity, keys }: ActivityContent): readonly PlacedText[] {
  const { title, summary, audience, location, provider, jointProvider, content, assessments, evaluation } = activity;
  const { signatory } = provider;
  const named = {
    ...{ title, summary, audience, location, jointProvider, article: content.paragraphs.join('\n') },
    ...{ 'provider.name': provider.name, 'provider.address': provider.address, 'provider.contact': provider.contact },
    'provider.signatory.title': signatory.title,
  };
  return [
    ...Object.entries(named).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }])),
    ...numbered('objectives', activity.objectives, (text) => ({ '': text })),
    ...numbered('faculty', activity.faculty, ({ credentials, role, disclosure }) => ({
      credentials,
      role,
      disclosure,
    })),
    ...placedStatements(activity),
    ...Object.values(awardTemplates).flatMap(({ templateId }) => {
      const text = activity.templates?.[templateId];
      return text === undefined ? [] : [{ field: `provider.templates.${templateId}`, text }];
    }),
    ...numbered('assessments', assessments, (assessment) => ({ title: assessment.title })),
    ...assessments.flatMap(({ assessmentId, questions }, index) =>
      questions.flatMap(({ questionId, text, options }, at) => {
        const question = `assessments[${index + 1}].questions[${at + 1}]`;
        const { rationale } = keys[assessmentId]?.[questionId] ?? {};
        return [
          { field: `${question}.text`, text },
          ...numbered(`${question}.options`, options, (option) => ({ text: option.text })),
          ...(rationale === undefined ? [] : [{ field: `${question}.rationale`, text: rationale }]),
        ];
      }),
    ),
    ...numbered('evaluation', evaluation.questions, ({ text, group }) => ({ text, group })),
    ...evaluation.questions.flatMap(({ options }, index) =>
      numbered(`evaluation[${index + 1}].options`, options ?? [], ({ text }) => ({ text })),
    ),
  ];
}
