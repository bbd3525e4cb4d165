import { type AccessPattern, pattern } from '../pattern.ts';
import { publishers } from '../who.ts';

export const activities: readonly AccessPattern[] = [
  pattern('List the activities', 'catalog', ['query'], ['list-activities']),
  pattern(
    'Find the published version',
    'catalog',
    ['get'],
    [...['get-activity', 'start-attempt'], ...['get-evaluation', 'submit-evaluation', 'claim-credit']],
  ),
  pattern(
    'Read a version',
    'version',
    ['get'],
    [
      ...['get-activity', 'start-attempt', 'get-attempt', 'save-answers', 'submit-attempt'],
      ...['get-evaluation', 'submit-evaluation', 'claim-credit'],
      ...['grade-attempt', 'award-credit'],
    ],
  ),
  pattern('Publish a version', 'version', ['get', 'put'], publishers),
  pattern('Publish its answer keys', 'answerKey', ['get', 'put'], publishers),
  pattern('List it', 'catalog', ['get', 'put'], publishers),
  pattern('Say how it stands with its authors', 'authored', ['get', 'put'], publishers),
  pattern('Keep who published it', 'publication', ['put'], publishers),
  pattern('Read what is right', 'answerKey', ['get'], ['grade-attempt']),
];
