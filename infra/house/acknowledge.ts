import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts findings of cdk-nag on a construct and all below it, each with the reason that an auditor is given. */
export function acknowledge(construct: IConstruct, findings: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(findings).map(([id, reason]) => ({ id, reason })));
}

/** Rules by their names in the packs HIPAA and NIST 800-53, which have these in common: `{ LambdaDLQ: reason }`. */
export const inSecurityPacks = (reasons: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(reasons).flatMap(([rule, reason]) =>
      ['HIPAA.Security', 'NIST.800.53.R5'].map((pack) => [`${pack}-${rule}`, reason]),
    ),
  );

/** cdk-nag's names for wildcards in a role's resources: `{ ARN: reason }` as findings to acknowledge. */
export const wildcardFindings = (
  scope: IConstruct,
  reasons: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(reasons).map(([arn, reason]) => [
      `AwsSolutions-IAM5[Resource::${plainly(Stack.of(scope).resolve(arn))}]`,
      reason,
    ]),
  );

/** An ARN with intrinsic functions, in the words of cdk-nag: `<Logical.Arn>/certificates/*`. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainly).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  if (name === 'Fn::Join' && Array.isArray(argument)) return plainly(argument[1]);
  return name === 'Fn::GetAtt' && Array.isArray(argument) ? `<${argument.join('.')}>` : `<${String(argument)}>`;
}
