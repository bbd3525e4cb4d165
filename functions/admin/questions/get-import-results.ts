import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { csvOf } from '../../../shared/documents/csv.ts';
import type { Fate, RowSaid } from '../../../shared/domain/import.ts';
import { contentDisposition } from '../../adapters/content-disposition.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { mayFollow } from './import-view.ts';

const words: Readonly<Record<Fate, string>> = {
  added: 'added',
  unchanged: 'there already',
  kept: 'kept as it was',
  'left-out': 'left out',
};
const told = (said: readonly RowSaid[]): readonly [string, string] => [
  said.map(({ message }) => message).join(' '),
  said.map(({ remedy }) => remedy).join(' '),
];

/** Hands out each row with what became of it, or before the run with what was found of it. Addresses are masked: whoever has the file knows them. */
export const handler = endpoint(questionsRoutes.getImportResults, {}, async ({ params, staff }, { imports }) => {
  const what = (await imports.byId(params.importId))?.value;
  if (!what || !mayFollow(staff.role, what)) return notFound('import');
  const results = await imports.results(what.importId);
  const rows =
    results.length > 0
      ? results.map(({ line, item, about, fate, said }) => [line, item, about, words[fate], ...told(said)])
      : (await imports.verdicts(what.importId)).map(({ line, item, about, good, said }) => [
          ...[line, item, about, good ? 'good' : 'bad'],
          ...told(said),
        ]);
  const head = ['line', 'row', 'about', 'outcome', 'why', 'what to do'];
  const body = csvOf([head, ...rows.map((row) => row.map(String))]);
  const headers = { 'content-disposition': contentDisposition(`import-${what.importId.slice(0, 14)}.csv`) };
  return reply(200, body, { headers });
});
