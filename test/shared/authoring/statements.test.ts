import { describe, expect, it } from 'vitest';
import { composeStatements } from '../../../shared/authoring/statements.ts';

const facts = {
  provider: { name: 'Meridian' },
  format: 'internet-live',
  closesOn: '2027-12-31',
  credits: [
    { creditType: 'ama-pra-category-1', maximum: 100 },
    { creditType: 'aapa-category-1', maximum: 125 },
    { creditType: 'ancc-contact-hour', maximum: 100 },
    { creditType: 'acpe-contact-hour', maximum: 125, activityNumber: '1234-0000-26-001-L01-P' },
  ],
} as const;
const texts = (joint?: string) =>
  composeStatements('accme', { ...facts, ...(joint && { jointProvider: joint }) }).map(({ text }) => text);

describe('the composed statements', () => {
  it('name the accredited provider, and with whom it provides the activity jointly', () => {
    expect(texts()[0]).toMatch(/^Meridian is accredited by the Accreditation Council for Continuing Medical Education/);
    expect(texts('Harbor')[0]).toContain('through the joint providership of Meridian and Harbor.');
    expect(composeStatements('joint-accreditation', facts)[0]?.text).toContain('jointly accredited');
  });

  it('designate AMA credit with the learning format and the physician’s duty', () => {
    expect(texts()[1]).toBe(
      'Meridian designates this live internet activity for a maximum of 1 AMA PRA Category 1 Credit™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
    );
  });

  it('say until when AAPA approval is valid', () => {
    expect(texts()[2]).toContain('1.25 AAPA Category 1 CME credits. Approval is valid until December 31, 2027.');
  });

  it('count hours and CEUs in the right number', () => {
    expect(texts()[3]).toMatch(/is 1 contact hour\.$/);
    expect(texts()[4]).toContain('1.25 contact hours (0.125 CEUs) (Universal Activity Number 1234-0000-26-001-L01-P)');
  });

  it('are printed on the certificate, each designation with its kind of credit', () => {
    const statements = composeStatements('accme', facts);
    expect(statements.every(({ onCertificate }) => onCertificate)).toBe(true);
    expect(statements.map(({ creditType }) => creditType)).toEqual([
      undefined,
      ...facts.credits.map((one) => one.creditType),
    ]);
  });
});
