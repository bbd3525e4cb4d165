import { addressOf, type Section, sectionOf, sections } from './sections.ts';
import type { Gap } from './types.ts';
import { useDesk } from './use-desk.ts';

/** Gaps by the page that they are mended on, each with a link to its field, and the rule that wants it. */
export function GapList({ gaps, under: Heading }: { readonly gaps: readonly Gap[]; readonly under: 'h2' | 'h3' }) {
  const { activityId, store } = useDesk();
  const outline = store.content('outline');
  const pages = Map.groupBy(gaps, sectionOf);
  const inOrder = (Object.keys(sections) as Section[]).filter((section) => pages.has(section));
  return (
    <>
      {inOrder.map((section) => (
        <section key={section} class="gaps" aria-label={sections[section]}>
          <Heading>{sections[section]}</Heading>
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
