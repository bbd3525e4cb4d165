import { startBrowser } from '../../../journeys/support/chromium.ts';
import { codeFor } from '../../../support/learner.ts';
import { serve } from '../../../support/served.ts';
import type { Service } from '../../../support/service.ts';
import type { Finding } from '../../proof.ts';
import { createTally } from '../../tally.ts';
import { type Mailed, mails } from './mails.ts';
import { fetchAll, linksIn, prowl } from './robot.ts';

/** Rows that anybody may bring about without being signed in: a code to an address, and the counts that limit those. */
const anybodys = /^(CHALLENGE|RATE)#/;

/** Everything that is written, but for what anybody may write. */
const recordsOf = ({ table, keyTable, documents }: Service): readonly string[] => [
  ...[...table.rows(), ...keyTable.rows()].filter(({ pk }) => !anybodys.test(pk)).map((row) => JSON.stringify(row)),
  ...documents.kept.keys(),
];

/**
 * Has robots read every kind of mail before its person does: they ask for heads, open the links, post forms to them, and run scripts in a
 * real browser that types what the mail holds into every field and presses everything. None is signed in, no record changes, and the
 * person’s own visit works afterwards.
 * @param stolen gives them the person’s cookies, to see that the proof would notice what they do then
 */
export async function proveRobots(
  presses: number,
  kinds: readonly Mailed[] = Object.keys(mails) as Mailed[],
  { stolen = false } = {},
): Promise<Finding> {
  const tally = createTally('robots');
  const served = await serve();
  const browser = await startBrowser();
  let pressed = 0;
  try {
    for (const kind of kinds) {
      const service = served.begin();
      const { email, visit, cookies = [] } = await mails[kind]({ service, site: served.site, browser });
      const mail = service.inbox.delivered.findLast(({ to }) => to === email);
      const links = mail ? linksIn(mail.text, mail.html) : [];
      tally.judge(links.length > 0, 'mails with links', () => `${kind}: no link in ${mail?.text}`);
      const loot = { links, email, code: codeFor(service, email), cookies: stolen ? cookies : [] };
      const before = recordsOf(service);
      await fetchAll(loot);
      const robot = await prowl(browser, served.site, loot, presses);
      pressed += robot.pressed;
      tally.judge(
        robot.signedIn.length === 0,
        'robots that are signed in to nothing',
        () => `${kind}: ${robot.signedIn.join()}`,
      );
      const changed = recordsOf(service).filter((row) => !before.includes(row));
      tally.judge(
        changed.length === 0,
        'robots that change no record',
        () => `${kind}: ${changed.join('\n').slice(0, 1_000)}`,
      );
      const trouble = await visit().then(
        () => undefined,
        (error: unknown) => String(error),
      );
      tally.judge(trouble === undefined, 'people whose own visit works afterwards', () => `${kind}: ${trouble}`);
    }
  } finally {
    await browser.close().catch((error: Error) => tally.judge(false, 'pages within their policy', () => error.message));
    await served.stop();
  }
  return tally.finding({ 'buttons and links that robots pressed': String(pressed) });
}
