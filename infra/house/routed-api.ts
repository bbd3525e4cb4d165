import { Duration, NestedStack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { answersHead, functionOf, type Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { gatewayRole, InvokedByRole } from './gateway-role.ts';

/** The header by which CloudFront proves itself to the API. */
export const ORIGIN_HEADER = 'x-origin-secret';

/** Ten thousand who submit within fifteen seconds, each with a few requests before and after. */
const STEADY_REQUESTS_A_SECOND = 3_000;
const BURST_REQUESTS = 5_000;

const accessLogFields = {
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  responseMs: '$context.responseLatency',
  integrationMs: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
  bytes: '$context.responseLength',
};

/** The HTTP API that the route registry describes. Only CloudFront gets through to it (`verify-origin`). */
export class RoutedApi extends Construct {
  readonly api: HttpApi;
  /** Name of the host, without the API's functions, which know the site that stands before it. */
  readonly host: string;

  constructor(scope: Construct, id: string, { accessLog }: { readonly accessLog: ILogGroup }) {
    super(scope, id);
    this.api = new HttpApi(this, 'Http', {
      description: 'The API and public pages of Credit Wallet, behind CloudFront.',
      createDefaultStage: false,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: STEADY_REQUESTS_A_SECOND, burstLimit: BURST_REQUESTS },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    const { region, urlSuffix } = this.api.stack;
    this.host = `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
  }

  /**
   * Gives every route of the registry its function. Routes stand in a stack within the stack, which holds 500 resources of its
   * own; it is deployed after the functions that it names, so that no route is open before what answers it (ADR 44).
   */
  route(lambdaOf: (name: string) => IFunction, verifyOrigin: IFunction): void {
    const authorizer = new HttpLambdaAuthorizer('FromCloudFront', verifyOrigin, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      // Without the header the gateway itself answers 401.
      identitySource: [`$request.header.${ORIGIN_HEADER}`],
      resultsCacheTtl: Duration.hours(1),
    });
    const everyRoute: readonly Route[] = Object.values(routes);
    const within = new NestedStack(this, 'Routes', {
      description: 'The routes of Credit Wallet, one for each of the registry.',
    });
    // One integration a function, however many routes it serves.
    const names = [...new Set([...everyRoute.map(functionOf), 'no-such-route'])];
    const role = gatewayRole(within, names.map(lambdaOf));
    const integrations = new Map(names.map((name) => [name, new InvokedByRole(name, lambdaOf(name), role)]));
    const integrationOf = (name: string): InvokedByRole => {
      const made = integrations.get(name);
      if (!made) throw new Error(`No integration was made of ${name}`);
      return made;
    };
    const add = (name: string, path: string, method: HttpMethod): void =>
      void new HttpRoute(within, `${method}${path}`, {
        ...{ httpApi: this.api, integration: integrationOf(name), authorizer },
        routeKey: HttpRouteKey.with(path, method),
      });
    for (const each of everyRoute) {
      add(functionOf(each), each.path, HttpMethod[each.method]);
      if (answersHead(each)) add(functionOf(each), each.path, HttpMethod.HEAD);
    }
    // The gateway would answer in its own words what no route takes; errors of this API are problem+json, or a page for people.
    new HttpRoute(within, 'Default', {
      ...{ httpApi: this.api, integration: integrationOf('no-such-route'), authorizer },
      routeKey: HttpRouteKey.DEFAULT,
    });
  }
}
