import { useState } from 'preact/hooks';
import { identifyingIn } from '../../../shared/domain/outcomes/identifying.ts';
import { api, searchOf } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import { SignInFirst } from '../../components/sign-in-first.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Filters, SearchFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { said } from './narrowing.tsx';
import { heldBackSaid } from './words.ts';
import './outcomes.css';

/** What learners wrote to one question, to read and to search. */
export function FreeTexts() {
  const { activityId = '', asked = '', questionId = '' } = useLocation().params;
  const { values, set } = useQuery({ version: '', from: '', to: '', contains: '' });
  const query = said(values);
  const params = { activityId, asked, questionId };
  const path = '/api/admin/outcomes/{activityId}/versions/{asked}/texts/{questionId}/search';
  const [about, setAbout] = useState<{ question: string; all: number; matching: number; heldBack: number }>();
  const list = usePages(
    async (cursor) => {
      const result = await api('POST', path, { reads: true, params, body: { ...query, ...(cursor && { cursor }) } });
      if (result.ok) setAbout(result.body);
      return result;
    },
    ({ texts }) => texts,
    [activityId, asked, questionId, JSON.stringify(query)],
  );
  const { contains: _, ...narrowing } = query;
  const texts = list.pages.flat();
  if (list.problem?.status === 401) return <SignInFirst />;
  return (
    <Page
      title={about?.question ?? 'In their own words'}
      above={<a href={`/admin/outcomes/${activityId}${searchOf(narrowing)}`}>Outcomes of the activity</a>}
      lead="In alphabetical order: nothing tells when something was written, by whom, or what else they answered."
      beside={
        texts.length > 0 && (
          <ExportMenu
            what="answers"
            of={(format) => ({
              url: `/api/admin/outcomes/${activityId}/versions/${asked}/texts/${questionId}/file`,
              body: { ...query, format },
            })}
          />
        )
      }
      wide
    >
      <Filters label="Answers" filtered={values.contains !== ''} clear={() => set({ contains: '' })}>
        <SearchFilter
          label="Contains"
          name="contains"
          value={values.contains}
          set={(contains) => set({ contains }, true)}
        />
      </Filters>
      {list.state === 'loading' && texts.length === 0 && <Skeleton lines={8} />}
      {list.problem && <ProblemNotice problem={list.problem} retry={list.reload} />}
      {about && (
        <p class="quiet small" role="status">
          {values.contains === ''
            ? `${about.all.toLocaleString('en-US')} answers`
            : `${about.matching.toLocaleString('en-US')} of ${about.all.toLocaleString('en-US')} answers contain “${values.contains}”`}
          {heldBackSaid(about.heldBack)}
        </p>
      )}
      {list.state === 'ready' && texts.length === 0 && (
        <p class="none">
          {values.contains === '' ? 'Fewer than five learners have answered this so far.' : 'No answer contains this.'}
        </p>
      )}
      <ul class="free-texts">
        {texts.map((text, index) => (
          <Answer key={`${index} ${text}`} text={text} />
        ))}
      </ul>
      {list.more && (
        <Button kind="secondary" busy={list.state === 'loading'} onClick={list.loadMore}>
          Load more
        </Button>
      )}
    </Page>
  );
}

/** One answer, and whether files are without it. */
function Answer({ text }: { readonly text: string }) {
  const marks = identifyingIn(text);
  return (
    <li>
      {text} {marks.length > 0 && <Tag tone="wait">Not in files: {marks.join(', ')}</Tag>}
    </li>
  );
}
