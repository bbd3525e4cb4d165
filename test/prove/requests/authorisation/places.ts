import * as z from 'zod/mini';
import { isForKeys, isForStaff, type Route } from '../../../../shared/api/route.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';

/**
 * Whose things a parameter or a field names, and so what somebody else is told of them: nothing of a learner’s, to whom has the
 * link what it shows, to staff what their role may see. `no person’s`: it names nobody and nobody’s.
 */
const whose = {
  ...{ attemptId: 'a learner’s', certificateId: 'a learner’s', shareId: 'a learner’s', sessionId: 'a learner’s' },
  ...{ token: 'of whom has the link', offerToken: 'of whom has the link' },
  ...{ learnerId: 'the office’s', staffId: 'the office’s', changeId: 'the office’s', batchId: 'the office’s' },
  ...{ importId: 'the office’s', endpointId: 'the office’s', keyId: 'the office’s', messageKey: 'the office’s' },
  ...{ ids: 'the office’s', boardId: 'no person’s' },
  ...{ activityId: 'no person’s', assessmentId: 'no person’s', questionId: 'no person’s', providerId: 'no person’s' },
  ...{
    setId: 'no person’s',
    part: 'no person’s',
    drawing: 'no person’s',
    version: 'no person’s',
    asked: 'no person’s',
  },
  ...{ format: 'no person’s', purpose: 'no person’s', list: 'no person’s', day: 'no person’s' },
} as const satisfies Readonly<Record<string, 'a learner’s' | 'of whom has the link' | 'the office’s' | 'no person’s'>>;
type Named = keyof typeof whose;
const isNamed = (name: string): name is Named => Object.hasOwn(whose, name);

/** The parameters of a route's path. */
export const paramsOf = ({ path }: Route): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);

/** The names of fields of a schema that name a thing, at every depth. */
function fieldsOf(schema: z.core.$ZodType | undefined): readonly string[] {
  if (!schema) return [];
  const found: string[] = [];
  JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'properties' in value)
      found.push(...Object.keys(value.properties as object).filter((name) => /Ids?$|^ids$|Key$/.test(name)));
    return value;
  });
  return found;
}

/** Names by which a route is told of things, of which nobody has said whose they are. There must be none. */
export const unplacedIn = (route: Route): readonly string[] =>
  [...paramsOf(route), ...fieldsOf(route.query), ...fieldsOf(route.body)].filter((name) => !isNamed(name));

/** Whether a route names something of a learner's, to that learner. */
export const isOfLearner = (route: Route): boolean =>
  route.access === 'learner' && paramsOf(route).some((name) => isNamed(name) && whose[name] === 'a learner’s');

/** Who may be told what of a learner, beside the learner: everything, what a link shows, ids alone, or nothing. */
export function toldOf(name: keyof Routes, caller: string): 'everything' | 'what the link shows' | 'ids' | 'nothing' {
  const route: Route = routes[name];
  if (isForStaff(route.access)) return ['coordinator', 'auditor', 'owner'].includes(caller) ? 'everything' : 'nothing';
  if (isForKeys(route.access))
    return route.access.key === 'learners:read'
      ? 'everything'
      : route.access.key === 'credits:read'
        ? 'ids'
        : 'nothing';
  if (caller === 'other') return 'everything';
  const isPublicPage = paramsOf(route).some((part) => ['token', 'offerToken', 'certificateId'].includes(part));
  return route.access === 'public' && isPublicPage ? 'what the link shows' : 'nothing';
}
