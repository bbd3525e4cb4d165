import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useStaff } from '../session.ts';
import { Conflicts } from './conflicts.tsx';
import { type Desk, deskWith } from './desk.ts';
import { NoDraft } from './no-draft.tsx';
import { SaveState } from './save-state.tsx';
import { gapsBySection, hrefOf, type Section, sections } from './sections.ts';
import { StateTag } from './state-tag.tsx';
import { useFieldInAddress } from './use-address.ts';
import { DeskContext, textOf, useGaps, useWatch } from './use-desk.ts';
import '../styles/editor.css';
import '../styles/questions.css';
import '../styles/review.css';

// The desk stays as it is while one goes from page to page of an activity.
let last: { readonly desk: Desk; readonly staffId: string } | undefined;

/** Forgets the desk: the draft is another one now. */
export const clearDesk = (): void => {
  last = undefined;
};

async function openDesk(activityId: string, me: { staffId: string; role: Parameters<typeof deskWith>[2]['role'] }) {
  const result = await api('GET', '/api/admin/activities/{activityId}/draft', { params: { activityId } });
  if (!result.ok) return result;
  const known = last?.desk.activityId === activityId && last.staffId === me.staffId ? last.desk : undefined;
  known?.store.refresh(result.body.parts);
  const desk = known ? { ...known, activity: result.body.activity } : deskWith(activityId, result.body, me);
  last = { desk, staffId: me.staffId };
  return { ...result, body: desk };
}

interface SectionPageProps {
  readonly section: Section;
  /** What stands there, once the draft is loaded. */
  readonly children: () => ComponentChildren;
  /** For pages with lists and previews; text keeps a readable measure. */
  readonly wide?: boolean;
  readonly lead?: ComponentChildren;
}

/** One page of an activity that is written: where one is, whether it is saved, and the way to the other pages. */
export function SectionPage(props: SectionPageProps) {
  const { activityId = '' } = useLocation().params;
  const me = useStaff();
  const resource = useResource(() => openDesk(activityId, me), [activityId, me.staffId]);
  const desk = resource.body ?? (last?.desk.activityId === activityId ? last.desk : undefined);
  if (resource.problem?.status === 404) return <NoDraft activityId={activityId} section={props.section} />;
  if (!desk || resource.problem) return <Loaded resource={resource}>{() => null}</Loaded>;
  return (
    <DeskContext.Provider value={desk}>
      <OnDesk desk={desk} {...props} />
    </DeskContext.Provider>
  );
}

function OnDesk({ desk, section, children, wide = false, lead }: SectionPageProps & { readonly desk: Desk }) {
  const { url } = useLocation();
  const { store, activity, activityId, readOnly } = desk;
  useWatch((watcher) => store.watch('about', watcher), [store]);
  useFieldInAddress(url);
  const title = textOf(store.content('about').title) || activity.title || 'Untitled activity';
  return (
    <Page
      title={`${sections[section]}`}
      wide
      above={
        <>
          <a href="/admin/activities">Activities</a> · {title} <StateTag activity={activity} />
        </>
      }
      beside={<SaveState />}
      lead={lead}
    >
      <Conflicts />
      <div class="editor">
        <SectionLinks activityId={activityId} current={section} />
        <fieldset class={wide ? 'editor-body editor-wide' : 'editor-body'} disabled={readOnly && section !== 'preview'}>
          <legend class="visually-hidden">{sections[section]}</legend>
          {children()}
        </fieldset>
      </div>
    </Page>
  );
}

/** The way between the pages of an activity. On a narrow screen it opens by a button. */
export function SectionLinks({ activityId, current }: { readonly activityId: string; readonly current: Section }) {
  const [open, setOpen] = useState(false);
  const gaps = useGaps();
  const counts = gapsBySection(gaps ?? []);
  useEffect(() => setOpen(false), [current]);
  return (
    <nav class={open ? 'editor-nav editor-nav-open' : 'editor-nav'} aria-label="Pages of the activity">
      <button type="button" aria-expanded={open} aria-controls="editor-sections" onClick={() => setOpen(!open)}>
        All pages of this activity
      </button>
      <ul class="plain" id="editor-sections">
        {Object.entries(sections).map(([section, name]) => {
          const count = counts.get(section as Section);
          return (
            <li key={section}>
              <a href={hrefOf(activityId, section as Section)} aria-current={section === current ? 'page' : undefined}>
                {name}
                {count !== undefined && (
                  <span class="count count-bad figure">
                    {count}
                    <span class="visually-hidden"> to mend</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
