import { describe, expect, it } from 'vitest';
import { addressOf, InvalidConfig, readConfig } from '../../infra/config.ts';

const problemsOf = (context: Record<string, unknown>): readonly string[] => {
  try {
    readConfig(context);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
};

describe('the configuration of a deployment', () => {
  it('needs nothing to be synthesised', () => {
    expect(readConfig({ '@aws-cdk/core:some-flag': true })).toMatchObject({
      stackName: 'CreditWallet',
      region: 'us-east-1',
      retentionYears: 7,
      deletionProtection: true,
    });
  });

  it('takes numbers and switches as the command line gives them, which is text', () => {
    expect(readConfig({ 'wallet:retentionYears': '10', 'wallet:deletionProtection': 'false' })).toMatchObject({
      retentionYears: 10,
      deletionProtection: false,
    });
  });

  it('takes the keys that signed before as a list, and nothing that is no key', () => {
    const key = (id: string): string => `arn:aws:kms:us-east-1:111122223333:key/${id}`;
    expect(readConfig({}).previousSigningKeys).toEqual([]);
    const given = { 'wallet:previousSigningKeys': `${key('one')},${key('two')}` };
    expect(readConfig(given).previousSigningKeys).toEqual([key('one'), key('two')]);
    for (const wrong of ['alias/one', `${key('one')},`, `${key('one')} ${key('two')}`])
      expect(problemsOf({ 'wallet:previousSigningKeys': wrong }).join()).toMatch(/no list of KMS key ARNs/);
  });

  it('signs with a key that there is', () => {
    expect(readConfig({})).toMatchObject({ signingKeys: 1, signsWith: 1 });
    expect(readConfig({ 'wallet:signingKeys': '2', 'wallet:signsWith': '2' }).signsWith).toBe(2);
    expect(problemsOf({ 'wallet:signsWith': '2' })).toEqual(['wallet:signsWith is 2, of 1 signing keys']);
  });

  it('tells every mistake at once, each with its name', () => {
    const problems = problemsOf({
      'wallet:domian': 'credit.example.org',
      'wallet:sender': 'nobody',
      'wallet:retentionYears': '0',
      'wallet:logRetentionDays': 7,
      'wallet:certificateArn': 'arn:aws:acm:eu-central-1:111122223333:certificate/0',
    });
    expect(problems).toHaveLength(5);
    expect(problems.join('\n')).toMatch(/domian is not known/);
    expect(problems.join('\n')).toMatch(/wallet:sender is no e-mail address/);
    expect(problems.join('\n')).toMatch(/wallet:retentionYears is less than 1/);
    expect(problems.join('\n')).toMatch(/wallet:logRetentionDays is none of/);
    expect(problems.join('\n')).toMatch(/wallet:certificateArn is no certificate in us-east-1/);
  });

  it('takes a domain with its certificate, or neither', () => {
    expect(problemsOf({ 'wallet:domain': 'credit.example.org' })).toEqual([
      'wallet:domain and wallet:certificateArn are given together or not at all',
    ]);
  });

  it('finds the address in a sender with a name', () => {
    expect(addressOf('Credit Wallet <credit@example.org>')).toBe('credit@example.org');
    expect(addressOf('credit@example.org')).toBe('credit@example.org');
  });
});
