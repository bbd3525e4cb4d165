import {
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  IntegrationCredentials,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** The role by which the gateway invokes the functions of its routes: these and no others. */
export function gatewayRole(scope: Construct, functions: readonly IFunction[]): Role {
  const invokes = new PolicyDocument({
    statements: [
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: functions.map(({ functionArn }) => functionArn),
      }),
    ],
  });
  return new Role(scope, 'GatewayRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    inlinePolicies: { Invokes: invokes },
  });
}

/**
 * A function behind routes, invoked by the gateway's role. CDK's own integration gives each function a permission instead, which
 * is a resource for each, and a stack may hold 500 (AWS, CloudFormation quotas).
 */
export class InvokedByRole extends HttpRouteIntegration {
  readonly #invokes: IFunction;
  readonly #role: Role;

  constructor(id: string, invokes: IFunction, role: Role) {
    super(id);
    this.#invokes = invokes;
    this.#role = role;
  }

  bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.#invokes.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      credentials: IntegrationCredentials.fromRole(this.#role),
    };
  }
}
