import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isApiPath } from '../house/api-paths.ts';
import { projectFolder } from '../house/project-folder.ts';
import type { Built } from './built.ts';
import { type Deployment, deploy } from './deployment.ts';
import { startLambdaEndpoint } from './lambda-endpoint.ts';
import { localNames } from './names.ts';
import { startDynamoDb } from './parts/dynamodb.ts';
import { guardedServer } from './parts/guarded-server.ts';
import { createHttpApi } from './parts/http-api.ts';
import { startKms } from './parts/kms.ts';
import { createLambdaHost } from './parts/lambda.ts';
import { startMailbox } from './parts/mailbox.ts';
import { close, freePort, listen } from './parts/port.ts';
import { startS3 } from './parts/s3.ts';
import { startSchedules } from './parts/schedules.ts';
import { startStepFunctions } from './parts/step-functions.ts';
import { announce } from './running.ts';
import { seedOwner, seedSamples } from './seed.ts';
import { createSite } from './site.ts';
import { createTables } from './tables.ts';

/** The parts that hold records, by the protocols of AWS, and what is called how there. */
export interface LocalRecords {
  readonly dynamoDbEndpoint: string;
  readonly s3Endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly table: string;
  readonly keyTable: string;
  readonly bucket: string;
}

export interface System {
  /** `http://localhost:4100` */
  readonly site: string;
  /** The staff’s console. */
  readonly admin: string;
  /** The mailbox, for a browser; its JSON is at `/store`. */
  readonly mail: string;
  /** The address of the first owner of the console, where this start made them. */
  readonly owner: string | undefined;
  /** Where its records lie. */
  readonly records: LocalRecords;
  /** Runs a function by name, as its trigger would. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Lets what is under way end, then stops every part. */
  stop(): Promise<void>;
}

/** Functions of the first screens and of the seconds that a learner waits: loaded before the first visitor comes. */
const warmFirst = ['list-activities', 'get-activity', 'get-me', 'start-sign-in', 'submit-attempt', 'grade-attempt'];

/** The mailbox stands beside the site unless something else does. */
async function mailboxBeside(port: number) {
  const beside = await freePort(port + 1).catch(() => 0);
  return startMailbox({ port: beside });
}

/** Starts the synthesised system on this machine: the same bundles, routes, schedules and state machine as on AWS. */
export async function startSystem(options: {
  readonly built: Built;
  readonly port: number;
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Starts with what is there: nothing is put in, and nothing runs by schedule. For bringing records back. */
  readonly quiet?: boolean;
}): Promise<System> {
  const { built, port, dataDir, log = () => undefined, quiet = false } = options;
  const site = `http://localhost:${port}`;
  // Keys that hold for this run alone: they sign requests and links between the parts.
  const credentials = { accessKeyId: 'local', secretAccessKey: randomBytes(24).toString('base64url') };
  const { bucket } = localNames;
  const parts = Promise.all([
    startDynamoDb({ dataDir }),
    startS3({ dataDir: join(dataDir, 's3'), buckets: [bucket], credentials }),
    mailboxBeside(port),
  ]);
  // Read while the database starts.
  const wiring = { table: localNames.table, bucket, site };
  const named: Deployment = deploy(built, wiring);
  const pages = createSite(built.siteFolders, named.headers.site);
  const [dynamoDb, s3, mailbox] = await parts;

  // Step Functions calls functions, and functions call Step Functions: each is told of the other once both stand.
  let invokeArn = (_arn: string, _payload: unknown): Promise<unknown> => Promise.reject(new Error('still starting'));
  const stepFunctions = await startStepFunctions({
    stateMachines: { [named.workflowArn]: { definition: named.workflowDefinition, type: 'EXPRESS', checked: true } },
    invoke: (arn, payload) => invokeArn(arn, payload),
  });
  const kms = await startKms({ folder: join(dataDir, 'keys'), keyIds: named.signingKeys });
  const environment = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    // For trying webhooks out: without it no message goes to this machine itself.
    ...(process.env.WEBHOOKS_TO_LOOPBACK === 'yes' && { WEBHOOKS_TO_LOOPBACK: 'yes' }),
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    AWS_ENDPOINT_URL_KMS: kms.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    // Whoever wants their mail really sent, or refused, names what speaks the protocol of SES.
    AWS_ENDPOINT_URL_SES: process.env.AWS_ENDPOINT_URL_SES || mailbox.endpoint,
    AWS_ENDPOINT_URL_SFN: stepFunctions.endpoint,
  };
  const lambda = createLambdaHost({
    functions: Object.fromEntries(
      Object.entries(named.functions).map(([name, settings]) => [
        name,
        { ...settings, environment: { ...settings.environment, ...environment } },
      ]),
    ),
    log: ({ functionName, text }) => log(`${functionName} ${text}`),
  });
  invokeArn = (arn, payload) => lambda.invoke(named.functionOfArn(arn), payload);
  await createTables(named.tables, {
    ...{ dataDir, keptBefore: dynamoDb.keptBefore },
    client: { endpoint: dynamoDb.endpoint, credentials, region: environment.AWS_REGION },
  });
  const owner = quiet
    ? undefined
    : await seedOwner({ dataDir, changeStaff: (asked) => lambda.invoke('change-staff', asked) });
  if (!quiet)
    await seedSamples({
      root: projectFolder,
      dataDir,
      publish: (content) => lambda.invoke('publish-activity', content),
      keepProvider: (provider) => lambda.invoke('keep-provider', provider),
    });

  const api = createHttpApi({
    routes: named.routes,
    invoke: (name, event) => lambda.invoke(name, event),
    owns: isApiPath,
    added: named.headers.api,
    onError: (error, name) => log(`${name} broke: ${String(error)}`),
  });
  const server = guardedServer(
    async (request, response) => {
      if (!(await api(request, response))) pages(request, response);
    },
    (error) => log(`A request broke: ${String(error)}`),
  );
  await listen(server, port);
  const schedules = startSchedules(
    (quiet ? [] : named.schedules).map(({ name, expression, functionName }) => ({
      ...{ name, expression },
      run: () => lambda.invoke(functionName, {}),
    })),
    (error, name) => log(`${name} broke: ${String(error)}`),
  );
  const lambdaEndpoint = await startLambdaEndpoint((name, event) => lambda.invoke(name, event));
  const announced = announce({
    projectDir: projectFolder,
    ...{ dataDir, site, pid: process.pid, lambdaEndpoint: lambdaEndpoint.endpoint },
    dynamoDbEndpoint: dynamoDb.endpoint,
  });
  // Not awaited: the first visitor may come before, and waits for that one function only.
  const warm = async (): Promise<void> => {
    // One after the other: whatever a visitor asks for meanwhile comes first.
    for (const name of warmFirst) await lambda.warm([name]);
    await stepFunctions.warm();
  };
  void warm().catch((error: unknown) => log(`warming broke: ${String(error)}`));

  return {
    site,
    admin: `${site}/admin/`,
    mail: mailbox.url,
    owner,
    records: {
      ...localNames,
      ...{ dynamoDbEndpoint: dynamoDb.endpoint, s3Endpoint: s3.endpoint, region: environment.AWS_REGION, credentials },
    },
    invoke: (name, event) => lambda.invoke(name, event),
    stop: async () => {
      announced.withdraw();
      schedules.stop();
      await Promise.all([close(server), lambdaEndpoint.stop()]);
      await lambda.stop({ graceMs: 1_000 });
      await stepFunctions.stop();
      await Promise.all([dynamoDb.stop(), s3.stop(), kms.stop(), mailbox.stop()]);
    },
  };
}
