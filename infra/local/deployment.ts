import { join } from 'node:path';
import type { SynthesisedResource } from '../synth.ts';
import type { Built } from './build.ts';
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
  readonly siteHeaders: Readonly<Record<string, string>>;
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

/** Security headers as the distribution's response headers policy states them. */
function headersOf(policy: Properties | undefined): Record<string, string> {
  type Config = Record<string, Record<string, never>>;
  const config = (policy?.ResponseHeadersPolicyConfig ?? {}) as {
    readonly SecurityHeadersConfig?: Config;
    readonly CustomHeadersConfig?: { readonly Items?: readonly { readonly Header: string; readonly Value: string }[] };
  };
  const { ContentSecurityPolicy, ReferrerPolicy, FrameOptions } = config.SecurityHeadersConfig ?? {};
  const headers: Record<string, string | undefined> = {
    'content-security-policy': ContentSecurityPolicy?.ContentSecurityPolicy,
    'referrer-policy': ReferrerPolicy?.ReferrerPolicy,
    'x-frame-options': FrameOptions?.FrameOption,
    'x-content-type-options': 'nosniff',
    ...Object.fromEntries(
      (config.CustomHeadersConfig?.Items ?? []).map(({ Header, Value }) => [Header.toLowerCase(), Value]),
    ),
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
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

  const schedules = ofType('AWS::Scheduler::Schedule').map(([name, { Properties }]) => {
    const functionName = functionAt(Properties.Target);
    if (!functionName) throw new Error(`The schedule ${name} starts no function`);
    return { name, expression: String(Properties.ScheduleExpression), functionName };
  });

  const functionByArn = new Map([...nameOf.values()].map((name) => [arnOf.function(name), name]));
  return {
    functions: Object.fromEntries(functions),
    ...{ routes, schedules },
    workflowArn: arnOf.workflow,
    workflowDefinition: resolver.resolveText(workflow.Properties.DefinitionString, `${workflowId}.DefinitionString`),
    signingKeys: signingKeys.map(arnOf.key),
    tables,
    siteHeaders: headersOf(ofType('AWS::CloudFront::ResponseHeadersPolicy')[0]?.[1].Properties),
    functionOfArn: (arn) => {
      const name = functionByArn.get(arn);
      if (!name) throw new Error(`There is no function ${arn}`);
      return name;
    },
  };
}
