import { Field } from '../../components/field.tsx';
import { useLocation } from '../../components/router.tsx';
import { addressOf, presets, type Range } from './ranges.ts';

/** Narrows the transcript down. What is chosen stands in the address, so that it can be kept and returned to. */
export function Narrowing(props: {
  readonly asked: Range & { readonly types: string };
  readonly kinds: readonly (readonly [id: string, name: string])[];
}) {
  const { asked, kinds } = props;
  const { route } = useLocation();
  const narrow = (change: Partial<typeof asked>): void =>
    route(addressOf('/transcript', { ...asked, ...change }), true);
  const ranges = presets(new Date().getFullYear());
  const chosen = ranges.findIndex(([, { from, to }]) => from === asked.from && to === asked.to);
  return (
    <form class="filters filters-wide screen-only" onSubmit={(event) => event.preventDefault()}>
      <Field label="Range" name="range">
        <select
          value={String(chosen)}
          onChange={({ currentTarget }) => narrow(ranges[Number(currentTarget.value)]?.[1] ?? {})}
        >
          {chosen < 0 && <option value="-1">The days below</option>}
          {ranges.map(([name], index) => (
            <option key={name} value={String(index)}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="First day" name="from">
        <input type="date" value={asked.from} onChange={({ currentTarget }) => narrow({ from: currentTarget.value })} />
      </Field>
      <Field label="Last day" name="to">
        <input type="date" value={asked.to} onChange={({ currentTarget }) => narrow({ to: currentTarget.value })} />
      </Field>
      {kinds.length + asked.types.length > 1 && (
        <Field label="Kind of credit" name="types">
          <select value={asked.types} onChange={({ currentTarget }) => narrow({ types: currentTarget.value })}>
            <option value="">All kinds</option>
            {kinds.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
    </form>
  );
}
