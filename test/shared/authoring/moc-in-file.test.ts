import { describe, expect, it } from 'vitest';
import { changed, parsed, problemsOf } from './example.ts';

/** The example with a board. */
const withBoard = (fields: string, from = changed('statements:', 'statements:')): string =>
  from.replace('statements:\n', `moc:\n  - { ${fields} }\nstatements:\n`);
const abim = 'board: ABIM, credit: ama-pra-category-1, maximum: 1.25';

describe('a board in an activity file', () => {
  it('is frozen with its name and rules, as many points as credits by the quarter unless the file says otherwise', () => {
    expect(parsed(withBoard(abim)).activity.moc).toEqual([
      {
        ...{ board: 'ABIM', boardName: 'American Board of Internal Medicine', creditType: 'ama-pra-category-1' },
        ...{ rule: { kind: 'equal-to-claimed' }, maximum: 125, step: 25 },
      },
    ]);
    const whole = 'board: ABP, credit: ama-pra-category-1, maximum: 1, step: 1';
    expect(parsed(withBoard(whole)).activity.moc).toMatchObject([{ board: 'ABP', step: 100 }]);
    const double = 'board: ABS, credit: ama-pra-category-1, rule: ratio, perCredit: 2, maximum: 2.5';
    expect(parsed(withBoard(double)).activity.moc).toMatchObject([{ rule: { kind: 'ratio', perCredit: 200 } }]);
  });

  it('has the statement composed that must be shown before the start, with what is earned', () => {
    const { statements } = parsed(withBoard(abim)).activity;
    expect(statements.find(({ text }) => text.includes('ABIM'))).toEqual({
      kind: 'other',
      onCertificate: false,
      text: "Successful completion of this CME activity, which includes participation in the evaluation component, enables the participant to earn up to 1.25 MOC points in the American Board of Internal Medicine's (ABIM) Maintenance of Certification (MOC) program. Participants will earn MOC points equivalent to the amount of CME credits claimed for the activity. It is the CME activity provider's responsibility to submit participant completion information to ACCME for the purpose of granting ABIM MOC credit.",
      ...{ templateId: 'moc-equal-to-claimed', templateVersion: 1 },
    });
  });

  it.each([
    [abim.replace('ABIM', 'ABIN'), 'moc[1].board', /Did you mean “ABIM”/],
    [abim.replace('1.25', '1.5'), 'moc[1].maximum', /claiming at most 1.25/],
    [abim.replace('1.25', '1.2'), 'moc[1].maximum', /no multiple of 0.25/],
    [abim.replace('1.25', '0'), 'moc[1].maximum', /no multiple/],
    [abim.replace('ama-pra-category-1', 'aafp-prescribed'), 'moc[1].credit', /does not offer/],
    [`${abim}, rule: double`, 'moc[1].rule', /equal-to-claimed, ratio, fixed/],
    [`${abim}, rule: ratio`, 'moc[1].perCredit', /missing/],
    [`${abim}, rule: fixed, points: 0`, 'moc[1].points', /0 points/],
    [`${abim} }\n  - { ${abim}`, 'moc[2].board', /stands in this list already/],
  ])('that says %j is refused at %s', (fields, field, saying) => {
    const problem = problemsOf(withBoard(fields)).find((one) => one.field === field);
    expect(`${problem?.message} ${problem?.remedy}`).toMatch(saying);
  });

  it('needs a credit of physicians, a post-test, and a statement where none is composed', () => {
    const fieldsOf = (text: string) => problemsOf(text).map(({ field }) => field);
    const nurses = changed('type: ama-pra-category-1', 'type: ancc-contact-hour');
    expect(fieldsOf(withBoard(abim.replace('ama-pra-category-1', 'ancc-contact-hour'), nurses))).toEqual([
      'moc[1].credit',
    ]);
    expect(fieldsOf(withBoard(abim, changed('kind: post-test', 'kind: participation-verification')))).toContain(
      'moc[1].board',
    );
    const unsaid = changed('accreditation: accme\n', '');
    expect(fieldsOf(withBoard(abim, unsaid))).toContain('moc[1].board');
  });
});
