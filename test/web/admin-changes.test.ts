import { describe, expect, it } from 'vitest';
import { actionsOf } from '../../web/admin/changes/certificate.tsx';
import { correctionOf } from '../../web/admin/changes/correct-form.tsx';
import { claimsOf } from '../../web/admin/changes/credit-amounts.tsx';
import { linesOf } from '../../web/admin/changes/new-batch.tsx';
import { certificateIdIn, hundredthsOf } from '../../web/admin/changes/words.ts';

const names = { name: 'Credit', plural: 'Credits', unit: 'credit' };
const certificate = {
  ...{ name: 'Amélie Nguyễn, MD', participatedOn: '2026-03-08' },
  credits: [{ creditType: 'ama', names, basis: 'awarded' as const, amount: 100, maximum: 125 }],
  offers: [],
};
const said = { name: certificate.name, participatedOn: certificate.participatedOn, amounts: { ama: '1' } };

describe('a correction that is filled in', () => {
  it('sends what is otherwise, and nothing of what is as it was', () => {
    expect(correctionOf(certificate, said)).toEqual({});
    expect(correctionOf(certificate, { ...said, name: ' Amélie Roth, MD ' })).toEqual({ name: 'Amélie Roth, MD' });
    expect(correctionOf(certificate, { ...said, participatedOn: '2026-03-07' })).toEqual({
      participatedOn: '2026-03-07',
    });
    expect(correctionOf(certificate, { ...said, amounts: { ama: '1.25' } })).toEqual({
      credits: [{ creditType: 'ama', amount: 125 }],
    });
    expect(correctionOf(certificate, { ...said, amounts: { ama: '' } })).toEqual({ credits: [] });
  });

  it('takes amounts with a point or a comma, exactly; what is no amount is nothing, and is refused', () => {
    expect(['1.25', '0,75', ' 3 ', '1.1', 'x', ''].map(hundredthsOf)).toEqual([125, 75, 300, 110, 0, 0]);
    expect(claimsOf({ ama: ' ', ancc: '0.5' })).toEqual([{ creditType: 'ancc', amount: 50 }]);
  });
});

describe('what staff paste', () => {
  it('names a certificate by its id or by the address under its code', () => {
    for (const typed of ['8j2k', ' https://credit.example.org/v/8j2k ', 'https://credit.example.org/v/8j2k/'])
      expect(certificateIdIn(typed)).toBe('8j2k');
  });

  it('is a list, one a line or a cell, without empty ones', () => {
    expect(linesOf('a\n b ,c;\n\n\td')).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('what is offered for a certificate', () => {
  it('is what its standing lets one do: nothing is done to what was revoked or replaced', () => {
    expect(actionsOf('valid')).toEqual(['correct', 'reissue', 'suspend', 'revoke', 'mail']);
    expect(actionsOf('suspended')).toEqual(['restore', 'revoke']);
    expect([...actionsOf('revoked'), ...actionsOf('replaced')]).toEqual([]);
  });
});
