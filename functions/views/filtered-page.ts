interface Chunk<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
}

/** So many rows a page; the least that fills a tall screen. */
const PAGE = 50;
/** With a filter that the list's key knows nothing of, so many are read at once, and so often for one answer. */
const FILTERED_CHUNK = 500;
const MOST_CHUNKS = 4;

/**
 * A page of a list: one read. Where rows are picked from what is read, up to 2,000 are looked at for one answer, which may hold
 * fewer than a page, or none, and still say where to go on: an answer never takes longer than that.
 */
export async function filteredPage<Item>(
  read: (ask: { readonly limit: number; readonly cursor?: string | undefined }) => Promise<Chunk<Item>>,
  from: string | undefined,
  keep: ((item: Item) => boolean) | undefined,
): Promise<Chunk<Item>> {
  if (!keep) return read({ limit: PAGE, cursor: from });
  const items: Item[] = [];
  let cursor = from;
  for (let chunks = 0; chunks < MOST_CHUNKS; chunks++) {
    const chunk = await read({ limit: FILTERED_CHUNK, cursor });
    items.push(...chunk.items.filter(keep));
    cursor = chunk.cursor;
    if (cursor === undefined || items.length >= PAGE) break;
  }
  return { items, cursor };
}

/** What a file reads at once, and the most that it looks at: a filter that keeps few is not to read a million for one file. */
const FILE_CHUNK = 1_000;
const MOST_LOOKED_AT = 50_000;

/** Everything from a place on that one file has room for, and where the next file goes on. */
export async function fileful<Item>(
  read: (ask: { readonly limit: number; readonly cursor?: string | undefined }) => Promise<Chunk<Item>>,
  from: string | undefined,
  most: number,
  keep: (item: Item) => boolean = () => true,
): Promise<Chunk<Item>> {
  const items: Item[] = [];
  let cursor = from;
  for (let looked = 0; looked < MOST_LOOKED_AT && items.length + FILE_CHUNK <= most; looked += FILE_CHUNK) {
    const chunk = await read({ limit: FILE_CHUNK, cursor });
    items.push(...chunk.items.filter(keep));
    cursor = chunk.cursor;
    if (cursor === undefined) break;
  }
  return { items, cursor };
}
