import { describe, expect, it } from 'vitest';
import { unsignedPlace } from '../../shared/documents/signature/signature-place.ts';
import { transcriptOf } from '../../shared/domain/transcript.ts';
import { ParkError, type Printer, type TranscriptPrinter } from '../../shared/ports.ts';
import { snapshot } from '../shared/documents/samples.ts';

const signed = { name: 'Meridian Society', reason: 'Certifies credit', at: '2026-11-26T12:00:00.000Z' } as const;

/** Says what a printer does, whoever it is. */
export function describePrinter(name: string, printer: Printer): void {
  describe(`the printer (${name})`, () => {
    it('prints the same of the same, and another of another', async () => {
      const first = await printer.certificate(snapshot, signed, undefined);
      expect(Buffer.compare(first, await printer.certificate(snapshot, signed, undefined))).toBe(0);
      const other = await printer.certificate({ ...snapshot, name: 'Łukasz Nowak' }, signed, undefined);
      expect(Buffer.compare(first, other)).not.toBe(0);
    });

    it('leaves one place for a signature', async () => {
      const text = Buffer.from(await printer.certificate(snapshot, signed, undefined)).toString('latin1');
      for (const place of Object.values(unsignedPlace)) expect(text.split(place)).toHaveLength(2);
    });

    it('parks what it cannot print right, with a reason', async () => {
      const printing = printer.certificate({ ...snapshot, name: 'Luz 🦄' }, signed, undefined);
      await expect(printing).rejects.toSatisfy((error) => error instanceof ParkError && error.message !== '');
    });
  });
}

/** Says what a printer of transcripts does, whoever it is. */
export function describeTranscriptPrinter(name: string, printer: TranscriptPrinter): void {
  const printed = {
    transcript: transcriptOf([{ status: 'valid', snapshot }], {}, '2026-11-26'),
    ...{ name: snapshot.name, madeAt: signed.at, providerName: signed.name },
  };

  describe(`the printer of transcripts (${name})`, () => {
    it('prints the same of the same, and another of another, each with one place for a signature', async () => {
      const first = await printer.transcript(printed, signed);
      expect(Buffer.compare(first, await printer.transcript(printed, signed))).toBe(0);
      const other = await printer.transcript({ ...printed, name: 'Łukasz Nowak' }, signed);
      expect(Buffer.compare(first, other)).not.toBe(0);
      for (const place of Object.values(unsignedPlace))
        expect(Buffer.from(first).toString('latin1').split(place)).toHaveLength(2);
    });
  });
}
