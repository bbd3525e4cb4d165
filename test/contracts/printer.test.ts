import { certificatePrinter } from '../../functions/adapters/certificate-printer.ts';
import { transcriptPrinter } from '../../functions/adapters/transcript-printer.ts';
import { simulatedPrinter } from '../simulation/ports/simulated-printer.ts';
import { describePrinter, describeTranscriptPrinter } from './printer.ts';

describePrinter('of PDFs', certificatePrinter());
describePrinter('of the simulation', simulatedPrinter);
describeTranscriptPrinter('of PDFs', transcriptPrinter());
describeTranscriptPrinter('of the simulation', simulatedPrinter);
