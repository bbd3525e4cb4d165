import { describe, expect, it, vi } from 'vitest';
import { jsonLog, logLine, nodeDigests, systemClock, systemIds } from '../../../functions/adapters/system.ts';

const ids = systemIds();
const many = <Thing>(make: () => Thing, count = 2_000): readonly Thing[] => Array.from({ length: count }, make);

describe('a line of the log', () => {
  it('commands no terminal and ends nowhere but at its end, whatever is told', () => {
    const told = { event: 'step.broken', message: 'a\u001b[2J\u009b31m\u0085b\u2028c\u202ed\n{"event":"forged"}' };
    const line = logLine(told);
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028-\u202e]/u);
    expect(JSON.parse(line)).toEqual(told);
  });
});

describe('what nobody can guess', () => {
  it('is an id of 26 characters that are safe in keys, links and file names, and never one twice', () => {
    const made = many(ids.id);
    expect(new Set(made).size).toBe(made.length);
    for (const id of made) expect(id).toMatch(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/);
  });

  it('is a secret of 256 bits', () => {
    const made = many(ids.secret);
    expect(new Set(made).size).toBe(made.length);
    for (const secret of made) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('is a code of eight characters that nobody mistakes for others, each as likely as the next', () => {
    const made = many(ids.code, 6_000);
    for (const code of made) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    const counts = Object.values(Object.groupBy(made.join(''), (letter) => letter)).map((same) => same?.length ?? 0);
    expect(counts).toHaveLength(30);
    // 48,000 letters, 1,600 of each: nine standard deviations are 350.
    for (const count of counts) expect(Math.abs(count - 1_600)).toBeLessThan(350);
  });

  it('is a fraction from 0 up to, and never, 1', () => {
    for (const fraction of many(ids.fraction)) expect(fraction >= 0 && fraction < 1).toBe(true);
  });
});

describe('the machine', () => {
  it('tells the time as a UTC instant', () => {
    expect(systemClock().now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  });

  it('digests text as UTF-8, as the standard’s example says', () => {
    expect(nodeDigests().sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(nodeDigests().sha256('ü')).toBe(nodeDigests().sha256(new Uint8Array([0xc3, 0xbc])));
  });

  it('logs one line of JSON an event, whatever is in it', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    jsonLog()({ event: 'mail.delayed', messageKey: 'a', tries: 1, error: 'first\nsecond' });
    const [line] = write.mock.calls.map(([text]) => String(text));
    write.mockRestore();
    expect(line).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(line ?? '')).toMatchObject({ event: 'mail.delayed', error: 'first\nsecond' });
  });
});
