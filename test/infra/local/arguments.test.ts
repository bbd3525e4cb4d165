import { expect, it } from 'vitest';
import { readArguments } from '../../../infra/local/arguments.ts';

it('a start listens on port 3000 over .wallet, or where it is told to', () => {
  expect(readArguments([])).toMatchObject({
    port: 3000,
    dataDir: expect.stringMatching(/[\\/]\.wallet$/),
    help: false,
  });
  expect(readArguments(['--port', '4100', '--data', '/tmp/x'])).toMatchObject({ port: 4100, dataDir: '/tmp/x' });
});

it.each([['--help'], ['-h']])('a start with %s tells its usage and starts nothing', (option) => {
  expect(readArguments([option]).help).toBe(true);
});

it.each([
  [['--port', 'abc'], 'abc is no port. Choose one from 1 to 65535. Usage: '],
  [['--bogus'], "Unknown option '--bogus'. Usage: "],
  [['extra'], "Unexpected argument 'extra'. Usage: "],
  [['--data'], "Option '--data <value>' argument missing. Usage: "],
])('a start with %j is refused in one line that says what is wrong and what it takes', (args, said) => {
  expect(() => readArguments(args)).toThrow(said);
});
