import { met, notApplicable, type Requirement } from './requirement.ts';

/** Chapter 5: files that come in and go out. */
export const files: readonly Requirement[] = [
  met(
    ['5.1.1', 2, 'which files are taken, and how large'],
    'Stands on a page, with what is done with them.',
    'docs/policies.md',
    'docs/imports.md',
  ),
  met(
    ['5.2.1', 1, 'size'],
    'Each route says how many characters it takes; an import is worked off in slices.',
    'shared/api/route.ts',
    'functions/imports/carry-on.ts',
    'test/functions/api/every-route.test.ts',
  ),
  met(
    ['5.2.2', 1, 'content is what it is said to be'],
    'A file is read whole by the format that was chosen, and every fault is told with its line. Its name decides nothing.',
    'shared/authoring/questions/formats.ts',
    'test/functions/admin/questions.test.ts',
    'test/shared/authoring/svg/read-drawing.test.ts',
  ),
  met(
    ['5.2.3', 2, 'packed files'],
    'The service takes none. The command line opens a package of questions on the machine of whoever has it, and looks at sizes and number before it unpacks.',
    'infra/cli/questions/bank-files.ts',
    'test/infra/cli/questions.test.ts',
  ),
  met(
    ['5.3.1', 1, 'nothing that was handed in runs on the server'],
    'What is handed in becomes rows; no file of it is kept or served.',
    'functions/imports/begin.ts',
    'shared/authoring/svg/read-drawing.ts',
    'test/shared/authoring/svg/read-drawing.test.ts',
  ),
  met(
    ['5.3.2', 1, 'names of files that the server uses'],
    'Objects are named by ids and hashes of our making.',
    'shared/domain/certificate.ts',
    'test/infra/local/parts/s3.test.ts',
  ),
  met(
    ['5.4.1', 2, 'the name of a download is said by the server'],
    'Always, in Content-Disposition.',
    'functions/adapters/content-disposition.ts',
    'test/functions/adapters/s3-documents.test.ts',
  ),
  met(
    ['5.4.2', 2, 'the name of a download cannot break its header'],
    'Written by RFC 6266 in two forms, without controls, quotes and slashes.',
    'functions/adapters/content-disposition.ts',
    'test/functions/adapters/s3-documents.test.ts',
  ),
  ...notApplicable(
    'No file that somebody handed in is given out to anybody: text is read into rows, drawings into outlines.',
    ['5.4.3', 2, 'a scanner for malware'],
  ),
];
