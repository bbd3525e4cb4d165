import { type AccessPattern, pattern } from '../pattern.ts';
import { gradeSteps } from '../who.ts';

export const activities: readonly AccessPattern[] = [
  pattern('List the activities', 'catalog', ['query'], ['list-activities']),
  pattern(
    'Find the published version',
    'catalog',
    ['get'],
    [
      ...['get-activity', 'start-attempt', 'publish-activity'],
      ...['get-evaluation', 'submit-evaluation', 'claim-credit'],
    ],
  ),
  pattern(
    'Read a version',
    'version',
    ['get'],
    [
      ...['get-activity', 'start-attempt', 'get-attempt', 'save-answers', 'submit-attempt'],
      ...['get-evaluation', 'submit-evaluation', 'claim-credit'],
      ...['grade-attempt', ...gradeSteps, 'award-credit', 'publish-activity'],
    ],
  ),
  pattern('Publish a version', 'version', ['put'], ['publish-activity']),
  pattern('Publish its answer keys', 'answerKey', ['get', 'put'], ['publish-activity']),
  pattern('List it', 'catalog', ['put'], ['publish-activity']),
  pattern('Read what is right', 'answerKey', ['get'], ['grade-attempt']),
];
