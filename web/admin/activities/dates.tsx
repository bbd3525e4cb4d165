import { TextField } from '../components/inputs.tsx';
import { bound } from './bound.ts';
import { SectionPage } from './frame.tsx';
import { textOf, usePart } from './use-desk.ts';

const live = new Set(['live-activity', 'internet-live', 'regularly-scheduled-series']);

/** When it can be taken, and what else happens on a day. */
export const Dates = () => <SectionPage section="dates">{() => <Fields />}</SectionPage>;

function Fields() {
  const about = usePart('about');
  const isLive = live.has(textOf(about.content.format));
  return (
    <div class="stack">
      <TextField
        {...bound(about, 'zone')}
        hint="Days are whole days in this zone: America/New_York"
        list="zones"
        spellcheck={false}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div class="field-pair">
        <TextField {...bound(about, 'opens')} type="date" hint="The first day on which an attempt can be started." />
        <TextField {...bound(about, 'closes')} type="date" hint="The last. Whoever is under way then may finish." />
      </div>
      <TextField
        {...bound(about, 'reviewed')}
        type="date"
        hint="Enduring material must say so, and closes at most three years after it."
      />
      <div class="field-pair">
        <TextField
          {...bound(about, 'held')}
          type="date"
          hint={`${isLive ? 'The' : 'For live activities: the'} day that certificates state. Nobody can start before it.`}
        />
        <TextField {...bound(about, 'location')} hint="Live activities in person: Boston, MA" />
      </div>
      <TextField
        {...bound(about, 'designated')}
        type="date"
        hint="Only where credit was designated before it is published here, as for a talk that was held already."
      />
    </div>
  );
}
