import { SESClient } from '@aws-sdk/client-ses';
import { boundedClient } from '../../functions/adapters/aws.ts';
import { createSesMailer } from '../../functions/adapters/ses-mailer.ts';
import { type MailStore, startMailbox } from '../../infra/local/parts/mailbox.ts';
import type { Mail } from '../../shared/ports.ts';
import { createMemoryMailer } from '../simulation/ports/memory-mailer.ts';
import { describeGiven, type Implementation, localCredentials } from './implementation.ts';
import { describeMailer, type MailerWithMailbox } from './mailer.ts';

const sender = 'Credit Wallet <credit@example.org>';

const memoryMailer: Implementation<MailerWithMailbox> = {
  name: 'in memory',
  async start() {
    const mailer = createMemoryMailer();
    return { port: { ...mailer, mailbox: async () => mailer.delivered }, stop: async () => {} };
  },
};

/** The adapter on the embedded part that `npm start` runs. */
const embeddedMailer: Implementation<MailerWithMailbox> = {
  name: 'SES adapter on the embedded part',
  async start() {
    const part = await startMailbox();
    const client = new SESClient({
      ...boundedClient,
      endpoint: part.endpoint,
      region: 'us-east-1',
      credentials: localCredentials,
    });
    const mailbox = async () => {
      const { emails }: MailStore = await (await fetch(`${part.endpoint}/store`)).json();
      return emails.map(({ messageId, destination, subject, body: { text = '', html = '' } }) => ({
        ...{ serviceId: messageId, subject, text, html },
        to: destination.to.join(', '),
      }));
    };
    return { port: { ...createSesMailer({ client, sender }), mailbox }, stop: () => part.stop() };
  },
};

/**
 * The adapter on SES in AWS, from a sender that is verified there. Mail goes to the mailbox simulator, which nobody can look
 * into: what is tried is that SES takes it, and what arrives is taken on trust.
 */
const awsMailer = (from: string): Implementation<MailerWithMailbox> => ({
  name: 'SES adapter on AWS',
  async start() {
    const mailer = createSesMailer({ client: new SESClient(boundedClient), sender: from });
    const taken: (Mail & { readonly serviceId: string })[] = [];
    const send: MailerWithMailbox['send'] = async (mail) => {
      const to = mail.to === 'amelie@example.org' ? 'success@simulator.amazonses.com' : mail.to;
      const { serviceId } = await mailer.send({ ...mail, to });
      taken.push({ ...mail, serviceId });
      return { serviceId };
    };
    return { port: { send, mailbox: async () => taken }, stop: async () => {} };
  },
});

for (const implementation of [memoryMailer, embeddedMailer]) describeMailer(implementation);
describeGiven('the mailer in AWS', 'CREDIT_WALLET_AWS_SENDER', (from) => describeMailer(awsMailer(from)));
