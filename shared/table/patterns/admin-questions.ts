import { type AccessPattern, pattern } from '../pattern.ts';

const serves: readonly string[] = ['admin-questions'];
/** Whoever hands in a file: the console, or a command. */
const begins: readonly string[] = [...serves, 'import-bank'];
/** Whoever goes on with an import: who follows it in the console, and the sweeper for those nobody follows. */
const goesOn: readonly string[] = [...begins, 'carry-on-imports'];

export const adminQuestions: readonly AccessPattern[] = [
  pattern('List imports', 'import', ['query'], serves),
  pattern('Follow an import, and go on with it', 'import', ['get', 'put'], goesOn),
  pattern('Find imports that nobody follows', 'import', ['queryWork'], ['carry-on-imports']),
  pattern('Keep a file', 'importPassage', ['put'], begins),
  pattern('Read a file', 'importPassage', ['get'], goesOn),
  pattern('Keep and read what was found of rows', 'importVerdicts', ['get', 'query', 'put'], goesOn),
  pattern('Keep what became of rows', 'importResults', ['put'], goesOn),
  pattern('Read what became of rows', 'importResults', ['query'], serves),
  pattern('Find or make the account of an imported address', 'address', ['get', 'put'], goesOn),
  pattern('Make an imported account, or say who its learner is', 'learner', ['get', 'put'], goesOn),
  pattern('Record credit of before, and see what is recorded', 'earlierCredit', ['get', 'put'], goesOn),
  pattern('List a learner’s credit of before', 'earlierCredit', ['query'], serves),
  pattern('Read the draft that questions go into', 'draft', ['query'], goesOn),
  pattern('Add questions to a draft', 'draft', ['put'], goesOn),
  pattern('Say that the draft was changed', 'authored', ['get', 'put'], goesOn),
  pattern('Keep the audit trail of imports, and of questions that were handed out', 'audit', ['put'], goesOn),
];
