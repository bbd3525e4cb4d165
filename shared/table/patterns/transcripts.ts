import { type AccessPattern, pattern } from '../pattern.ts';

const printers = ['get-transcript-pdf', 'get-shared-transcript-pdf'];
const openers = ['get-shared-transcript', 'get-shared-transcript-pdf'];
const readers = ['get-transcript', 'get-transcript-csv', 'get-transcript-pdf', 'share-transcript', ...openers];

export const transcripts: readonly AccessPattern[] = [
  pattern('List the credits of a transcript', 'credit', ['query'], readers),
  pattern('Read the certificates that prove them', 'certificate', ['query'], readers),
  pattern('Read whose transcript it is', 'learner', ['get'], readers),
  pattern('List the links to a transcript', 'share', ['query'], ['list-shares', 'share-transcript']),
  pattern('Make a link', 'share', ['put'], ['share-transcript']),
  pattern('Let a token find it', 'shareToken', ['put'], ['share-transcript']),
  pattern('Withdraw a link', 'share', ['get', 'put'], ['withdraw-share']),
  pattern('Find the link of a token', 'shareToken', ['get'], openers),
  pattern('Read how it stands', 'share', ['get'], openers),
  pattern('Limit how many PDFs are signed', 'rate', ['count'], printers),
  pattern('Find or make the certificate of the key that signs the PDF', 'seal', ['get', 'put'], printers),
];
