import type { Role } from '../session.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  coordinator: 'Coordinator',
  author: 'Author',
  auditor: 'Auditor',
};
