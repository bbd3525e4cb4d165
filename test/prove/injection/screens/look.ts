/** What stands on a screen. */
export interface Seen {
  /** Every text of the page: of its elements, also those that are folded away, its fields, its labels and its title. */
  readonly said: string;
  /** Elements and attributes that run or load something, or lead out of the site, each as it stands there. */
  readonly live: readonly string[];
}

/** What a page that is being watched has beside its own. */
interface Watched {
  /** Requests of the page that are not answered yet; set by `watch`. */
  inFlight?: number;
}

/** Counts what a page waits for, and gives hostile texts the function that they call. Runs in each frame before its own scripts. */
export function watch(words: string): void {
  const watched = globalThis as Watched & Record<string, unknown>;
  watched.canary = (number: unknown) => console.error(words, number);
  watched.inFlight = 0;
  const { fetch } = globalThis;
  globalThis.fetch = async (...asked) => {
    watched.inFlight = (watched.inFlight ?? 0) + 1;
    try {
      return await fetch(...asked);
    } finally {
      watched.inFlight -= 1;
    }
  };
}

/**
 * Goes to a screen without loading the site anew, as a link does; waits until nothing is under way, and tells what stands there. Runs in
 * the page.
 * @throws Error when there is always something under way
 */
export async function look(path: string | undefined): Promise<Seen> {
  if (path !== undefined) {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const isBusy = () =>
    Boolean((globalThis as Watched).inFlight) ||
    document.querySelector('h1') === null ||
    document.querySelector('[aria-busy=true]') !== null;
  const until = performance.now() + 15_000;
  for (let quiet = 0; quiet < 3; quiet = isBusy() ? 0 : quiet + 1) {
    if (performance.now() > until) throw new Error(`${location.href} is still busy: ${document.body.textContent}`);
    await frame();
  }
  // The console shows the learners’ pieces in a shadow of their own.
  const within = (root: ParentNode): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
  for (const folded of within(document.body)) if (folded instanceof HTMLDetailsElement) folded.open = true;
  await frame();

  const live: string[] = [];
  const fields: string[] = [];
  const inert = ['alt', 'aria-label', 'title', 'placeholder', 'value'];
  const links = ['href', 'src', 'action', 'data', 'xlink:href', 'poster', 'background'];
  const isOurs = (value: string): boolean => {
    // How a wallet on this device is asked to fetch an offer of ours.
    const { protocol, host } = new URL(value.replace(/^interaction:/, ''), location.href);
    return (
      protocol === 'mailto:' ||
      value.startsWith('data:image/') ||
      (host === location.host && /^https?:$/.test(protocol))
    );
  };
  const said = [document.title, document.body.textContent ?? ''];
  for (const element of within(document.body)) {
    if (element.shadowRoot) said.push(element.shadowRoot.textContent ?? '');
    const tag = element.localName;
    const told = element.outerHTML.slice(0, 200);
    // The words for whoever has no script, in the page as it was built.
    if (tag === 'noscript' && element.parentElement === document.body) continue;
    if (/^(script|iframe|object|embed|base|meta|link|style|template|noscript|math|animate|x|frame|portal)$/.test(tag))
      live.push(told);
    for (const { name, value } of element.attributes) {
      // An address of another site is a link to be pressed, and nothing else; none of ours is made of what people write.
      const outside = tag === 'a' && name === 'href' && /^https:\/\/(?!evil\.)/.test(value);
      if (/^on|^(srcdoc|formaction|contenteditable|autofocus|ping)$/.test(name)) live.push(told);
      if (links.includes(name) && !outside && !isOurs(value)) live.push(told);
      if (inert.includes(name)) fields.push(value);
    }
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) fields.push(element.value);
  }
  return { said: [...said, ...fields].join('\n'), live };
}
