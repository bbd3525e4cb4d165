import { type ComponentChildren, type ComponentType, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { paramsOf } from './paths.ts';

/**
 * The sites' own router: the ready-made one is a twentieth of all the script that a phone may wait for
 * (experience.md, budgets), and these sites need but a table of screens, links and the Back button.
 */
interface Place {
  /** Where the site begins: nothing for the learner site, `/admin` for the console. */
  readonly base: string;
  /** Path and query: `/history?status=passed`. */
  readonly url: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What browsers send to nobody: `#search=nguyen`. */
  readonly hash: string;
  readonly params: Readonly<Record<string, string>>;
  /** Goes to an address of this site; `replace` leaves no step back. */
  readonly route: (url: string, replace?: boolean) => void;
}

/** A screen for each path, with parameters as `:name`. */
export type Screens = readonly (readonly [path: string, screen: ComponentType])[];

let down = 0;

/** How far down one was on the page that one comes back to by the browser's Back, told once; everything else begins at its top. */
export function cameBackTo(): number {
  const there = down;
  down = 0;
  return there;
}

const here = (): string => location.pathname + location.search + location.hash;

const Placed = createContext<Place>({
  ...{ base: '', url: '', path: '', query: {}, hash: '', params: {} },
  route: () => undefined,
});

/** Where one is, and the way to elsewhere. */
export const useLocation = (): Place => useContext(Placed);

/** The link that a click follows within the site; nothing when the browser shall follow it by itself. */
function linkOf(event: MouseEvent, base: string): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element && event.target.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  // Files, the API, the public verification page and the other site are not screens of this site.
  const within = base ? link.pathname.startsWith(`${base}/`) : !/^\/(api|v|t|assets|admin)\//.test(link.pathname);
  if (!within || /\.\w+$/.test(link.pathname) || link.getAttribute('href')?.startsWith('#')) return;
  return link;
}

/** Shows the screen of the address, within what surrounds every screen. */
export function Router(props: {
  readonly screens: Screens;
  readonly otherwise: ComponentType;
  readonly base?: string;
  readonly around: ComponentType<{ readonly children: ComponentChildren }>;
}) {
  const { screens, otherwise, base = '', around: Around } = props;
  const [address, setAddress] = useState(here);
  const route = (next: string, replace?: boolean): void => {
    const { pathname } = location;
    if (!replace) history.replaceState({ down: scrollY }, '');
    down = 0;
    history[replace ? 'replaceState' : 'pushState'](null, '', next);
    if (location.pathname !== pathname) scrollTo(0, 0);
    setAddress(here());
  };
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = linkOf(event, base);
      if (!link) return;
      event.preventDefault();
      route(link.href);
    };
    const back = ({ state }: PopStateEvent): void => {
      down = state?.down ?? 0;
      setAddress(here());
    };
    addEventListener('click', follow);
    addEventListener('popstate', back);
    return () => {
      removeEventListener('click', follow);
      removeEventListener('popstate', back);
    };
  }, []);

  const { pathname: path, search, searchParams, hash } = new URL(address, location.origin);
  let Screen = otherwise;
  let params = {};
  for (const [pattern, screen] of screens) {
    const matched = paramsOf(pattern, path);
    if (matched) [Screen, params] = [screen, matched];
  }
  const query = Object.fromEntries(searchParams);
  return (
    <Placed.Provider value={{ base, url: path + search, path, query, hash, params, route }}>
      <Around>
        <Screen key={path} />
      </Around>
    </Placed.Provider>
  );
}
