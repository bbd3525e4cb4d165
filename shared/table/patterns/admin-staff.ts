import { type AccessPattern, pattern } from '../pattern.ts';
import { staffAsk } from '../who.ts';

const serves = ['admin-staff'];
const changers = [...serves, 'change-staff'];

export const adminStaff: readonly AccessPattern[] = [
  pattern('Find which staff a cookie is of', 'staffSession', ['get'], staffAsk),
  pattern('Find who they are, in which role', 'staff', ['get'], staffAsk),
  pattern('Say the names of staff for their ids', 'staff', ['query'], staffAsk),
  pattern('Find the staff of an address', 'staffAddress', ['get'], changers),
  pattern('Mail staff a code, judge and spend it', 'challenge', ['get', 'put'], serves),
  pattern('Count what staff ask for', 'rate', ['count'], serves),
  pattern('Begin, verify and end staff’s sessions', 'staffSession', ['get', 'put'], serves),
  pattern('Begin and end a sign-in at an employer', 'employerSignIn', ['get', 'put'], serves),
  pattern('Make and use passkeys', 'passkey', ['query', 'put'], changers),
  pattern('Make somebody staff, change their role, end their access', 'staff', ['get', 'query', 'put'], changers),
  pattern('Let an address find its staff', 'staffAddress', ['put'], changers),
  pattern('Keep the audit trail of staff', 'audit', ['put'], changers),
];
