import { setImmediate } from 'node:timers/promises';
import { records } from '../../../../functions/records/index.ts';
import { createBrowser } from '../../../support/browser.ts';
import { createService } from '../../../support/service.ts';
import type { Issued } from './signed-certificates.ts';

/** What the page says of a file: that it was issued, that it was not, or that it could not be read. */
type Said = 'genuine' | 'other' | 'unreadable';

/** A part of the page that the script shows or hides. */
interface Verdict {
  hidden: boolean;
  readonly dataset: { readonly verdict: string };
  readonly querySelectorAll: () => readonly [];
}

/** Hashing takes some turns of the event loop, never as many as this. */
const MOST_TURNS = 100_000;

/**
 * Runs the page's own script on what it needs of a browser: the box for a file, and the parts of the page that it shows or hides. It
 * runs once, as in a browser, and looks at those parts with each file: so the next file may be compared with another page.
 */
async function runScript(): Promise<(html: string, file: Uint8Array) => Promise<string>> {
  let verdicts: readonly Verdict[] = [];
  let choose = (): void => {};
  const input = {
    files: [] as readonly File[],
    addEventListener: (_: string, listener: () => void) => {
      choose = listener;
    },
  };
  const browser = {
    document: {
      querySelector: () => ({ hidden: true, querySelector: () => input }),
      querySelectorAll: () => ({ [Symbol.iterator]: () => verdicts[Symbol.iterator]() }),
    },
    addEventListener: () => {},
  };
  for (const [name, value] of Object.entries(browser)) Reflect.set(globalThis, name, value);
  try {
    await import('../../../../web/verification/check-pdf.ts');
  } finally {
    for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name);
  }
  return async (html, file) => {
    verdicts = [...html.matchAll(/data-verdict="(\w+)"/g)].map(([, verdict = '']) => ({
      ...{ hidden: true, dataset: { verdict }, querySelectorAll: () => [] },
    }));
    input.files = [new File([Buffer.from(file)], 'certificate.pdf')];
    choose();
    for (let turns = 0; turns < MOST_TURNS; turns++) {
      const [said, ...more] = verdicts.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.verdict);
      if (said !== undefined && said !== 'reading' && more.length === 0) return said;
      await setImmediate();
    }
    throw new Error('The page never said anything of the file');
  };
}

let script: ReturnType<typeof runScript> | undefined;

/** Puts certificates into the records as they were issued; @returns what the page about one of them says of a file. */
export async function openCheckPages(
  issued: readonly Issued[],
): Promise<(of: Issued, file: Uint8Array) => Promise<Said>> {
  script ??= runScript();
  const compare = await script;
  const service = createService();
  const { certificates } = records({ ...service.portsOf('check-pdf'), table: service.table });
  const { sha256 } = service.portsOf('check-pdf').digests;
  const pages = new Map<Issued, string>();
  for (const one of issued) {
    const { snapshot, file } = one;
    const { certificateId } = snapshot;
    await service.table.write(certificates.begin(snapshot));
    const begun = await certificates.byId(certificateId);
    if (!begun) throw new Error(`The certificate ${certificateId} was not begun`);
    const state = { ...begun.state.value, status: 'valid', sha256: sha256(file), issuedAt: service.now() } as const;
    await service.table.write([certificates.putState(certificateId, state, begun.state)]);
    const page = await createBrowser(service).ask('checkPdf', { params: { certificateId } });
    if (page.status !== 200) throw new Error(`The page about ${certificateId} answered ${page.status}`);
    pages.set(one, page.text);
  }
  return async (of, file) => {
    const said = await compare(pages.get(of) ?? '', file);
    return said === 'other' || said === 'unreadable' ? said : 'genuine';
  };
}
