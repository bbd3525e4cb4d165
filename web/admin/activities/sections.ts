import { controlOf } from '../../components/field-errors.ts';
import type { Content } from './merge.ts';
import { assessmentsOf } from './outline.ts';
import type { Gap } from './types.ts';

/** The pages of an activity, in the order in which it is written. */
export const sections = {
  details: 'Details',
  dates: 'Dates',
  faculty: 'Faculty and disclosures',
  objectives: 'Objectives',
  credit: 'Credit',
  statements: 'Statements',
  assessments: 'Assessments',
  evaluation: 'Evaluation',
  certificate: 'Certificate',
  publish: 'Check and publish',
  preview: 'Preview as a learner',
  versions: 'Versions',
} as const;
export type Section = keyof typeof sections;

export const hrefOf = (activityId: string, section: Section, rest = ''): string =>
  `/admin/activities/${activityId}/${section}${rest}`;

/** Fields that stand on other pages than the details. */
const elsewhere: Readonly<Record<string, Section>> = {
  ...{ zone: 'dates', opens: 'dates', closes: 'dates', reviewed: 'dates', held: 'dates', location: 'dates' },
  ...{ designated: 'dates', faculty: 'faculty', objectives: 'objectives', credits: 'credit', moc: 'credit' },
  ...{ accreditation: 'statements', jointProvider: 'statements', statements: 'statements' },
} as const;

/** The page that a gap is mended on. */
export function sectionOf({ part, within = '', provider }: Gap): Section {
  if (provider !== undefined) return 'certificate';
  if (part === 'evaluation') return 'evaluation';
  if (part !== undefined && part !== 'about') return 'assessments';
  return elsewhere[within.split('/')[1] ?? ''] ?? 'details';
}

/** Where a gap is mended: its page, the entry that is open there, and its control. */
export function addressOf(activityId: string, gap: Gap, outline: Content): string {
  const { part = '', within = '', provider, pointer } = gap;
  const hash = `#${controlOf(provider === undefined ? within : pointer)}`;
  const section = sectionOf(gap);
  const page = (rest = ''): string => hrefOf(activityId, section, rest);
  if (provider !== undefined) return page(hash);
  if (section === 'evaluation') {
    const [, , question] = within.split('/');
    return page(question === undefined ? hash : `?question=${question}${hash}`);
  }
  if (section !== 'assessments') return page(hash);
  const assessment = assessmentsOf(outline).find((one) => one.part === part || one.questions.includes(part));
  if (!assessment) return page(hash);
  return page(part === assessment.part ? `/${part}${hash}` : `/${assessment.part}?question=${part}${hash}`);
}

/** How many gaps that refuse publishing each page has. */
export function gapsBySection(gaps: readonly Gap[]): ReadonlyMap<Section, number> {
  const counts = new Map<Section, number>();
  for (const gap of gaps)
    if (gap.severity === 'refuses') counts.set(sectionOf(gap), (counts.get(sectionOf(gap)) ?? 0) + 1);
  return counts;
}
