import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { fetchFile, partName, rowsSaid, type Source } from './file-parts.ts';
import { say } from './status-line.tsx';
import { withStepUp } from './with-step-up.ts';

type Format = 'csv' | 'xlsx' | 'txt' | 'xml';

interface ExportMenuProps {
  /** What is exported: `completions`. */
  readonly what: string;
  /** Where the file is asked for, filters included. It answers with the file, or with `{ url }` of where it lies. */
  readonly of: (format: Format) => Source;
  readonly formats?: readonly Format[];
}

/** How far a list was taken along that is too long for one file. */
interface Begun {
  readonly format: Format;
  /** The list that it is, filters included: what follows of another one is none of its parts. */
  readonly list: string;
  readonly parts: number;
  readonly rows: number;
  readonly said: string;
  readonly next: Source;
}

function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Takes a list along as it is filtered, as CSV or as an Excel file, and part by part where it is too long for one. A passkey that is
 * needed is asked for.
 */
export function ExportMenu({ what, of, formats = ['csv', 'xlsx'] }: ExportMenuProps) {
  const { busy, problem, send } = useSending();
  const [last, setBegun] = useState<Begun>();
  const menu = useRef<HTMLDivElement>(null);
  const listOf = (format: Format): string => JSON.stringify(of(format));
  const begun = last && last.list === listOf(last.format) ? last : undefined;

  const take = async (format: Format, before?: Begun): Promise<void> => {
    const list = listOf(format);
    const body = await send(() => withStepUp(() => fetchFile(before?.next ?? of(format), `${what}.${format}`)));
    if (!body) return;
    if ('url' in body) {
      location.assign(body.url);
      say(`The export of ${what} is among your downloads.`);
      return;
    }
    const { name, file, rows = 0, next } = body;
    const { parts, rows: rowsBefore } = before ?? { parts: 0, rows: 0 };
    const isPart = before !== undefined || next !== undefined;
    save(isPart ? partName(name, parts + 1) : name, file);
    const said = rowsSaid(rowsBefore, rows, next !== undefined);
    say(
      isPart
        ? `Part ${parts + 1} of the export of ${what} is among your downloads. ${said}`
        : `The export of ${what} is among your downloads.`,
      next === undefined ? 'good' : 'wait',
    );
    // The button of what follows goes with the last part: whoever pressed it is led back to the one that they began with.
    const buttons = menu.current?.querySelectorAll('button');
    if (!next && document.activeElement === buttons?.[formats.length]) buttons?.[formats.indexOf(format)]?.focus();
    setBegun(next ? { format, list, parts: parts + 1, rows: rowsBefore + rows, said, next } : undefined);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons with one name before them are no form */}
      <div class="actions export" role="group" aria-label={`Export ${what}`} ref={menu}>
        <span class="quiet small" aria-hidden="true">
          Export
        </span>
        {formats.map((format) => (
          <Button key={format} kind="secondary" busy={busy} onClick={() => take(format)}>
            <span class="visually-hidden">Export {what} as </span>
            {format.toUpperCase()}
          </Button>
        ))}
        {begun && (
          <>
            <span class="small">{begun.said}</span>
            <Button kind="secondary" busy={busy} onClick={() => take(begun.format, begun)}>
              Part {begun.parts + 1}, from row {(begun.rows + 1).toLocaleString('en-US')}
              <span class="visually-hidden"> of the export of {what}</span>
            </Button>
          </>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
