import { landingOf as consoleLanding } from '../../../../web/admin/sign-in/landing.ts';
import { signInTo } from '../../../../web/components/landing.ts';
import { afterSignIn, landingOf } from '../../../../web/learner/screens/landing.ts';
import { fire } from '../fuzz/fire.ts';
import { copyOf, type LivingStore } from '../living-store.ts';
import { type Attempt, attempt } from './attempt.ts';

const site = 'https://credit.example.org';
const hosts = [
  'evil.example',
  'evil.example/wallet',
  'credit.example.org.evil.example',
  'evil%2eexample',
  '3232235777',
  '[::1]',
];
const openings = [
  ...[
    '//',
    '///',
    '////',
    '/\\',
    '\\\\',
    '/\\/',
    '\\/',
    '/\t/',
    '/\n/',
    '\t//',
    '%2f%2f',
    '/%2f',
    '/%5c',
    '//%09/',
    '/./',
    '/..//',
  ],
  ...[
    'https://',
    'HTTPS:',
    'http:\\\\',
    'https:/',
    '//user@',
    `${site}@`,
    `//${site}@`,
    '/@',
    '/.',
    'javascript://',
    'data:text/html,',
  ],
  ...[
    'ftp://',
    'blob:https://',
    'view-source:https://',
    'x:',
    '//\u0000',
    '/\u2028/',
    '/\uff0f',
    '\u3002',
    '/a/b//',
    '/a/../..//',
  ],
];
const others = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'vbscript:x',
    'data:,x',
    'about:blank',
  ],
  ...[
    '/api/sign-out',
    '/api/me',
    '/admin/sign-in?to=//evil.example',
    '/v/x',
    '/t/x',
    '/wallet/../api/sign-out',
    '/a/../../api/me',
  ],
  ...[
    '',
    ' ',
    '/',
    '.',
    '..',
    '?',
    '#',
    '/sign-in?to=/sign-in',
    '/a/x?to=//evil.example',
    '/wallet#//evil.example',
    '/wallet\\evil',
  ],
];
/** Where an attacker would have a sign-in lead: two hundred ways and more of writing another host, or another thing. */
const payloads: readonly string[] = [...openings.flatMap((opening) => hosts.map((host) => opening + host)), ...others];

/** Pages that a sign-in may lead to; the API and the public pages are none of them. */
const isPage = ({ origin, pathname }: URL, base: RegExp): boolean => origin === site && base.test(pathname);
const learnerPages =
  /^\/(?:wallet|history|certificates|transcript|profile|privacy|help|a\/[a-z0-9-]+(?:\/[\w-]+)*|c\/[a-z0-9]{26}(?:\/[\w-]+)*)?$/;
const consolePages = /^\/admin\/(?!sign-in)/;

/** Every payload as what comes after signing in at either site, and as what an employer leads back with. */
export async function redirects(living: LivingStore): Promise<readonly Attempt[]> {
  const service = await copyOf(living.service, 10);
  const attempts: Attempt[] = [];
  for (const payload of payloads) {
    const told = JSON.stringify(payload);
    const leads = (way: string, to: string, base: RegExp): void => {
      const at = URL.canParse(to, site) ? new URL(to, site) : undefined;
      const failure = at && isPage(at, base) ? undefined : `${way} leads to ${to} for ${told}`;
      attempts.push(attempt('leads to a page of the site', failure));
    };
    leads('the sign-in of learners', landingOf(payload), learnerPages);
    leads('the first sign-in of learners', afterSignIn(false, payload), learnerPages);
    leads('the sign-in of staff', consoleLanding(payload), consolePages);
    leads('the way back to the sign-in', signInTo(payload), /^(?:\/admin)?\/sign-in$/);

    const query = new URLSearchParams({ state: payload, iss: payload, code: payload });
    for (const url of [
      `/api/admin/employer/callback?${query}`,
      `/api/admin/employer?to=${encodeURIComponent(payload)}&${query}`,
    ]) {
      const fired = await fire(service, {
        method: 'GET',
        url,
        rawHeaders: [],
        body: Buffer.alloc(0),
        sourceIp: payload.slice(0, 40),
      });
      const location = String(fired?.headers.location);
      const isOurs =
        /^\/admin\/(?:sign-in\?problem=[\w-]+)?$/.test(location) || location === 'https://hospital.example/authorize';
      attempts.push(
        attempt('leads to the console or the employer', isOurs ? undefined : `${url} leads to ${location}`),
      );
    }
  }
  return attempts;
}
