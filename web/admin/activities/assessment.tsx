import { useLocation } from '../../components/router.tsx';
import { Tabs } from '../components/tabs.tsx';
import { AssessmentSettings } from './assessment-settings.tsx';
import { assessmentKinds } from './assessments.tsx';
import { SectionPage } from './frame.tsx';
import { assessmentsOf } from './outline.ts';
import { Questions } from './questions.tsx';
import { hrefOf } from './sections.ts';
import { textOf, useDesk, usePart } from './use-desk.ts';

/** One assessment: its questions, and by which rules it is passed. */
export const Assessment = () => (
  <SectionPage section="assessments" wide>
    {() => <Parts />}
  </SectionPage>
);

function Parts() {
  const { params, query, path } = useLocation();
  const { activityId } = useDesk();
  const { content: outline } = usePart('outline');
  const { part = '' } = params;
  const { content } = usePart(part);
  const assessment = assessmentsOf(outline).find((one) => one.part === part);
  const all = <a href={hrefOf(activityId, 'assessments')}>All assessments</a>;
  if (!assessment) return <p>This assessment is no longer part of the activity. {all}</p>;
  const rules = 'rules' in query || ruleFields.has(window.location.hash.slice(1).split('-')[0] ?? '');
  const onRules = rules && query.question === undefined;
  return (
    <div class="stack">
      <p class="small">{all}</p>
      <h2>{textOf(content.title) || assessmentKinds[textOf(content.kind) as keyof typeof assessmentKinds]}</h2>
      <Tabs
        label="Assessment"
        tabs={[
          { href: path, name: 'Questions', count: assessment.questions.length },
          { href: `${path}?rules`, name: 'Rules and pools' },
        ]}
        current={onRules ? `${path}?rules` : path}
      />
      {onRules ? (
        <AssessmentSettings part={part} questions={assessment.questions} />
      ) : (
        <Questions part={part} questions={assessment.questions} open={query.question} />
      )}
    </div>
  );
}

/** Fields of the assessment itself, which gaps lead to. */
const ruleFields = new Set([
  'id',
  'kind',
  'title',
  'passMark',
  'attempts',
  'shuffle',
  'feedback',
  'timeLimitMinutes',
  'pools',
] as const) as ReadonlySet<string>;
