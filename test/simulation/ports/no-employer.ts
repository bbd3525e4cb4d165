import type { Employer } from '../../../shared/ports.ts';

/** Where no employer vouches for staff, nobody asks one. */
export const noEmployer: Employer = {
  begin: () => Promise.reject(new Error('No employer was expected to be asked')),
  vouchedFor: () => Promise.reject(new Error('No employer was expected to be asked')),
};
