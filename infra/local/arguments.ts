import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotStart } from './parts/cannot-start.ts';

export interface Arguments {
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Asks for the usage, and nothing is to be started. */
  readonly help: boolean;
}

export const usage = 'Usage: npm start -- [--port 3000] [--data .wallet]';

/** Reads the command line of `npm start`. @throws CannotStart with one line that says what is wrong. */
export function readArguments(args: readonly string[]): Arguments {
  const options = {
    port: { type: 'string', default: '3000' },
    data: { type: 'string', default: '.wallet' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new CannotStart(`${values.port} is no port. Choose one from 1 to 65535. ${usage}`);
    return { port, dataDir: resolve(values.data), help: values.help };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    const [said] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new CannotStart(`${said}. ${usage}`);
  }
}
