import type { Source } from './rule.ts';

/** Where the rules come from. The wording is ours; `at` leads to the body's own (`cme.md` 1a to 1c). */
export const sources = {
  amaMark: {
    body: 'AMA',
    title: 'use of its credit mark',
    at: 'meetingsnet.com/blog/alliance-meeting-followup-ama-credit-system-update-2006',
  },
  amaInAdvance: { body: 'AMA', title: 'designation in advance', at: 'ama-assn.org/ama/pub/category/16354.html' },
  amaCore: {
    body: 'AMA',
    title: 'requirements of certified activities',
    at: 'ama-assn.org/ama/pub/category/16354.html',
  },
  amaFormat: {
    body: 'AMA',
    title: 'designation names the learning format',
    at: 'aoeconsulting.com/ama-updates-to-the-pra-credit-system-part-iii',
  },
  amaDesignation: {
    body: 'AMA',
    title: 'designation statement',
    at: 'meetingsnet.com/blog/alliance-meeting-followup-ama-credit-system-update-2006',
  },
  amaAssessment: {
    body: 'AMA',
    title: 'minimum performance told beforehand',
    at: 'meetingsnet.com/print/cme-regs/ama-issues-updates-pra-credit-system',
  },
  amaDocument: { body: 'AMA', title: 'what a document of credit states', at: 'ama-assn.org' },
  amaUnits: { body: 'AMA', title: 'units of credit', at: 'bumc.bu.edu/cme/activity-planning/cme-credit' },
  ceilings: {
    body: 'AAFP',
    title: 'credit calculation',
    at: 'aafp.org/cme/credit-system/credit-calculation-and-terms',
  },
  jointAccreditationCredit: {
    body: 'Joint Accreditation',
    title: 'IPCE credit',
    at: 'jointaccreditation.org/credit-requirements-ipce-credit-mark',
  },
  accmeEnduring: { body: 'ACCME', title: 'enduring materials', at: 'accme.org' },
  accmeRelationships: {
    body: 'ACCME',
    title: 'Standard 3, relevant financial relationships',
    at: 'accme.org/rule/identify-mitigate-and-disclose-relevant-financial-relationships',
  },
  accmeSupport: {
    body: 'ACCME',
    title: 'Standard 4, commercial support',
    at: 'accme.org/rule/manage-commercial-support-appropriately',
  },
  accmeSeries: { body: 'ACCME', title: 'regularly scheduled series', at: 'accme.org/faq/782' },
  accmeFormat: { body: 'ACCME', title: 'other and blended formats', at: 'accme.org/faq/8471' },
  accmeChange: { body: 'ACCME', title: 'analyzes change', at: 'accme.org/rule/analyzes-change' },
  jointAccreditationStatement: {
    body: 'Joint Accreditation',
    title: 'accreditation statement',
    at: 'jointaccreditation.org/accreditation-process/requirements/ipce-planning-standards',
  },
  accmeStatement: { body: 'ACCME', title: 'accreditation statement', at: 'accme.org/rule/accreditation-statement' },
  moc: { body: 'ACCME', title: 'CME that counts for MOC', at: 'accme.org/faq/7922' },
  abimStatement: { body: 'ABIM', title: 'MOC statement', at: 'accme.org/cme-counts-abim-moc' },
  acpeNumber: { body: 'ACPE', title: 'Universal Activity Number', at: 'acpe-accredit.org/universal-activity-numbers' },
  custom: { body: 'Accredited providers', title: 'custom', at: 'acpe-accredit.org/universal-activity-numbers' },
  grading: { body: 'Credit Wallet', title: 'an attempt can be started and graded', at: 'docs/samples.md' },
  evaluation: { body: 'Credit Wallet', title: 'the learners’ help page', at: 'docs/samples.md' },
  file: { body: 'Credit Wallet', title: 'activity files', at: 'docs/samples.md' },
} as const satisfies Record<string, Source>;
