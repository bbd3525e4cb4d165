import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, NestedStack, type Stack } from 'aws-cdk-lib';
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

/** A value of a nested template, with what its parameters stand for in the places of their names. */
function given(value: unknown, parameters: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((part) => given(part, parameters));
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  if (name === 'Ref' && Object.hasOwn(parameters, String(argument))) return parameters[String(argument)];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, given(part, parameters)]));
}

/** The templates of the stacks within a stack, by the logical ids by which they stand in it. */
const templatesWithin = (stack: Stack, folder: string): ReadonlyMap<string, SynthesisedTemplate> =>
  new Map(
    stack.node
      .findAll()
      .filter((construct) => construct instanceof NestedStack)
      .map(({ nestedStackResource, templateFile }) => [
        String(stack.resolve(nestedStackResource?.logicalId)),
        JSON.parse(readFileSync(join(folder, templateFile), 'utf8')),
      ]),
  );

/**
 * The stack's template, with the resources of the stacks within it in their places: whoever reads it asks what is deployed, not in
 * how many templates. What the CDK hands into a stack it hands in as parameters.
 */
function wholeTemplate(app: App, stack: Stack): SynthesisedTemplate {
  const assembly = app.synth();
  const template: SynthesisedTemplate = assembly.getStackByName(stack.stackName).template;
  const within = templatesWithin(stack, assembly.directory);
  const resources = Object.entries(template.Resources).flatMap(([id, resource]) => {
    const nested = within.get(id);
    if (!nested) return [[id, resource] as const];
    const parameters = (resource.Properties.Parameters ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(given(nested.Resources, parameters) as SynthesisedTemplate['Resources']);
  });
  const all = Object.fromEntries(resources);
  if (Object.keys(all).length < resources.length) throw new Error('Resources of two stacks have the same logical id');
  return { ...template, Resources: all };
}

/** The stack's template, and in it the workflow. */
export function synthesisOf(app: App, stack: Stack): Synthesis {
  const template = wholeTemplate(app, stack);
  const machines = Object.entries(template.Resources).filter(
    ([, { Type }]) => Type === 'AWS::StepFunctions::StateMachine',
  );
  const [machine] = machines;
  if (!machine || machines.length > 1) throw new Error(`There are ${machines.length} state machines, not one`);
  const [logicalId, { Properties }] = machine;
  return {
    stackName: stack.stackName,
    template,
    workflow: { logicalId, definition: joined(Properties.DefinitionString) },
  };
}
