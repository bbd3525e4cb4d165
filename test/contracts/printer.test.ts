import { pdfPrinter } from '../../functions/adapters/pdf-printer.ts';
import { simulatedPrinter } from '../simulation/simulated-printer.ts';
import { describePrinter } from './printer.ts';

describePrinter('of PDFs', pdfPrinter());
describePrinter('of the simulation', simulatedPrinter);
