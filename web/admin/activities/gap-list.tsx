import { addressOf, type Section, sectionOf, sections } from './sections.ts';
import type { Gap } from './types.ts';
import { useDesk } from './use-desk.ts';

/** Gaps by the page that they are mended on, each with a link to its field, and the rule that wants it. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { activityId, store } = useDesk();
  const outline = store.content('outline');
  const pages = Map.groupBy(gaps, sectionOf);
  const inOrder = (Object.keys(sections) as Section[]).filter((section) => pages.has(section));
  return (
    <>
      {inOrder.map((section) => (
        <section key={section} class="gaps" aria-label={sections[section]}>
          <h3>{sections[section]}</h3>
          <ul class="rows">
            {pages.get(section)?.map((gap) => (
              <li key={gap.pointer + gap.message}>
                <a href={addressOf(activityId, gap, outline)}>{gap.message}</a> {gap.remedy}
                <p class="quiet small">{gap.source}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
