import { offline, type Result, readAnswer } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { say } from './status-line.tsx';
import { withStepUp } from './with-step-up.ts';

type Format = 'csv' | 'xlsx' | 'txt' | 'xml';

/** A file that is asked for by a body: its filters may say who somebody looks for, which no address shall hold. */
interface Posted {
  readonly url: string;
  readonly body: object;
}

interface ExportMenuProps {
  /** What is exported: `completions`. */
  readonly what: string;
  /** Where the file is asked for, filters included. It answers with the file, or with `{ url }` of where it lies. */
  readonly of: (format: Format) => string | Posted;
  readonly formats?: readonly Format[];
}

interface Exported {
  readonly name: string;
  readonly file: Blob;
}

/** The name that a file is sent under. */
export const fileNameOf = (disposition: string | null, otherwise: string): string =>
  /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? otherwise;

const fetched = (of: string | Posted): Promise<Response> =>
  typeof of === 'string'
    ? fetch(of, { credentials: 'same-origin' })
    : fetch(of.url, {
        ...{ method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify(of.body),
      });

async function fetchFile(of: string | Posted, otherwise: string): Promise<Result<Exported | { readonly url: string }>> {
  try {
    const response = await fetched(of);
    const json = response.headers.get('content-type')?.includes('json');
    if (!response.ok || json) return await readAnswer<{ readonly url: string }>(response);
    const name = fileNameOf(response.headers.get('content-disposition'), otherwise);
    return { ok: true, status: response.status, body: { name, file: await response.blob() } };
  } catch {
    return { ok: false, problem: offline };
  }
}

function save({ name, file }: Exported): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Takes a list along as it is filtered, as CSV or as an Excel file. A passkey that is needed is asked for. */
export function ExportMenu({ what, of, formats = ['csv', 'xlsx'] }: ExportMenuProps) {
  const { busy, problem, send } = useSending();
  const take = async (format: Format): Promise<void> => {
    const body = await send(() => withStepUp(() => fetchFile(of(format), `${what}.${format}`)));
    if (!body) return;
    if ('url' in body) location.assign(body.url);
    else save(body);
    say(`The export of ${what} is among your downloads.`);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons with one name before them are no form */}
      <div class="actions export" role="group" aria-label={`Export ${what}`}>
        <span class="quiet small" aria-hidden="true">
          Export
        </span>
        {formats.map((format) => (
          <Button key={format} kind="secondary" busy={busy} onClick={() => take(format)}>
            <span class="visually-hidden">Export {what} as </span>
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
