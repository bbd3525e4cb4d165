import { join } from 'node:path';
import { apiPaths } from '../house/api-paths.ts';
import type { SynthesisedResource } from '../synth.ts';
import { type AddedHeaders, addedHeaders } from './added-headers.ts';
import type { Built } from './built.ts';
import type { Route } from './parts/http-api/routes.ts';
import type { FunctionSettings } from './parts/lambda.ts';
import { createResolver } from './parts/resolve-template.ts';

/** What stands for the template's resources on this machine. */
export interface Wiring {
  readonly table: string;
  readonly bucket: string;
  /** Origin of the site. */
  readonly site: string;
}

/** The synthesised template with local names in the places of ARNs. */
export interface Deployment {
  readonly functions: Readonly<Record<string, FunctionSettings>>;
  readonly routes: readonly Route[];
  readonly schedules: readonly { readonly name: string; readonly expression: string; readonly functionName: string }[];
  readonly workflowArn: string;
  readonly workflowDefinition: string;
  /** The records' table, and that of the learners' keys. */
  readonly tables: readonly TableDefinition[];
  /** ARNs of the keys that certificates are signed with. */
  readonly signingKeys: readonly string[];
  /** What CloudFront adds to files of the sites, and to answers of the API. */
  readonly headers: { readonly site: AddedHeaders; readonly api: AddedHeaders };
  functionOfArn(arn: string): string;
}

export interface TableDefinition {
  readonly name: string;
  readonly properties: Properties;
}

interface Properties {
  readonly [name: string]: unknown;
}

