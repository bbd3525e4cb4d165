import type { Role } from '../../../shared/domain/staff.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  coordinator: 'Coordinator',
  author: 'Author',
  auditor: 'Auditor',
};

/** What each role is for, in a sentence. */
export const roleWords: Readonly<Record<Role, string>> = {
  owner: 'Does everything, and alone decides who is staff and which programs may call.',
  coordinator: 'Follows learners, corrects and awards credit, imports; writes and publishes activities.',
  author: 'Writes and publishes activities and sees their outcomes; sees no learner.',
  auditor: 'Reads everything and changes nothing.',
};
