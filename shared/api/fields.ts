/** The fields that many shapes have. Credit is integer hundredths, times are UTC instants, days are civil dates. */
import * as z from 'zod/mini';
import { creditTypeIds } from '../domain/credit-type.ts';

export const id = z.string();
export const instant = z.string();
export const civilDate = z.string();
export const hundredths = z.int();
export const percent = z.int();
export const creditType = z.enum(creditTypeIds);
export const basis = z.enum(['awarded', 'attendance']);
