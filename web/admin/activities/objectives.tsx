import { TextArea } from '../components/inputs.tsx';
import { SectionPage } from './frame.tsx';
import { ItemList } from './item-list.tsx';
import { textsOf, usePart } from './use-desk.ts';

/** What learners can do afterwards. */
export const Objectives = () => <SectionPage section="objectives">{() => <List />}</SectionPage>;

function List() {
  const about = usePart('about');
  return (
    <div class="stack">
      <p class="quiet">
        After this activity learners should be able to… Begin each with a verb that can be observed: recognize, choose,
        adjust.
      </p>
      <ItemList
        name="objectives"
        one="Objective"
        items={textsOf(about.content.objectives)}
        set={(objectives) => about.set({ objectives })}
        blank=""
        add="Add an objective"
        error={about.errors.objectives}
      >
        {(objective, change, at) => (
          <TextArea
            label="They should be able to…"
            name={`objectives-${at}`}
            rows={2}
            value={objective}
            set={change}
            error={about.errors[`objectives-${at}`]}
          />
        )}
      </ItemList>
    </div>
  );
}
