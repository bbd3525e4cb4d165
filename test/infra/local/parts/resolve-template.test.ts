// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its placeholders so
import { describe, expect, it } from 'vitest';
import { createResolver } from '../../../../infra/local/parts/resolve-template.ts';

const template = {
  Parameters: { Sender: { Default: 'credit@example.org' }, Domain: { Default: '' } },
  Mappings: { Regions: { 'us-east-1': { Bucket: 'east' } } },
  Conditions: {
    HasDomain: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Domain' }, ''] }] },
    InEast: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
    Both: { 'Fn::And': [{ Condition: 'HasDomain' }, { Condition: 'InEast' }] },
    Either: { 'Fn::Or': [{ Condition: 'HasDomain' }, { Condition: 'InEast' }] },
  },
};
const { resolve, resolveText } = createResolver(template, {
  refs: { Table: 'wallet' },
  attributes: {
    Grade: { Arn: 'arn:aws:lambda:us-east-1:000000000000:function:grade' },
    Site: { 'Endpoint.Address': 'localhost' },
  },
});

describe('a synthesised template', () => {
  it('has its references and attributes filled in, at any depth', () => {
    const environment = {
      TABLE: { Ref: 'Table' },
      LIST: [{ Ref: 'AWS::Region' }, { Ref: 'AWS::NoValue' }, 7, true, null],
      LEFT_OUT: { Ref: 'AWS::NoValue' },
      SITE: { 'Fn::GetAtt': 'Site.Endpoint.Address' },
    };
    expect(resolve(environment, 'Environment')).toEqual({
      TABLE: 'wallet',
      LIST: ['us-east-1', 7, true, null],
      SITE: 'localhost',
    });
  });

  it('gives the state machine its ARNs', () => {
    const definition = {
      'Fn::Join': [
        '',
        ['{"Resource":"', { 'Fn::GetAtt': ['Grade', 'Arn'] }, '","Partition":"', { Ref: 'AWS::Partition' }, '"}'],
      ],
    };
    expect(JSON.parse(resolveText(definition, 'DefinitionString'))).toEqual({
      Resource: 'arn:aws:lambda:us-east-1:000000000000:function:grade',
      Partition: 'aws',
    });
  });

  it.each([
    [
      { 'Fn::Sub': '${Table}/${Grade.Arn}/${AWS::Region}/${!Literal}' },
      'wallet/arn:aws:lambda:us-east-1:000000000000:function:grade/us-east-1/${Literal}',
    ],
    [{ 'Fn::Sub': ['${Name}-${Table}', { Name: { Ref: 'Sender' } }] }, 'credit@example.org-wallet'],
    [{ 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Grade', 'Arn'] }] }] }, 'function'],
    [{ 'Fn::If': ['HasDomain', { Ref: 'Unknown' }, 'none'] }, 'none'],
    [{ 'Fn::If': ['Either', 'east', { Ref: 'Unknown' }] }, 'east'],
    [{ 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    [{ 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'Bucket'] }, 'east'],
    [{ 'Fn::Base64': 'hi' }, 'aGk='],
  ])('resolves %j', (value, expected) => {
    expect(resolve(value, 'Value')).toBe(expected);
  });

  it.each([
    [{ A: [{ Ref: 'Unknown' }] }, 'Env.A[0].Ref: nothing is known of Unknown'],
    [{ 'Fn::GetAtt': ['Grade', 'Name'] }, 'Env.Fn::GetAtt: nothing is known of Grade.Name'],
    [{ 'Fn::ImportValue': 'other' }, 'Env: Fn::ImportValue cannot be resolved locally'],
    [{ 'Fn::Sub': 'a ${Unknown}' }, 'nothing is known of Unknown'],
    [{ 'Fn::If': ['Missing', 1, 2] }, 'Env.Fn::If: no condition Missing'],
    [{ 'Fn::Join': ['-'] }, 'Env.Fn::Join: expected 2 arguments'],
    [{ 'Fn::Select': [2, ['a']] }, 'Env.Fn::Select: the index is outside the list'],
  ])('says where %j cannot be resolved', (value, message) => {
    expect(() => resolve(value, 'Env')).toThrow(message);
  });
});
