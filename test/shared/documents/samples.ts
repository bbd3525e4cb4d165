import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';

/** A physician's certificate of one credit; every person and body in it is invented. */
export const snapshot: CertificateSnapshot = {
  certificateId: '4mz8q0v7c1x2k3j4h5g6f7d8s9',
  version: 1,
  number: 'CW-2026-4F7K2M',
  learnerId: 'learner-1',
  name: 'Amélie Nguyễn, MD, FACP',
  profession: 'physician',
  activityId: 'activity-1',
  activityVersion: 1,
  title: 'Anticoagulation in Older Adults: Weighing Bleeding Against Stroke',
  format: 'enduring-material',
  provider: {
    name: 'Meridian Society for Continuing Education',
    signatory: { name: 'Theodora Lindqvist-Amari, MD', title: 'Chair, Continuing Education Committee' },
    contact: 'help@meridian-society.example',
  },
  participatedOn: '2026-03-09',
  awardedAt: '2026-03-09T04:30:00.000Z',
  awardedOn: '2026-03-09',
  zone: 'America/New_York',
  credits: [{ creditType: 'ama-pra-category-1', basis: 'awarded', amount: 125, maximum: 150 }],
  statements: [
    'In support of improving patient care, Meridian Society for Continuing Education is jointly accredited by the Accreditation Council for Continuing Medical Education (ACCME), the Accreditation Council for Pharmacy Education (ACPE), and the American Nurses Credentialing Center (ANCC), to provide continuing education for the healthcare team.',
    'Meridian Society for Continuing Education designates this enduring material for a maximum of 1.5 AMA PRA Category 1 Credits™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
  ],
  verifyUrl: 'https://credit.meridian-society.example/v/4mz8q0v7c1x2k3j4h5g6f7d8s9',
};

/** The fullest certificate: four kinds of credit, a joint provider, a place, long names, every statement. */
export const fullest: CertificateSnapshot = {
  ...snapshot,
  name: 'José María de la Cruz y Fernández-Villaverde del Castillo, DNP, APRN, FNP-BC',
  profession: 'nurse',
  title:
    'Interprofessional Management of Heart Failure With Preserved Ejection Fraction: A Practical Update for the Whole Care Team, From Clinic to Home',
  format: 'live-activity',
  location: 'Boston, Massachusetts',
  jointProvider: 'Harbor Regional Network of Community Hospitals',
  credits: [
    { creditType: 'ama-pra-category-1', basis: 'attendance', amount: 125, maximum: 150 },
    { creditType: 'ancc-contact-hour', basis: 'awarded', amount: 125, maximum: 125 },
    {
      creditType: 'acpe-contact-hour',
      basis: 'awarded',
      amount: 125,
      maximum: 125,
      activityNumber: 'JA4008106-0000-24-035-H01-P',
    },
    { creditType: 'aapa-category-1', basis: 'awarded', amount: 100, maximum: 125 },
  ],
  statements: [
    ...snapshot.statements,
    'The maximum number of hours awarded for this CE activity is 1.25 contact hours.',
    'Meridian Society for Continuing Education designates this continuing education activity for 1.25 contact hours (0.125 CEUs) (Universal Activity Number JA4008106-0000-24-035-H01-P).',
    'Meridian Society for Continuing Education has been authorized by the American Academy of PAs (AAPA) to award AAPA Category 1 CME credit for activities planned in accordance with AAPA CME Criteria. This activity is designated for 1.25 AAPA Category 1 CME credits. PAs should only claim credit commensurate with the extent of their participation.',
  ],
};
