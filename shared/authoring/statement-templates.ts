import { awardTemplates } from '../domain/award-wording.ts';
import type { CreditTypeId } from '../domain/kinds.ts';
import type { MocRule } from '../domain/moc-facts.ts';
import type { Template } from '../domain/template.ts';

/** Which body's accreditation the provider offers the activity under, and so which statement it must show. */
export const accreditations = ['accme', 'joint-accreditation'] as const;
export type Accreditation = (typeof accreditations)[number];

/**
 * Accreditation statements, by accreditation and by who provides: the provider alone, or jointly with an organisation that
 * is not accredited. Wordings: cme.md 1b, "ACCME direct", "ACCME joint", "Joint Accreditation".
 */
export const accreditationTemplates: Readonly<Record<Accreditation, Readonly<Record<'direct' | 'joint', Template>>>> = {
  accme: {
    direct: {
      templateId: 'accme-direct',
      version: 1,
      text: '{provider} is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.',
    },
    joint: {
      templateId: 'accme-joint',
      version: 1,
      text: 'This activity has been planned and implemented in accordance with the accreditation requirements and policies of the Accreditation Council for Continuing Medical Education (ACCME) through the joint providership of {provider} and {jointProvider}. {provider} is accredited by the ACCME to provide continuing medical education for physicians.',
    },
  },
  'joint-accreditation': {
    direct: {
      templateId: 'joint-accreditation-direct',
      version: 1,
      text: 'In support of improving patient care, {provider} is jointly accredited by the Accreditation Council for Continuing Medical Education (ACCME), the Accreditation Council for Pharmacy Education (ACPE), and the American Nurses Credentialing Center (ANCC), to provide continuing education for the healthcare team.',
    },
    joint: {
      templateId: 'joint-accreditation-joint',
      version: 1,
      text: 'In support of improving patient care, this activity has been planned and implemented by {provider} and {jointProvider}. {provider} is jointly accredited by the Accreditation Council for Continuing Medical Education (ACCME), the Accreditation Council for Pharmacy Education (ACPE), and the American Nurses Credentialing Center (ANCC), to provide continuing education for the healthcare team.',
    },
  },
};

/**
 * Designation statements by credit type. The AMA wants its format named and its duty of the physician said; the ACPE its
 * Universal Activity Number. Wordings: cme.md 1b, "AMA designation", "AAPA", "ANCC", "ACPE".
 */
export const designationTemplates: Readonly<Record<CreditTypeId, Template | undefined>> = {
  'ama-pra-category-1': {
    templateId: 'ama-designation',
    version: 1,
    text: '{provider} designates this {format} for a maximum of {amount}. Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
  },
  'aapa-category-1': {
    templateId: 'aapa-designation',
    version: 1,
    text: '{provider} has been authorized by the American Academy of PAs (AAPA) to award AAPA Category 1 CME credit for activities planned in accordance with AAPA CME Criteria. This activity is designated for {amount}. Approval is valid until {closes}. PAs should only claim credit commensurate with the extent of their participation.',
  },
  'ancc-contact-hour': {
    templateId: 'ancc-designation',
    version: 1,
    text: 'The maximum number of hours awarded for this CE activity is {hours}.',
  },
  'acpe-contact-hour': {
    templateId: 'acpe-designation',
    version: 1,
    text: '{provider} designates this continuing education activity for {hours} ({ceus} CEUs) (Universal Activity Number {number}).',
  },
  'acpe-contact-hour-technician': {
    templateId: 'acpe-designation',
    version: 1,
    text: '{provider} designates this continuing education activity for {hours} ({ceus} CEUs) (Universal Activity Number {number}).',
  },
  // cme.md 1b, "IPCE".
  ipce: {
    templateId: 'ipce-designation',
    version: 1,
    text: 'This activity was planned by and for the healthcare team, and learners will receive {n} Interprofessional Continuing Education (IPCE) credit for learning and change.',
  },
};

const mocTemplate = (templateId: string, howEarned: string): Template => ({
  templateId,
  version: 1,
  text: `Successful completion of this CME activity, which includes participation in the evaluation component, enables the participant to earn up to {points} MOC points in the {boardName}'s ({board}) Maintenance of Certification (MOC) program. ${howEarned} It is the CME activity provider's responsibility to submit participant completion information to ACCME for the purpose of granting {board} MOC credit.`,
});

/** What is said of a board's points, by how they follow from credit; ABIM's wording serves the others (cme.md 1b). */
export const mocTemplates: Readonly<Record<MocRule['kind'], Template>> = {
  'equal-to-claimed': mocTemplate(
    'moc-equal-to-claimed',
    'Participants will earn MOC points equivalent to the amount of CME credits claimed for the activity.',
  ),
  ratio: mocTemplate(
    'moc-ratio',
    'Participants will earn {perCredit} MOC points for each CME credit claimed for the activity.',
  ),
  fixed: mocTemplate('moc-fixed', 'Participants will earn {fixed} MOC points.'),
};

/** For a kind of credit whose body's own wording is not known here; a provider sets it in its file (`designation`). */
export const commonDesignation: Template = {
  templateId: 'common-designation',
  version: 1,
  text: '{provider} designates this {format} for a maximum of {amount}. Claim only the credit commensurate with the extent of your participation in the activity.',
};

const braced = (names: readonly string[]): readonly string[] => names.map((name) => `{${name}}`);
const ofActivity = ['provider', 'jointProvider', 'format', 'closes'];
const ofPoints = ['points', 'board', 'boardName'];

/** Templates that are filled with the same facts. */
const families: readonly { readonly templates: readonly Template[]; readonly places: readonly string[] }[] = [
  {
    templates: accreditations.flatMap((one) => Object.values(accreditationTemplates[one])),
    places: braced(ofActivity),
  },
  {
    templates: [...Object.values(designationTemplates), commonDesignation].filter((one) => one !== undefined),
    places: braced([...ofActivity, 'amount', 'n', 'hours', 'ceus', 'number']),
  },
  { templates: Object.values(mocTemplates), places: braced([...ofPoints, 'perCredit', 'fixed']) },
  { templates: [awardTemplates.awarded, awardTemplates.attendance], places: braced(['amount']) },
  { templates: [awardTemplates.points], places: braced(ofPoints) },
];

/** The ids of all templates, each of which a provider may word in its own way. */
export const templateIds: readonly string[] = [
  ...new Set(families.flatMap(({ templates }) => templates.map(({ templateId }) => templateId))),
];

/** The places that a template is filled in. */
export const placesOf = (templateId: string): readonly string[] =>
  families.find(({ templates }) => templates.some((template) => template.templateId === templateId))?.places ?? [];