const arnOf = {
  function: (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
  key: (id: string) => `arn:aws:kms:us-east-1:000000000000:key/${id}`,
  workflow: 'arn:aws:states:us-east-1:000000000000:stateMachine:credit-workflow',
};

/** The logical id that a GetAtt or Ref points to, wherever it stands in a value. */
function pointsTo(value: unknown, ids: ReadonlySet<string>): string | undefined {
  if (Array.isArray(value)) {
    for (const part of value) {
      const found = pointsTo(part, ids);
      if (found) return found;
    }
    return undefined;
  }
  if (typeof value === 'string') return ids.has(value) ? value : undefined;
  return typeof value === 'object' && value !== null ? pointsTo(Object.values(value), ids) : undefined;
}

/** Reads what the template deploys, and puts this machine's names in it. */
export function deploy({ synthesis, bundleFolder, commit }: Built, { table, bucket, site }: Wiring): Deployment {
  const { template, stackName } = synthesis;
  const resources = Object.entries(template.Resources);
  const ofType = (type: string) => resources.filter(([, resource]) => resource.Type === type);
  const only = (type: string): readonly [string, SynthesisedResource] => {
    const [first, ...others] = ofType(type);
    if (!first || others.length > 0)
      throw new Error(`The template has ${others.length + (first ? 1 : 0)} of ${type}, not one`);
    return first;
  };

  // Functions are named `{stack}-{name}` (infra/house), which is how the command line finds them as well.
  const nameOf = new Map(
    ofType('AWS::Lambda::Function')
      .map(([id, { Properties }]) => [id, String(Properties.FunctionName ?? '')] as const)
      .filter(([, name]) => name.startsWith(`${stackName}-`))
      .map(([id, name]) => [id, name.slice(stackName.length + 1)] as const),
  );
  const functionIds = new Set(nameOf.keys());
  const functionAt = (value: unknown): string | undefined => nameOf.get(pointsTo(value, functionIds) ?? '');

  const tables = ofType('AWS::DynamoDB::GlobalTable').map(([id, { Properties: properties }]) => ({
    ...{ id, properties },
    // The keys' table has no index.
    name: properties.GlobalSecondaryIndexes ? table : `${table}-keys`,
  }));
  const [workflowId, workflow] = only('AWS::StepFunctions::StateMachine');
  const [, distribution] = only('AWS::CloudFront::Distribution');
  const buckets = ofType('AWS::S3::Bucket').map(([id]) => [id, bucket]);
  const signingKeys = ofType('AWS::KMS::Key')
    .filter(([, { Properties }]) => Properties.KeyUsage === 'SIGN_VERIFY')
    .map(([id]) => id);
  const resolver = createResolver(template, {
    refs: {
      [workflowId]: arnOf.workflow,
      ...Object.fromEntries([...buckets, ...tables.map(({ id, name }) => [id, name])]),
    },
    attributes: {
      [workflowId]: { Arn: arnOf.workflow },
      ...Object.fromEntries(signingKeys.map((id) => [id, { Arn: arnOf.key(id) }])),
      ...Object.fromEntries([...nameOf].map(([id, name]) => [id, { Arn: arnOf.function(name) }])),
    },
  });
  // What only this machine can say; the rest of a function's environment is the template's.
  const local: Readonly<Record<string, string>> = { SITE_URL: site, COMMIT: commit };

  const functions = ofType('AWS::Lambda::Function').flatMap(([id, { Properties }]): [string, FunctionSettings][] => {
    const name = nameOf.get(id);
    if (!name) return [];
    const { Variables = {} } = (Properties.Environment ?? {}) as { readonly Variables?: Properties };
    const environment = Object.fromEntries(
      Object.entries(Variables).map(([variable, value]) => [
        variable,
        local[variable] ?? resolver.resolveText(value, `${id}.Environment.${variable}`),
      ]),
    );
    const [timeoutSeconds, memoryMb] = [Number(Properties.Timeout ?? 3), Number(Properties.MemorySize ?? 128)];
    const bundle = join(bundleFolder, name, 'index.mjs');
    return [[name, { bundle, handler: 'handler', environment, timeoutSeconds, memoryMb }]];
  });

  const integrationOf = new Map(
    ofType('AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [id, functionAt(Properties.IntegrationUri)]),
  );
  const routes = ofType('AWS::ApiGatewayV2::Route').map(([id, { Properties }]): Route => {
    const functionName = integrationOf.get(pointsTo(Properties.Target, new Set(integrationOf.keys())) ?? '');
    if (!functionName) throw new Error(`The route ${id} leads to no function`);
    return { routeKey: String(Properties.RouteKey), functionName };
  });

  const schedules = ofType('AWS::Scheduler::Schedule').flatMap(([name, { Properties }]) => {
    const functionName = functionAt(Properties.Target);
    // Of a database in the cloud its own export is asked for; `wallet backup` is that of one machine.
    if (!functionName && JSON.stringify(Properties.Target).includes('aws-sdk:dynamodb:')) return [];
    if (!functionName) throw new Error(`The schedule ${name} starts no function`);
    return { name, expression: String(Properties.ScheduleExpression), functionName };
  });

  const { DefaultCacheBehavior, CacheBehaviors } = distribution.Properties.DistributionConfig as {
    readonly DefaultCacheBehavior: Properties;
    readonly CacheBehaviors: readonly Properties[];
  };
  const apiBehavior = CacheBehaviors.find(({ PathPattern }) => PathPattern === apiPaths[0]);
  const policies = new Map(ofType('AWS::CloudFront::ResponseHeadersPolicy'));
  const headersOf = (behavior: Properties | undefined): AddedHeaders => {
    const policy = policies.get(pointsTo(behavior?.ResponseHeadersPolicyId, new Set(policies.keys())) ?? '');
    if (!policy) throw new Error('A behavior of the distribution says nothing to browsers');
    return addedHeaders(policy.Properties);
  };

  const functionByArn = new Map([...nameOf.values()].map((name) => [arnOf.function(name), name]));
  return {
    functions: Object.fromEntries(functions),
    ...{ routes, schedules },
    workflowArn: arnOf.workflow,
    workflowDefinition: resolver.resolveText(workflow.Properties.DefinitionString, `${workflowId}.DefinitionString`),
    signingKeys: signingKeys.map(arnOf.key),
    tables,
    headers: { site: headersOf(DefaultCacheBehavior), api: headersOf(apiBehavior) },
    functionOfArn: (arn) => {
      const name = functionByArn.get(arn);
      if (!name) throw new Error(`There is no function ${arn}`);
      return name;
    },
  };
}
