import { Button } from '../../components/button.tsx';
import { TextArea, TextField } from '../components/inputs.tsx';
import { bound, entryFields } from './bound.ts';
import { SectionPage } from './frame.tsx';
import { ItemList } from './item-list.tsx';
import { entriesOf, textOf, usePart } from './use-desk.ts';

const nothing = 'Has no relevant financial relationships with ineligible companies to disclose.';

/** Who taught or wrote, and what they disclosed. */
export const FacultySection = () => <SectionPage section="faculty">{() => <People />}</SectionPage>;

function People() {
  const about = usePart('about');
  return (
    <div class="stack">
      <p class="quiet">
        Everybody who had control of the content, each with a disclosure. Who gave commercial support, or that nobody
        did, is said under Statements.
      </p>
      <ItemList
        name="faculty"
        one="Person"
        items={entriesOf(about.content.faculty)}
        set={(faculty) => about.set({ faculty })}
        blank={{}}
        add="Add a person"
        error={about.errors.faculty}
      >
        {(person, change, at) => {
          const fields = entryFields(about, { prefix: `faculty-${at}-`, content: person, change });
          return (
            <>
              <div class="field-pair">
                <TextField {...bound(fields, 'name')} label="Name" />
                <TextField {...bound(fields, 'credentials')} label="Credentials" hint="MD, FACP" />
              </div>
              <TextField {...bound(fields, 'role')} label="Role" hint="Author, planner, reviewer, moderator" />
              <TextArea
                {...bound(fields, 'disclosure')}
                label="Disclosure"
                hint="With a relationship, name the company, and say that it has been mitigated."
                rows={2}
              />
              {textOf(person.disclosure) === '' && (
                <Button kind="quiet" onClick={() => fields.set({ disclosure: nothing })}>
                  Nothing to disclose
                </Button>
              )}
            </>
          );
        }}
      </ItemList>
    </div>
  );
}
