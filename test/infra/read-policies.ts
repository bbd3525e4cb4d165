import { constructIdOf, functionSources } from '../../infra/functions.ts';
import { type SynthesisedResource, synthesize } from '../../infra/synth.ts';

/** A statement that allows something, of the role of a function. */
export interface RoleStatement {
  readonly functionName: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  readonly conditions: unknown;
  /** Partition keys that the statement is held to. */
  readonly leadingKeys?: readonly string[];
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const listOf = <Item>(value: Item | readonly Item[]): readonly Item[] =>
  Array.isArray(value) ? (value as readonly Item[]) : [value as Item];

const statementsIn = ({ Properties }: SynthesisedResource): readonly Statement[] =>
  (Properties.PolicyDocument as { readonly Statement: readonly Statement[] }).Statement;

/** The roles that a policy belongs to, by logical id. */
const rolesOf = ({ Properties }: SynthesisedResource): readonly string[] =>
  ((Properties.Roles ?? []) as readonly { readonly Ref: string }[]).map(({ Ref }) => Ref);

/** Every statement that the roles of functions have in the synthesised template. */
export async function readPolicies(): Promise<readonly RoleStatement[]> {
  const { template } = await synthesize();
  const resources = Object.entries(template.Resources);
  const names = new Map(Object.keys(functionSources).map((name) => [constructIdOf(name), name]));
  const functionOfRole = new Map(
    resources
      .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
      .map(([id, { Properties }]) => {
        const role = Properties.Role as { readonly 'Fn::GetAtt': readonly [string, 'Arn'] };
        // CDK puts a hash of eight digits behind a construct's name.
        return [role['Fn::GetAtt'][0], names.get(id.slice(0, -8))] as const;
      }),
  );
  // A role could also carry policies of its own or managed ones; ours never do.
  const hidden = resources.filter(
    ([, { Type, Properties }]) =>
      (Type === 'AWS::IAM::Role' && (Properties.Policies || Properties.ManagedPolicyArns)) ||
      Type === 'AWS::IAM::ManagedPolicy',
  );
  if (hidden.length > 0) throw new Error(`Policies that this does not read: ${hidden.map(([id]) => id).join(', ')}`);
  return resources
    .filter(([, { Type }]) => Type === 'AWS::IAM::Policy')
    .flatMap(([, policy]) =>
      rolesOf(policy).flatMap((roleId) => {
        const functionName = functionOfRole.get(roleId);
        if (functionName === undefined) return [];
        return statementsIn(policy).map(({ Effect, Action, Resource, Condition }): RoleStatement => {
          if (Effect !== 'Allow') throw new Error(`${functionName} has a statement that does not allow`);
          const leadingKeys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
          return {
            functionName,
            actions: listOf(Action),
            resources: listOf(Resource),
            conditions: Condition,
            ...(leadingKeys !== undefined && { leadingKeys: listOf(leadingKeys) }),
          };
        });
      }),
    );
}
