import { describe, expect, it } from 'vitest';
import type { Route } from '../../../shared/api/route.ts';
import { routes } from '../../../shared/api/routes.ts';

/**
 * Addresses of requests are kept by browsers, and by gateways and logs that are not ours. Whatever may stand in one was looked at and
 * stands here; a new name fails until somebody has asked whether it could hold a person's name, address, number or words.
 */
const inQueries: Readonly<Record<string, string>> = {
  cursor: 'a place in a list by ids, days and instants; that of the list of learners, which is by name, goes in a body',
  format: 'a kind of file',
  from: 'a day or a month',
  to: 'a day or a month',
  until: 'a day',
  since: 'an instant',
  year: 'a year',
  types: 'kinds of credit',
  creditType: 'a kind of credit',
  version: 'a number',
  activityId: 'an id, public as the activity is',
  assessment: 'an id within an activity',
  table: 'one of five words',
  order: 'one of three words',
  stage: 'one of some words',
  standing: 'one of two words',
  state: 'one of some words',
  status: 'one of some words',
  kind: 'one of three words',
  role: 'one of four words',
  board: 'one of the boards that are reported to',
  access: 'one of some words',
  q: 'words of an activity’s title, which is public',
  code: 'of an employer’s answer, by OpenID Connect: used once, at once, in the browser that asked alone (RFC 6749, 10.5)',
  ...{ iss: 'the employer', error: 'of an employer’s answer, by OpenID Connect', error_description: 'the same' },
  session_state: 'the same',
};

/** What of paths is a secret: a link is handed on by its owner, so that there is nowhere else for it to stand. */
const secrets = ['token', 'offerToken'];
const inPaths = [
  ...[
    'activityId',
    'attemptId',
    'batchId',
    'certificateId',
    'changeId',
    'endpointId',
    'importId',
    'keyId',
    'learnerId',
  ],
  ...['providerId', 'questionId', 'setId', 'shareId', 'staffId', 'asked', 'day', 'drawing', 'format', 'list', 'part'],
  ...['purpose', 'version'],
  ...secrets,
];

const all: readonly Route[] = Object.values(routes);
const queryOf = ({ query }: Route): readonly string[] =>
  query && 'shape' in query ? Object.keys(query.shape as object) : [];

describe('the address of a request', () => {
  it('has in its query nothing that could be a person’s name, address, number or words', () => {
    const found = all.flatMap((route) =>
      queryOf(route)
        .filter((name) => !(name in inQueries))
        .map((name) => `${route.name}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('has in its path ids and words of ours alone, or the secret of a link', () => {
    const found = new Set(all.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)));
    expect([...found].filter((name) => !inPaths.includes(name ?? ''))).toEqual([]);
    expect(inPaths.filter((name) => !found.has(name))).toEqual([]);
  });

  it('is without a query where people, or what they wrote, are searched', () => {
    const searched = all.filter(({ reads }) => reads).map(({ name }) => name);
    expect(searched.toSorted()).toEqual([
      ...['export-audit-trail', 'export-free-texts', 'export-learners', 'get-award-offers', 'list-audit-trail'],
      ...['list-free-texts', 'list-learners', 'preview-certificate', 'preview-merge'],
    ]);
    for (const route of all.filter(({ reads }) => reads)) {
      expect(route.query, route.name).toBeUndefined();
      expect(route.method, route.name).toBe('POST');
    }
  });
});
