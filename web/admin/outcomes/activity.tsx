import { useEffect } from 'preact/hooks';
import { api, searchOf } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Day } from '../components/time.tsx';
import { Assessment } from './assessment.tsx';
import { Changes, Evaluation } from './evaluation.tsx';
import { NarrowingFilters, said, useNarrowing } from './narrowing.tsx';
import type { Question, Report } from './words.ts';
import './outcomes.css';

const tables = {
  summary: 'summary',
  questions: 'questions',
  attempts: 'attempts',
  evaluation: 'evaluation',
  change: 'change',
} as const;

/** On paper nothing can be opened. */
function useOpenOnPaper(): void {
  useEffect(() => {
    const openAll = (): void => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    };
    addEventListener('beforeprint', openAll);
    return () => removeEventListener('beforeprint', openAll);
  }, []);
}

/** The outcomes of an activity, all on one page, as they are printed too. */
export function ActivityOutcomes() {
  const { activityId = '' } = useLocation().params;
  const narrowing = useNarrowing();
  const query = said(narrowing.values);
  const resource = useResource(
    () => api('GET', '/api/admin/outcomes/{activityId}', { params: { activityId }, query }),
    [activityId, JSON.stringify(query)],
  );
  useOpenOnPaper();
  const title = resource.body?.title ?? 'Outcomes';
  const textsHref = ({ questionId, versions }: Question): string =>
    `/admin/outcomes/${activityId}/versions/${versions[0]}/texts/${questionId}${searchOf(query)}`;
  return (
    <Page
      title={title}
      above={<a href="/admin/outcomes">Outcomes</a>}
      beside={
        resource.body && (
          <Button kind="secondary" onClick={() => print()}>
            Print
          </Button>
        )
      }
      lead="Answers of days that are over, in groups of five learners or more. What is newer, or has no group yet, is shown to nobody."
      wide
    >
      <Loaded resource={resource}>
        {(report) => (
          <div class="stack outcomes">
            <NarrowingFilters versions={report.versions} narrowing={narrowing} />
            {report.readUntil && (
              <p class="notice notice-wait">
                There are more answers than one report reads. It tells of those before <Day of={report.readUntil} />.
              </p>
            )}
            <Parts report={report} textsHref={textsHref} />
            <Takeaway activityId={activityId} query={query} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Parts({ report, textsHref }: { report: Report; textsHref: (question: Question) => string }) {
  const { assessments, evaluation, change } = report;
  return (
    <>
      {assessments.map((outcomes) => (
        <Assessment
          key={`${outcomes.assessmentId} ${outcomes.versions}`}
          outcomes={outcomes}
          many={report.versions.length > 1}
        />
      ))}
      <Changes change={change} questions={evaluation} textsHref={textsHref} />
      <Evaluation questions={evaluation} textsHref={textsHref} />
    </>
  );
}

function Takeaway({ activityId, query }: { readonly activityId: string; readonly query: object }) {
  return (
    <section class="stack export" aria-label="Files">
      <h2>Files</h2>
      <ul class="takeaway">
        {Object.entries(tables).map(([table, name]) => (
          <li key={table}>
            <span>{name[0]?.toUpperCase() + name.slice(1)}</span>
            <ExportMenu
              what={name}
              of={(format) => `/api/admin/outcomes/${activityId}/file${searchOf({ ...query, table, format })}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
