import { type AccessPattern, pattern } from '../pattern.ts';
import { replayers, whoAsks } from '../who.ts';

export const signIn: readonly AccessPattern[] = [
  pattern('Find whose session a cookie is', 'session', ['get'], whoAsks),
  pattern('Begin a session, and end the one before it', 'session', ['get', 'put'], ['enter-code']),
  pattern('Note that a learner signed in', 'signIn', ['put'], ['enter-code']),
  pattern('End a session', 'session', ['put'], ['sign-out']),
  pattern('Begin a sign-in', 'challenge', ['put'], ['start-sign-in']),
  pattern('Judge and spend a code', 'challenge', ['get', 'put'], ['enter-code']),
  pattern('Count what is asked for', 'rate', ['count'], ['start-sign-in', 'enter-code', 'resend-mail', 'export-data']),
  pattern('Replay an answer', 'reply', ['get', 'put'], replayers),
];
