import { type Content, mergeOrder } from './merge.ts';

export interface OutlinedAssessment {
  readonly part: string;
  readonly questions: readonly string[];
}

/** Which assessments a draft has, and which questions each, by the names of their parts. */
export const assessmentsOf = (outline: Content | undefined): readonly OutlinedAssessment[] =>
  (outline?.assessments as readonly OutlinedAssessment[] | undefined) ?? [];

/** Two people's outlines of one draft: what either added or moved stays, what either removed is gone. */
export function mergeOutlines(base: Content, mine: Content, theirs: Content): Content {
  const [before, here, there] = [base, mine, theirs].map(assessmentsOf) as [
    readonly OutlinedAssessment[],
    readonly OutlinedAssessment[],
    readonly OutlinedAssessment[],
  ];
  const parts = (list: readonly OutlinedAssessment[]): readonly string[] => list.map(({ part }) => part);
  const questions = (list: readonly OutlinedAssessment[], part: string): readonly string[] =>
    list.find((assessment) => assessment.part === part)?.questions ?? [];
  const order = mergeOrder(parts(before), parts(here), parts(there));
  return {
    assessments: order.map((part) => {
      const [was, is, others] = [questions(before, part), questions(here, part), questions(there, part)];
      // Whoever does not have the assessment at all removed none of its questions.
      const merged = parts(here).includes(part)
        ? mergeOrder(was, is, parts(there).includes(part) ? others : was)
        : others;
      return { part, questions: [...merged] };
    }),
  };
}

/** An outline with one assessment's questions changed. */
export const withQuestions = (
  outline: Content,
  part: string,
  change: (questions: readonly string[]) => readonly string[],
): Content => ({
  assessments: assessmentsOf(outline).map((assessment) =>
    assessment.part === part ? { part, questions: [...change(assessment.questions)] } : assessment,
  ),
});

/** A name for a new part, which no other ever had. */
export const newPart = (kind: 'assessment' | 'question'): string =>
  `${kind}-${crypto.randomUUID().replaceAll('-', '')}`;
