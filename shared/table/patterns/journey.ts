import { type AccessPattern, pattern } from '../pattern.ts';

export const journey: readonly AccessPattern[] = [
  pattern('List where a learner stands', 'participation', ['query'], ['list-activities', 'get-history']),
  pattern(
    'Read where a learner stands in an activity',
    'participation',
    ['get'],
    [
      ...['get-activity', 'start-attempt', 'get-attempt', 'save-answers', 'submit-attempt'],
      ...['get-evaluation', 'submit-evaluation', 'claim-credit', 'grade-attempt'],
      ...['award-credit', 'render-certificate', 'send-award-email', 'sweep-outbox', 'park-work', 'redrive-work'],
    ],
  ),
  pattern(
    'Move a participation on',
    'participation',
    ['put'],
    [
      ...['start-attempt', 'submit-attempt', 'submit-evaluation', 'claim-credit', 'grade-attempt'],
      ...['award-credit', 'render-certificate', 'send-award-email', 'sweep-outbox', 'park-work', 'redrive-work'],
    ],
  ),
  pattern('Keep who a learner is to boards, once', 'boardIdentity', ['get', 'put'], ['claim-credit']),
  pattern('Start an attempt', 'attempt', ['get', 'put'], ['start-attempt']),
  pattern('Save or submit answers', 'attempt', ['get', 'put'], ['save-answers', 'submit-attempt']),
  pattern('Read an attempt', 'attempt', ['get'], ['get-attempt', 'grade-attempt']),
  pattern('Record a grade', 'attempt', ['put'], ['grade-attempt']),
  pattern('Keep a completed evaluation', 'response', ['put'], ['submit-evaluation']),
  pattern('Keep what a first attempt answered', 'firstAnswers', ['put'], ['grade-attempt']),
  pattern('Keep how an attempt ended', 'sitting', ['put'], ['grade-attempt']),
];
