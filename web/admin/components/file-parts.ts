import { offline, type Result, readAnswer, sendUntilTaken } from '../../client.ts';

/** A file that is asked for by a body: its filters may say who somebody looks for, which no address shall hold. */
interface Posted {
  readonly url: string;
  readonly body: object;
}

/** Where a file is asked for. */
export type Source = string | Posted;

/** A file, or one of the parts that a long list is handed out in. */
interface Part {
  readonly name: string;
  readonly file: Blob;
  /** How many rows it holds; absent of a file that is no list's. */
  readonly rows: number | undefined;
  /** Where the part that follows is asked for; absent of the last one. */
  readonly next: Source | undefined;
}

/** The name that a file is sent under. */
export const fileNameOf = (disposition: string | null, otherwise: string): string =>
  /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? otherwise;

/** The name of a part: `credits-part-2.csv`. */
export const partName = (name: string, part: number): string => name.replace(/(\.\w+)?$/, `-part-${part}$1`);

/** Where an answer says that it goes on: by a link (RFC 8288), or by where the next one begins, of what is asked for by a body. */
export function nextOf(headers: Headers, asked: Source): Source | undefined {
  const cursor = headers.get('next-cursor');
  if (typeof asked !== 'string') return cursor ? { ...asked, body: { ...asked.body, cursor } } : undefined;
  return /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
}

const figure = (count: number): string => count.toLocaleString('en-US');

/** What a part holds: “Rows 10,001 to 20,000.” A filter that keeps little may leave a part empty before the list is at its end. */
export const rowsSaid = (before: number, rows: number, more: boolean): string =>
  `${rows > 0 ? `Rows ${figure(before + 1)} to ${figure(before + rows)}.` : 'No rows in this part.'} ${more ? 'More follow.' : 'That is the last.'}`;

const fetched = (of: Source): Promise<Response> =>
  typeof of === 'string'
    ? fetch(of, { credentials: 'same-origin' })
    : fetch(of.url, {
        ...{ method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify(of.body),
      });

/** Fetches a file, which only reads: it is asked for again when it is turned away because many came at once. */
export const fetchFile = (of: Source, otherwise: string): Promise<Result<Part | { readonly url: string }>> =>
  sendUntilTaken<Part | { readonly url: string }>(async () => {
    try {
      const response = await fetched(of);
      const { headers, status } = response;
      if (!response.ok || headers.get('content-type')?.includes('json'))
        return await readAnswer<{ readonly url: string }>(response);
      const rows = headers.get('x-rows');
      const part = {
        name: fileNameOf(headers.get('content-disposition'), otherwise),
        file: await response.blob(),
        rows: rows === null ? undefined : Number(rows),
        next: nextOf(headers, of),
      };
      return { ok: true, status, body: part };
    } catch {
      return { ok: false, problem: offline };
    }
  });
