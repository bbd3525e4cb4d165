import type { Route } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import { identifyingIn } from '../../../shared/domain/outcomes/identifying.ts';
import type { Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';
import type { Tally } from '../tally.ts';
import { readCsv, readXlsx } from './judge-files.ts';
import { letters } from './judge-text.ts';
import { COMMON, type Scene } from './scene.ts';

const DAY_MS = 86_400_000;

/** Every route that hands out a table, out of the registry. */
const tables = (Object.entries(routes) as readonly (readonly [keyof Routes, Route])[]).flatMap(
  ([name, { answers, access }]) => {
    const media = Object.values(answers).flatMap((answer) =>
      typeof answer === 'object' && 'media' in answer ? answer.media : [],
    );
    const isTable = media.some((type) => type.startsWith('text/csv'));
    return isTable && access !== 'learner'
      ? [{ name, hasSheet: media.some((type) => type.includes('spreadsheetml')) }]
      : [];
  },
);

/** Which field must be found again in which table. */
const carries: Partial<Record<keyof Routes, string>> = {
  exportLearners: 'putMe /givenName',
  exportStaff: 'inviteStaff /name',
  exportAuthored: 'an activity’s file',
  exportFreeTexts: 'submitEvaluation /answers/*',
  exportImports: 'importTable /fileName',
  exportWaitingChanges: 'askChange /reason',
};

interface Written {
  readonly text: string;
  readonly scene: Scene;
}

/** Everything that was written, in every table that staff take along, as CSV and as XLSX. */
export async function judgeTables(service: Service, written: readonly Written[], tally: Tally): Promise<void> {
  const day = service.now().slice(0, 10);
  service.pass(2 * DAY_MS);
  const { imports } = (await (await createStaff(service, 'owner')).ask('listImports')).body;
  const until = service.now().slice(0, 10);
  const params = { activityId: COMMON, asked: '1', questionId: 'e4', importId: imports[0]?.importId ?? '' };
  for (const { name, hasSheet } of tables) {
    for (const format of hasSheet ? ['csv', 'xlsx'] : ['csv']) {
      const office = await createStaff(service, 'owner');
      const query =
        name === 'exportAuditTrail'
          ? { from: day, until: day, format }
          : name === 'exportDecidedChanges'
            ? { year: until.slice(0, 4), format }
            : name === 'exportQuestions'
              ? { format: 'csv', assessment: 'post-test' }
              : name === 'exportMail' || name === 'exportStuckWork'
                ? { format }
                : { format };
      const answer = await office.ask(name, {
        params: name === 'exportQuestions' ? { activityId: 'draft-0' } : params,
        ...((routes as Readonly<Record<string, Route>>)[name]?.reads ? { body: query } : { query }),
      });
      const read =
        answer.status === 200
          ? format === 'csv'
            ? readCsv(answer.text)
            : readXlsx(answer.bytes)
          : { fault: `answered ${answer.status}: ${answer.text.slice(0, 200)}` };
      tally.judge(
        'texts' in read,
        format === 'csv'
          ? 'tables as CSV by RFC 4180 of which no cell is run'
          : 'tables as XLSX, well-formed and without a formula',
        () => `${name}: ${'fault' in read ? read.fault : ''}`,
      );
      const field = carries[name];
      if (!('texts' in read) || field === undefined) continue;
      const said = read.texts.map(letters).join('\n');
      // What may tell of whom it is written is in no file, to the letter or otherwise.
      for (const { text, scene } of written)
        if (scene.taken.has(field) && !(name === 'exportFreeTexts' && identifyingIn(text).length > 0))
          tally.judge(
            said.includes(letters(text)),
            `texts in tables as ${format.toUpperCase()} to the letter`,
            () => `${name}: ${JSON.stringify(text)} is not there`,
          );
    }
  }
}
