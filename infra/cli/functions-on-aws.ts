import { UsageError } from './command.ts';
import { FunctionFailed, type FunctionName, type Transport } from './function-answers.ts';

/** The stack's output that holds a function's physical name: `publish-activity` is in `PublishActivityFunction`. */
const outputKeyOf = (name: FunctionName): string =>
  `${name.replaceAll(/(?:^|-)([a-z])/g, (_, initial: string) => initial.toUpperCase())}Function`;

/**
 * The way to the functions of a deployed stack, with the credentials and region of the AWS environment. The SDK is loaded
 * only here, so that local commands start at once.
 */
export function invokeOnAws(stack: string): Transport {
  let named: Promise<ReadonlyMap<string, string>> | undefined;
  return async (name, input) => {
    named ??= outputsOf(stack);
    const physicalName = (await named).get(outputKeyOf(name));
    if (physicalName === undefined)
      throw new UsageError(
        `The stack ${stack} has no output ${outputKeyOf(name)}. Deploy it again with npx cdk deploy.`,
      );
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const Payload = new TextEncoder().encode(JSON.stringify(input));
    const command = new InvokeCommand({ FunctionName: physicalName, Payload });
    const reply = await new LambdaClient().send(command).catch(refusedByAws);
    const result: unknown = JSON.parse(new TextDecoder().decode(reply.Payload) || 'null');
    if (reply.FunctionError !== undefined) throw new FunctionFailed(name, result);
    return result;
  };
}

/** No credentials, no region, no such stack, no right to invoke: AWS says which, and whoever typed the command can mend it. */
export function refusedByAws(cause: unknown): never {
  throw new UsageError(`AWS did not answer as asked: ${cause instanceof Error ? cause.message : cause}`, { cause });
}

/** The outputs of a deployed stack, by their keys. */
export async function outputsOf(stack: string): Promise<ReadonlyMap<string, string>> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const command = new DescribeStacksCommand({ StackName: stack });
  const { Stacks = [] } = await new CloudFormationClient().send(command).catch(refusedByAws);
  const outputs = Stacks[0]?.Outputs ?? [];
  return new Map(
    outputs.flatMap(({ OutputKey, OutputValue }): [string, string][] =>
      OutputKey && OutputValue ? [[OutputKey, OutputValue]] : [],
    ),
  );
}
