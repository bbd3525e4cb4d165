import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { addressOf } from '../config.ts';
import type { Right } from './handler-function.ts';

export interface MailProps {
  /** `Name <address>` */
  readonly sender: string;
  /** False when the account has the sender's domain verified already. */
  readonly verifiesDomain: boolean;
  readonly configurationSetName: string;
  /** Encrypts what is told of mails, which has addresses in it. */
  readonly key: Key;
}

/** Outgoing mail by SES: the sender's domain, how mails are sent, and where their fate is published. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  readonly feedback: Topic;
  readonly #address: string;

  constructor(scope: Construct, id: string, { sender, verifiesDomain, configurationSetName, key }: MailProps) {
    super(scope, id);
    this.#address = addressOf(sender);
    this.configurationSetName = configurationSetName;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName,
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    if (verifiesDomain)
      new EmailIdentity(this, 'Identity', { identity: Identity.domain(this.#address.replace(/^.*@/, '')) });

    this.feedback = new Topic(this, 'Feedback', { masterKey: key, enforceSSL: true });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.feedback.stack.account } },
      }),
    );
    configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(this.feedback),
      events: [EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
  }

  /** Lets a function send as the sender, and as nobody else. */
  sendRight(): Right {
    const { stack } = this.feedback;
    const identities = stack.formatArn({ service: 'ses', resource: 'identity', resourceName: '*' });
    const configurationSet = stack.formatArn({
      ...{ service: 'ses', resource: 'configuration-set', resourceName: this.configurationSetName },
    });
    return {
      statement: new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [identities, configurationSet],
        conditions: { StringEquals: { 'ses:FromAddress': this.#address } },
      }),
      wildcards: {
        [identities]:
          'The condition holds it to the one sender; while an account is in SES’s sandbox, the recipient’s identity is asked for too.',
      },
    };
  }
}
