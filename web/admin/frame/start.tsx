import { Page } from '../../components/page.tsx';
import { useStaff } from '../session.ts';
import { offered } from './offered.ts';

/** Where one begins: what waits, and everything that one may do, each with what it is for. */
export function Start() {
  const me = useStaff();
  const sections = offered(me.role).map(({ name, places }) => ({
    name,
    places: places.filter(({ href }) => href !== '/admin/'),
  }));
  return (
    <Page title="Start" wide>
      {sections
        .filter(({ places }) => places.length > 0)
        .map(({ name, places }) => (
          <section class="stack" key={name} aria-label={name}>
            <h2>{name}</h2>
            <ul class="waits">
              {places.map((place) => (
                <li key={place.href} class="wait">
                  <a href={place.href}>{place.name}</a>
                  <span class="quiet small">{place.does}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Page>
  );
}
