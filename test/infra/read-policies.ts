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

/** The policies that a role carries within it. */
const policiesIn = ({ Properties }: SynthesisedResource) =>
  (Properties.Policies ?? []) as readonly { readonly PolicyDocument: { readonly Statement: readonly Statement[] } }[];

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
  // A role could also have managed policies, or such as stand beside it; those of functions never do.
  const hidden = resources.filter(
    ([, resource]) =>
      (resource.Type === 'AWS::IAM::Role' && resource.Properties.ManagedPolicyArns) ||
      resource.Type === 'AWS::IAM::ManagedPolicy' ||
      (resource.Type === 'AWS::IAM::Policy' && rolesOf(resource).some((roleId) => functionOfRole.has(roleId))),
  );
  if (hidden.length > 0) throw new Error(`Policies that this does not read: ${hidden.map(([id]) => id).join(', ')}`);
  return resources
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .flatMap(([roleId, role]) =>
      policiesIn(role).flatMap((policy) => {
        const functionName = functionOfRole.get(roleId);
        if (functionName === undefined) return [];
        return policy.PolicyDocument.Statement.map(({ Effect, Action, Resource, Condition }): RoleStatement => {
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
