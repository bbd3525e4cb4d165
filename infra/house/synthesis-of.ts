import type { App, Stack } from 'aws-cdk-lib';
import type { Synthesis, SynthesisedTemplate } from '../synth.ts';

/** Text that CloudFormation joins, with `${Logical.Attribute}` where values will stand that only it knows. */
export function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, argument] = ['', undefined]] = Object.entries(value ?? {});
  if (name === 'Fn::Join' && Array.isArray(argument)) {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(joined).join(separator);
  }
  if (name === 'Fn::GetAtt' && Array.isArray(argument)) return `\${${argument.join('.')}}`;
  if (name === 'Ref') return `\${${String(argument)}}`;
  throw new Error(`${JSON.stringify(value)} is no text`);
}

/** The stack's template, and in it the workflow. */
export function synthesisOf(app: App, { stackName }: Stack): Synthesis {
  const template: SynthesisedTemplate = app.synth().getStackByName(stackName).template;
  const machines = Object.entries(template.Resources).filter(
    ([, { Type }]) => Type === 'AWS::StepFunctions::StateMachine',
  );
  const [machine] = machines;
  if (!machine || machines.length > 1) throw new Error(`There are ${machines.length} state machines, not one`);
  const [logicalId, { Properties }] = machine;
  return { stackName, template, workflow: { logicalId, definition: joined(Properties.DefinitionString) } };
}
