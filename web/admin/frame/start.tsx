import { Page } from '../../components/page.tsx';
import { useResource } from '../../components/resource.tsx';
import { useStaff } from '../session.ts';
import { offeredTo } from './navigation.ts';
import { figureOf, type Waiting, waiting } from './waiting.ts';

/** Where one begins: what waits, and everything that one may do, each with what it is for. */
export function Start() {
  const { role } = useStaff();
  const sections = offeredTo(role);
  const there = new Set(sections.flatMap(({ places }) => places.map(({ href }) => href)));
  const waits = waiting.filter(({ roles, href }) => roles.includes(role) && there.has(href.replace(/\?.*/, '')));
  const places = sections.flatMap((section) => section.places).filter(({ href }) => href !== '/admin/');
  return (
    <Page title="Start" wide>
      {waits.length > 0 && (
        <section class="stack" aria-labelledby="waits-title">
          <h2 id="waits-title">What waits</h2>
          <ul class="waits">
            {waits.map((wait) => (
              <Wait key={wait.href} wait={wait} />
            ))}
          </ul>
        </section>
      )}
      <section class="stack" aria-labelledby="places-title">
        <h2 id="places-title">Where to go</h2>
        <ul class="waits">
          {places.map(({ href, name, does }) => (
            <li key={href} class="wait">
              <a href={href}>{name}</a>
              <span class="quiet small">{does}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

/** One thing that waits, with how many. What cannot be counted now still leads to where it is. */
function Wait({ wait: { name, href, does, ask } }: { readonly wait: Waiting }) {
  const { body, problem } = useResource(ask, []);
  const calm = body?.count === 0;
  return (
    <li class={calm ? 'wait calm' : 'wait'}>
      <span class="wait-count figure">{body ? figureOf(body) : problem ? '?' : '…'}</span>
      <a href={href}>{name}</a>
      <span class="quiet small">{problem ? 'It could not be counted just now.' : calm ? 'Nothing waits.' : does}</span>
    </li>
  );
}
