import type { CreditType } from './credit-rule.ts';

/** The parts of a rule that a provider may set otherwise in its file, where no source settles them. */
export const settableParts = [
  ...(['name', 'plural', 'unit', 'step', 'rounding', 'minutes', 'claiming', 'awardedTo', 'others', 'most'] as const),
  ...(['number', 'designation'] as const),
] as const;
export type SettablePart = (typeof settableParts)[number];

export interface BuiltInType {
  readonly rule: CreditType;
  /**
   * What no rule of the body itself was read for, and which therefore is a provider's to set: a wording or a number from
   * hearsay must not bind anybody (cme.md, marks [U] and [G]).
   */
  readonly settable: readonly SettablePart[];
}

/** By the quarter of an hour, to the nearest, as judged by whoever took part (cme.md 1a: AMA, AAFP, AAPA). */
const quarters = {
  unit: 'credit',
  step: 25,
  rounding: 'nearest',
  minutes: 60,
  claiming: 'commensurate',
  others: 'refused',
} as const;
/** By the quarter of an hour, never more than was taken: what is prudent while the body's own rule was not read. */
const prudent = { ...quarters, rounding: 'down' } as const;
const unread = ['name', 'plural', 'unit', 'step', 'rounding', 'minutes', 'claiming', 'most', 'designation'] as const;

const jointAccreditation = ['joint-accreditation'] as const;

/** ACPE's Universal Activity Number, of a provider or of Joint Accreditation, for pharmacists or technicians (cme.md 1c). */
const universalActivityNumber = (audience: 'P' | 'T') => ({
  name: 'Universal Activity Number',
  pattern: `^(?:JA\\d{7}|\\d{4})-\\d{4}-\\d{2}-\\d{3,4}-[A-Z]\\d{2}-${audience}$`,
  example: `JA0000000-0000-26-001-H01-${audience}`,
});
/** One CEU is ten contact hours; the quarter hour is hearsay (cme.md 1a, ACPE). */
const pharmacy = {
  ...prudent,
  name: 'ACPE contact hour',
  plural: 'ACPE contact hours',
  unit: 'contact hour',
  perCeu: 10,
} as const;
const ofPharmacy = ['step', 'rounding', 'claiming', 'most'] as const;

/** Every kind of credit that the software knows: those that Joint Accreditation gives (cme.md 1a), and the AAFP's. */
export const builtInTypes: readonly BuiltInType[] = [
  {
    // cme.md 1a; MD and DO only, and others get a certificate that says what it was designated for (1b, AMA mark).
    rule: {
      ...{ ...quarters, creditType: 'ama-pra-category-1', awardedTo: ['physician'], others: 'attendance' },
      ...{ name: 'AMA PRA Category 1 Credit™', plural: 'AMA PRA Category 1 Credits™' },
    },
    settable: [],
  },
  {
    // aafp.org/cme/credit-system/credit-calculation-and-terms: to the nearest quarter, 1 an article (cme.md 1a).
    rule: {
      ...{ ...quarters, creditType: 'aafp-prescribed', awardedTo: ['physician'] },
      ...{ name: 'AAFP Prescribed credit', plural: 'AAFP Prescribed credits', mostByFormat: { 'journal-based': 100 } },
    },
    settable: ['name', 'plural', 'awardedTo', 'most', 'designation'],
  },
  {
    rule: {
      ...{ ...quarters, creditType: 'aafp-elective', awardedTo: ['physician'] },
      ...{ name: 'AAFP Elective credit', plural: 'AAFP Elective credits', mostByFormat: { 'journal-based': 100 } },
    },
    settable: ['name', 'plural', 'awardedTo', 'most', 'designation'],
  },
  {
    // aapa.org/cme/cme-accreditation: to the nearest quarter hour (cme.md 1a).
    rule: {
      ...{ ...quarters, creditType: 'aapa-category-1', awardedTo: ['physician-assistant'] },
      ...{ name: 'AAPA Category 1 CME credit', plural: 'AAPA Category 1 CME credits' },
    },
    settable: ['designation'],
  },
  {
    // 60 minutes; to the hundredth and never up is hearsay (cme.md 1a).
    rule: {
      ...{ ...prudent, creditType: 'ancc-contact-hour', step: 1, awardedTo: ['nurse'] },
      ...{ name: 'ANCC contact hour', plural: 'ANCC contact hours', unit: 'contact hour' },
    },
    settable: ['step', 'rounding', 'claiming', 'most', 'designation'],
  },
  {
    rule: {
      ...{ ...pharmacy, creditType: 'acpe-contact-hour', awardedTo: ['pharmacist'] },
      number: universalActivityNumber('P'),
    },
    settable: ofPharmacy,
  },
  {
    rule: {
      ...{ ...pharmacy, creditType: 'acpe-contact-hour-technician', awardedTo: ['pharmacy-technician'] },
      number: universalActivityNumber('T'),
    },
    settable: ofPharmacy,
  },
  {
    // jointaccreditation.org/credit-requirements-ipce-credit-mark: the provider's reasonable estimate of the hours, for the
    // whole team and beside the credit of each profession (cme.md 1a and 1b).
    rule: {
      ...{ ...quarters, creditType: 'ipce', awardedTo: 'everyone', accreditations: jointAccreditation },
      name: 'Interprofessional Continuing Education (IPCE) credit',
      plural: 'Interprofessional Continuing Education (IPCE) credits',
    },
    settable: ['step', 'rounding', 'claiming', 'most'],
  },
  {
    rule: {
      ...{ ...prudent, creditType: 'apa-ce', claiming: 'whole', awardedTo: ['psychologist'] },
      ...{ name: 'APA continuing education credit', plural: 'APA continuing education credits' },
    },
    settable: unread,
  },
  {
    rule: {
      ...{ ...prudent, creditType: 'aswb-ace', awardedTo: ['social-worker'] },
      ...{ name: 'ASWB ACE continuing education credit', plural: 'ASWB ACE continuing education credits' },
    },
    settable: unread,
  },
  {
    rule: {
      ...{ ...prudent, creditType: 'ada-cerp', awardedTo: ['dentist'] },
      ...{ name: 'ADA CERP continuing education credit', plural: 'ADA CERP continuing education credits' },
    },
    settable: unread,
  },
  {
    rule: {
      ...{ ...prudent, creditType: 'cope', awardedTo: ['optometrist'], unit: 'hour' },
      ...{ name: 'COPE continuing education hour', plural: 'COPE continuing education hours' },
    },
    settable: [...unread, 'number'],
  },
  {
    rule: {
      ...{ ...prudent, creditType: 'cdr-cpeu', awardedTo: ['dietitian'], unit: 'CPEU' },
      ...{ name: 'CDR CPEU', plural: 'CDR CPEUs' },
    },
    settable: unread,
  },
  {
    rule: {
      ...{ ...prudent, creditType: 'boc-ceu', awardedTo: ['athletic-trainer'], unit: 'CEU' },
      ...{ name: 'BOC CEU', plural: 'BOC CEUs' },
    },
    settable: unread,
  },
];
