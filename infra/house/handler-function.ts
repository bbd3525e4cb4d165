import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { constructIdOf } from '../functions.ts';
import { acknowledge, wildcardFindings } from './acknowledge.ts';

/** Something that a role may do, and for each wildcard in it why that is as narrow as it can be. */
export interface Right {
  readonly statement: PolicyStatement;
  readonly wildcards?: Readonly<Record<string, string>>;
}

export interface HandlerFunctionProps {
  /** Of `functions.ts`. */
  readonly name: string;
  readonly description: string;
  readonly code: Code;
  /** One group for all functions, so that one filter and one query see everything. */
  readonly logGroup: ILogGroup;
  /** What the handler reads, and nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  /** What its role may do beyond writing its log and traces. */
  readonly rights: readonly Right[];
  readonly timeoutSeconds: number;
  /** A function's share of a processor grows with its memory; 1,769 MB are one. */
  readonly memoryMb?: number;
  /** How the function is found from outside the stack; the stack's own parts need none. */
  readonly functionName?: string;
}

const tracesHaveNoName = 'Sending traces to X-Ray has no resource to name.';

/** A Lambda function of the house: one handler, one role with exactly what it needs, one log, traces. */
export class HandlerFunction extends LambdaFunction {
  constructor(scope: Construct, props: HandlerFunctionProps) {
    const { name, logGroup, environment, rights, timeoutSeconds, memoryMb = 512, ...rest } = props;
    const id = constructIdOf(name);
    // Within the role and not beside it: a policy of its own is a resource a function, and a stack may hold 500.
    const does = new PolicyDocument({
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
        ...rights.map(({ statement }) => statement),
      ],
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { does },
    });
    super(scope, id, {
      ...rest,
      // What the role may do is said above; what the CDK would add to it would be a policy beside it.
      ...{ role: role.withoutPolicyUpdates(), logGroup, memorySize: memoryMb },
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      timeout: Duration.seconds(timeoutSeconds),
      // As part of a workflow that is traced. By itself each would record the first of every second and a twentieth of the rest: of what
      // happens within a function its log says more, for a tenth of what traces cost (`docs/costs.md`).
      tracing: Tracing.PASS_THROUGH,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
    });
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]': tracesHaveNoName,
      'Serverless-LambdaStarPermissions': tracesHaveNoName,
      ...Object.assign({}, ...rights.map(({ wildcards }) => wildcardFindings(this, wildcards))),
    });
    acknowledge(this, {
      'Serverless-LambdaTracing': 'It is traced within a workflow that is; by itself its log says more, for less.',
      'Serverless-LambdaDLQ':
        'Invoked by somebody who waits for the answer and sees the failure; those that are not have a failure destination, which says more than a dead-letter queue.',
    });
  }
}
