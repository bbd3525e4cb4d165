interface Tab {
  readonly href: string;
  readonly name: string;
  /** How many wait there. */
  readonly count?: number | undefined;
}

interface TabsProps {
  /** What they are the parts of. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The address of the one that is shown. */
  readonly current: string;
}

/** The parts of a page as links: each has an address, and Back leads to the one before. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, name, count }) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {name}
              {count !== undefined && <span class="count figure">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
