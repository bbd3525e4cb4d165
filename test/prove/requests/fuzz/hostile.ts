import type { Random } from '../../../simulation/random.ts';

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);
const large = 'x'.repeat(100_001);

/** Values that no honest client sends in the place of another. */
export const hostileValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 53 + 2, -0, 1e-320, 0xffffffff, 86_400_001],
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u202eabc',
    '\ufeff',
    '\uffff',
    'é'.repeat(300),
    'x'.repeat(65),
    'x'.repeat(3_000),
  ],
  ...[
    '#',
    'LEARNER#x',
    '../me',
    '%00',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '$where',
    "' OR 1=1--",
  ],
  ...['=1+1', '<script>alert(1)</script>', '{{7*7}}', 'NaN', '1e999', '0x10', 'null', '[object Object]', '😀'],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '-000001-01-01', '2026-03-09T00:00:00Z', '275761-01-01', '٢٠٢٦-٠٣-٠٩'],
  ...['a@b', 'a@b.c\r\nBcc: x@y.z', '"a b"@example.org', `${'a'.repeat(250)}@example.org`, 'ü@exämple.org', '@'],
  ...[[], {}, [[]], [null], [{}], { length: 1 }, { toString: 1 }, { toJSON: 1 }, { valueOf: null }, { $ref: '#' }],
  ...[Array.from({ length: 60 }, (_, index) => index), Object.fromEntries([['constructor', { prototype: {} }]])],
  JSON.parse('{"__proto__":{"admin":true}}'),
  JSON.parse('{"then":"x"}'),
];

/** Bodies that are no JSON, or JSON that parsers stumble over (RFC 8259, RFC 7493). */
const hostileTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '{',
    '}',
    '[',
    '"',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    'undefined',
    'NaN',
    'Infinity',
    '-',
    '01',
    '1.',
    '.5',
    '+1',
  ],
  ...[
    '\u0000',
    '{}\u0000',
    '\ufeff{}',
    '{}{}',
    '{}x',
    '// c\n{}',
    '/**/{}',
    '{"a":1 "b":2}',
    '{"a"}',
    '["a":1]',
    '"\\x"',
    '"\\u12"',
  ],
  ...[
    '{"a":"\\ud800"}',
    '{"\\udc00":1}',
    '["\ud800"]',
    '{"a":"\\u0000"}',
    '{"a":"\u0007"}',
    '"\n"',
    '{"answers":{"\\ud83d":[]}}',
  ],
  ...[
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"answers":{"__proto__":["a"]}}',
    '{"fields":{"__proto__":1}}',
  ],
  ...['{"email":"a@example.org","email":{}}', '{"reason":1,"reason":"A reason."}', '{"answers":{},"answers":[]}'],
  ...[
    '1e999',
    '-1e999',
    '[1e400]',
    '123456789012345678901234567890',
    '{"version":1e21}',
    '{"amount":1E+2}',
    '{"leavingOut":-0}',
  ],
  ...[nested(20, '[', ']'), nested(5_000, '[', ']'), `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
  ...[
    'null',
    'true',
    '0',
    '""',
    '[]',
    '[[]]',
    '[{}]',
    '<xml/>',
    'a=1&b=2',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
  ],
];

/** A body that is wild as a whole; large ones seldom, because they cost what a hundred others do. */
export const wildText = (random: Random): string =>
  random.chance(0.002) ? random.pick([large, `"${large}"`, nested(50_001, '[', ']')]) : random.pick(hostileTexts);

/** Bytes that are no UTF-8, or are cut within a character. */
export const wildBytes = (random: Random, honest: Buffer): Buffer =>
  random.pick([
    Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
    Buffer.from([0x22, 0xc3, 0x22]),
    Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
    Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
    honest.subarray(0, random.below(honest.length + 1)),
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), honest]),
    Buffer.from(honest.toString(), 'utf16le'),
  ]);

/** Ids, versions and the like that name nothing, as they stand in an address. */
export const wildIds = [
  ...[
    'nothing',
    '0'.repeat(26),
    'x'.repeat(64),
    'x'.repeat(65),
    'x'.repeat(5_000),
    'a#b',
    'a%23b',
    '..',
    '%2e%2e',
    'a%2fb',
    '%00',
  ],
  ...[
    '%',
    '%zz',
    '%c3%28',
    '%ed%a0%80',
    'ü',
    '%C3%BC',
    "'",
    '%20',
    '__proto__',
    'constructor',
    '-',
    '_',
    '0',
    '-1',
    '1.5',
    '1e3',
    '*',
  ],
  ...[
    'latest',
    '2026-02-30',
    '9'.repeat(30),
    '%0d%0aset-cookie:a',
    ';',
    '?',
    '&',
    '=',
    '+',
    '~',
    '$',
    '@',
    '{activityId}',
    'NaN',
    'null',
  ],
] as const;

/** Names and values of headers that clients send by mistake or to mislead. */
export const wildHeaders: readonly (readonly [name: string, value: string])[] = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
    'application/JSON; charset=utf-16',
  ].map((type) => ['content-type', type] as const),
  ...[
    'application/json-patch+json',
    'application/jsonx',
    'application/json, text/plain',
    ' application/json',
    'a/b; c="',
  ].map((type) => ['content-type', type] as const),
  ...['', '*', '"', '"0"', '"1"', 'W/"1"', '"-1"', '"1.5"', '"9007199254740993"', '1', '"1", "2"', '"x"', '"1'].map(
    (tag) => ['if-match', tag] as const,
  ),
  ...['', ' ', 'x', 'x'.repeat(200), 'x'.repeat(201), 'ü', 'a b', '"quoted"', '\u0001', '__proto__', 'a,b'].map(
    (key) => ['idempotency-key', key] as const,
  ),
  ...['https://evil.example', 'null', '', 'https://credit.example.org', 'https://credit.example.org.evil.example'].map(
    (origin) => ['origin', origin] as const,
  ),
  ...['cross-site', 'same-site', 'same-origin', 'none', 'x', ''].map((site) => ['sec-fetch-site', site] as const),
  ...[
    '',
    'Bearer',
    'Bearer x',
    `Bearer cw_${'A'.repeat(43)}`,
    'Basic eDp5',
    `Bearer ${'x'.repeat(5_000)}`,
    'bearer cw_\u0000',
  ].map((sent) => ['authorization', sent] as const),
  ...[
    '__Host-session=',
    '__Host-session',
    '=',
    ';;;',
    '__Host-staff=x',
    '__Host-session=%00',
    `__Host-session=${'x'.repeat(5_000)}`,
  ].map((cookie) => ['cookie', cookie] as const),
  ...['', '198.51.100.7:46532', '2001:db8::1:46532', 'x', ':', '1'.repeat(1_000)].map(
    (address) => ['cloudfront-viewer-address', address] as const,
  ),
  ...['text/html', 'application/json', '*/*', '', 'a;q=x', 'application/vc'].map((type) => ['accept', type] as const),
  ...['gzip', 'identity;q=0', '*;q=0', 'br'].map((coding) => ['accept-encoding', coding] as const),
  ...([
    ['__proto__', 'x'],
    ['constructor', 'x'],
    ['x-http-method-override', 'DELETE'],
    ['host', 'evil.example'],
    ['x-forwarded-host', 'evil.example'],
    ['x-forwarded-for', '203.0.113.9, x'],
    ['transfer-encoding', 'chunked'],
    ['content-length', '-1'],
  ] as const),
];
