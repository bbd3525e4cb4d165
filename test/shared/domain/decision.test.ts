import { describe, expect, it } from 'vitest';
import { askingFaults, checkDecision, textFaults } from '../../../shared/domain/decision.ts';
import '../../support/refusals.ts';

const proposed = { status: 'proposed', proposedBy: 'Asha Rao' };
const decide = (by: string, approve = true, takesTwo = true) => ({ by, approve, takesTwo });

describe('what somebody asks staff to decide', () => {
  it('needs a reason and the name of who asks', () => {
    expect(askingFaults({ reason: 'The day was wrong', proposedBy: 'Asha' })).toEqual([]);
    expect(askingFaults({ reason: '', proposedBy: '' })).toMatchObject([
      { code: 'reason-missing', field: '/reason', message: 'The reason is missing.' },
      { code: 'by-missing', field: '/by', message: 'The name of who asks is missing.' },
    ]);
  });

  it('says no more by spaces than by nothing, and at most five hundred characters', () => {
    expect(textFaults('   ', 'reason', 'The reason')).toMatchObject([{ message: 'The reason is missing.' }]);
    expect(textFaults(` ${'x'.repeat(500)} `, 'reason', 'The reason')).toEqual([]);
    expect(textFaults('x'.repeat(501), 'reason', 'The reason')).toMatchObject([
      {
        message: 'The reason is longer than 500 characters.',
        remedy: 'Give the reason in up to 500 characters.',
      },
    ]);
  });
});

describe('a decision', () => {
  it('is made once: what was approved or rejected is not decided again', () => {
    expect(checkDecision({ ...proposed, status: 'done' }, decide('Benno'))).toMatchObject({
      reasons: [{ code: 'change-decided', message: expect.stringMatching('approved'), field: '/changeId' }],
    });
    expect(checkDecision({ ...proposed, status: 'rejected' }, decide('Benno'))).toMatchObject({
      reasons: [{ code: 'change-decided', message: expect.stringMatching('rejected') }],
    });
  });

  it('takes a second person where an amount or a person changes, whatever the spelling of the name', () => {
    expect(checkDecision(proposed, decide('Benno'))).toBeUndefined();
    expect(checkDecision(proposed, decide('Asha Rao'))).toBeRefusedFor('second-person-needed');
    expect(checkDecision(proposed, decide('  asha   RAO '))).toBeRefusedFor('second-person-needed');
  });

  it('may be to reject what oneself asked for, or to approve what takes one person', () => {
    expect(checkDecision(proposed, decide('Asha Rao', false))).toBeUndefined();
    expect(checkDecision(proposed, decide('Asha Rao', true, false))).toBeUndefined();
  });

  it('has a name under it', () => {
    expect(checkDecision(proposed, decide(''))).toBeRefusedFor('by-missing');
    expect(checkDecision(proposed, decide(''))).toMatchObject({
      reasons: [{ message: 'The name of who decides is missing.', field: '/by' }],
    });
    expect(checkDecision(proposed, decide('Asha Rao'))).toMatchObject({ reasons: [{ field: '/by' }] });
  });
});
