import { emailOf } from '../opening.ts';

/** The given name that a file knows a learner by. */
export const filedName = 'Filed';

/** Tables as other systems hand them over, with rows that are wrong. */
export const files = {
  learners: [
    'email,given name,family name,profession',
    ...[0, 1, 2].map((learner) => `${emailOf(learner)},${filedName},Nguyễn,physician`),
    `not an address,${filedName},Nguyễn,physician`,
  ],
  credits: [
    'email,activity,credit type,amount,date,certificate number',
    ...[1, 2, 3].map((number) => `${emailOf(0)},Earlier Care,ipce,1.25,2024-03-0${number},E-${number}`),
    `${emailOf(1)},Earlier Care,ipce,0.5,2024-03-09,`,
    'nobody@example.org,Earlier Care,ipce,1,2024-03-09,E-9',
  ],
} as const;
export type FileKind = keyof typeof files;

/** How many rows a table has. */
export const rowsOf = (kind: FileKind): number => files[kind].length - 1;
