import type { Row } from '../../shared/ports.ts';
import { simulatedPrinter } from '../simulation/ports/simulated-printer.ts';
import { type Browser, createBrowser } from './browser.ts';
import { createService } from './service.ts';

/**
 * A service that goes on from the rows of another, so that the same moment comes again as often as it is wanted, and browsers in which
 * people are signed in as they were.
 */
export function goneOnFrom(rows: readonly Row[]) {
  const service = createService({ printer: simulatedPrinter, seed: 8 });
  service.table.load(rows);
  const browserOf = ({ cookies }: Pick<Browser, 'cookies'>): Browser => {
    const browser = createBrowser(service);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    return browser;
  };
  return { service, browserOf };
}
