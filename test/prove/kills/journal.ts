import type { Answers } from '../../../shared/domain/assessment.ts';

/** What a learner was told is kept: each entry was acknowledged by the system, and is held against what it has in the end. */
export interface Acknowledged {
  readonly email: string;
  /** The profile that was sent last, and whether that was acknowledged. */
  profile: Readonly<Record<string, string>> | undefined;
  /** Decisions on research, in their order. */
  readonly consents: boolean[];
  /** By attempt. */
  readonly attempts: Map<string, { readonly activityId: string; saved: Answers; submitted: Answers | undefined }>;
  readonly results: Map<string, 'passed' | 'failed'>;
  readonly evaluations: Set<string>;
  /** The amount that was claimed, in hundredths, by activity. */
  readonly claims: Map<string, number>;
  /** Certificates that an answer named, by activity. */
  readonly certificates: Map<string, string>;
}

const kinds = [
  'sign-ins',
  'profiles',
  'consents',
  'attempts',
  'saved answers',
  'submissions',
  'evaluations',
  'claims',
] as const;
export type Kind = (typeof kinds)[number];

/** Everything that was acknowledged, and what went otherwise than it should while it was. */
export interface Journal {
  readonly learners: Acknowledged[];
  readonly counted: Map<string, number>;
  readonly failures: string[];
  count(what: string, times?: number): void;
}

export function createJournal(): Journal {
  const counted = new Map<string, number>(kinds.map((kind) => [`acknowledged: ${kind}`, 0]));
  return {
    learners: [],
    counted,
    failures: [],
    count: (what, times = 1) => void counted.set(what, (counted.get(what) ?? 0) + times),
  };
}

export const acknowledgedIn = ({ counted }: Journal): number =>
  kinds.reduce((sum, kind) => sum + (counted.get(`acknowledged: ${kind}`) ?? 0), 0);
