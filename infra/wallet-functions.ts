import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { tableStatements } from './house/grants.ts';
import { HandlerFunction, type Right } from './house/handler-function.ts';
import type { Mail } from './house/mail.ts';
import { type DocumentFolder, type Needs, needsOf } from './house/needs.ts';
import type { Records } from './house/records.ts';

export interface Surroundings {
  readonly records: Records;
  readonly mail: Mail;
  readonly log: ILogGroup;
  readonly codeOf: (name: string) => Code;
  /** What every handler reads. */
  readonly environment: Readonly<Record<'SITE_URL' | 'PROVIDER_NAME' | 'PROVIDER_CONTACT' | 'COMMIT', string>>;
  readonly sender: string;
  /** How the employer that vouches for staff is reached, in the environment of those who ask it. */
  readonly employer: Readonly<Record<string, string>>;
}

/** Why a right on a folder is one on everything in it. */
const whyAll: Readonly<Record<DocumentFolder, string>> = {
  certificates: 'Certificates have ids that nobody knows beforehand.',
  themes: 'Themes have their hashes in their keys.',
  heads: 'Heads have the days to come in their keys, and lists their hashes.',
};

/** Makes the system's functions, each with the environment and the rights that it needs and no others. */
export class WalletFunctions {
  readonly #scope: Construct;
  readonly #around: Surroundings;
  readonly #made = new Map<string, HandlerFunction>();

  constructor(scope: Construct, around: Surroundings) {
    this.#scope = scope;
    this.#around = around;
  }

  /** The function of that name; made when first asked for. The workflow's steps are made before there is a workflow. */
  get(name: string, does: string, workflow?: IStateMachine): HandlerFunction {
    const made = this.#made.get(name) ?? this.#make(name, does, workflow);
    this.#made.set(name, made);
    return made;
  }

  #make(name: string, does: string, workflow: IStateMachine | undefined): HandlerFunction {
    const { codeOf, log, records, environment } = this.#around;
    const needs = needsOf(name);
    if (needs.workflow && !workflow) throw new Error(`${name} needs the workflow, which does not stand yet`);
    return new HandlerFunction(this.#scope, {
      name,
      // The command line and the local host find functions by these names.
      functionName: `${Stack.of(this.#scope).stackName}-${name}`,
      description: does.slice(0, 256),
      code: codeOf(name),
      logGroup: log,
      environment: {
        ...environment,
        TABLE_NAME: records.table.tableName,
        KEY_TABLE_NAME: records.keyTable.tableName,
        ...this.#reaching(needs, workflow),
      },
      rights: [
        ...tableStatements(name, { records: records.table.tableArn, keys: records.keyTable.tableArn }).map(
          (statement) => ({ statement }),
        ),
        ...this.#rights(needs, workflow),
      ],
      timeoutSeconds: needs.timeoutSeconds,
      ...(needs.memoryMb && { memoryMb: needs.memoryMb }),
    });
  }

  #reaching(needs: Needs, workflow: IStateMachine | undefined): Record<string, string> {
    const { records, mail, sender, employer } = this.#around;
    return {
      ...(needs.documents && { DOCUMENTS_BUCKET: records.documents.bucketName }),
      ...(needs.mail && { SENDER: sender, MAIL_CONFIGURATION_SET: mail.configurationSetName }),
      ...(needs.signer && { SIGNING_KEYS: records.signingKeys.join(',') }),
      ...(needs.employer && employer),
      ...(needs.workflow && workflow && { WORKFLOW_ARN: workflow.stateMachineArn }),
    };
  }

  #rights({ documents, mail, signer, workflow: use }: Needs, workflow: IStateMachine | undefined): Right[] {
    const { records } = this.#around;
    const right = (action: string, resource: string): Right => ({
      statement: new PolicyStatement({ actions: [action], resources: [resource] }),
    });
    const onFolders = (action: string, folders: DocumentFolder | readonly DocumentFolder[] = []): readonly Right[] =>
      [folders].flat().map((folder) => {
        const all = records.documents.arnForObjects(`${folder}/*`);
        return { ...right(action, all), wildcards: { [all]: whyAll[folder] } };
      });
    return [
      ...onFolders('s3:PutObject', documents?.put),
      ...onFolders('s3:GetObject', documents?.read),
      // Without it S3 answers "forbidden" where it should say "missing", which is what an audit is after.
      ...(documents?.list ? [right('s3:ListBucket', records.documents.bucketArn)] : []),
      ...(mail ? [this.#around.mail.sendRight()] : []),
      ...(signer
        ? [
            {
              statement: new PolicyStatement({
                actions: ['kms:GetPublicKey', ...(signer === 'sign' ? ['kms:Sign'] : [])],
                resources: [...records.signingKeys],
              }),
            },
          ]
        : []),
      ...(use && workflow
        ? [right(use === 'wait' ? 'states:StartSyncExecution' : 'states:StartExecution', workflow.stateMachineArn)]
        : []),
    ];
  }
}
