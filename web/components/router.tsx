import { type ComponentChildren, type ComponentType, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/**
 * The learner site's own router: the ready-made one is a twentieth of all the script that a phone may wait for
 * (experience.md, budgets), and this site needs but a table of screens, links and the Back button.
 */
interface Place {
  /** Path and query: `/history?status=passed`. */
  readonly url: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** Goes to an address of this site; `replace` leaves no step back. */
  readonly route: (url: string, replace?: boolean) => void;
}

/** A screen for each path, with parameters as `:name`. */
export type Screens = readonly (readonly [path: string, screen: ComponentType])[];

const here = (): string => location.pathname + location.search;

const Placed = createContext<Place>({ url: '', path: '', query: {}, params: {}, route: () => undefined });

/** Where the learner is, and the way to elsewhere. */
export const useLocation = (): Place => useContext(Placed);

/** The parameters of a path that a pattern matches, or nothing. */
export function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern, path].map((text) => text.split('/').filter(Boolean));
  if (!wanted || wanted.length !== given?.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const value = given[place] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

/** The link that a click follows within the site; nothing when the browser shall follow it by itself. */
function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element && event.target.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  // Files, the API and the public verification page are not screens of this site.
  if (/^\/(api|v|t|assets)\/|\.\w+$/.test(link.pathname) || link.getAttribute('href')?.startsWith('#')) return;
  return link;
}

/** Shows the screen of the address, within what surrounds every screen. */
export function Router(props: {
  readonly screens: Screens;
  readonly otherwise: ComponentType;
  readonly around: ComponentType<{ readonly children: ComponentChildren }>;
}) {
  const { screens, otherwise, around: Around } = props;
  const [url, setUrl] = useState(here);
  const route = (next: string, replace?: boolean): void => {
    const { pathname } = location;
    history[replace ? 'replaceState' : 'pushState'](null, '', next);
    if (location.pathname !== pathname) scrollTo(0, 0);
    setUrl(here());
  };
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      route(link.href);
    };
    const back = (): void => setUrl(here());
    addEventListener('click', follow);
    addEventListener('popstate', back);
    return () => {
      removeEventListener('click', follow);
      removeEventListener('popstate', back);
    };
  }, []);

  const { pathname: path, searchParams } = new URL(url, location.origin);
  let Screen = otherwise;
  let params = {};
  for (const [pattern, screen] of screens) {
    const matched = paramsOf(pattern, path);
    if (matched) [Screen, params] = [screen, matched];
  }
  const query = Object.fromEntries(searchParams);
  return (
    <Placed.Provider value={{ url, path, query, params, route }}>
      <Around>
        <Screen key={path} />
      </Around>
    </Placed.Provider>
  );
}
