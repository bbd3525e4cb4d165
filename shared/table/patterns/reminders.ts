import { type AccessPattern, pattern } from '../pattern.ts';

const deciders: readonly string[] = ['remind-learners'];
/** Whoever looks whether there is still something to remind a learner of: when it is decided, and when the mail is sent. */
const lookers: readonly string[] = [...deciders, 'sweep-outbox'];

export const reminders: readonly AccessPattern[] = [
  pattern('Find whose credit waits for them since days', 'participation', ['queryWork'], deciders),
  pattern('Decide whether they are reminded', 'participation', ['get', 'put'], deciders),
  pattern('Ask for the mail', 'mail', ['put'], deciders),
  pattern('See that it still waits for them, by no other account', 'participation', ['get'], lookers),
  pattern('See whether it was earned by another account', 'credit', ['get'], lookers),
  pattern('See that the activity is offered', 'catalog', ['get'], lookers),
  pattern('Read what the activity says', 'version', ['get'], lookers),
  pattern('See that there is somebody to remind', 'learner', ['get'], lookers),
  pattern('See that the account is not to be erased', 'erasure', ['get'], lookers),
];
