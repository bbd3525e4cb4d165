import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { MESSAGE_KEY_TAG } from '../../shared/domain/work.ts';
import { type Mailer, ParkError, TransientError } from '../../shared/ports.ts';
import { boundedClient } from './aws.ts';
import { mimeOf } from './mail-message.ts';
import { once, setting } from './once.ts';

/** Rejections that are about this one mail. All others (paused sending, limits, permissions) pass once staff mend them. */
const finalRejections: ReadonlySet<string> = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);

/** Tag values are ASCII letters, digits, hyphens and underscores, up to 256 (SES API reference, MessageTag). */
const taggable = /^[\w-]{1,256}$/;

/**
 * Mail through SES, or through whatever speaks its protocol at `AWS_ENDPOINT_URL_SES`. SES has no token against sending
 * twice: the mail's intent row and its lease hold that down to one extra per crash. `sender` is an address, with a display
 * name if wanted.
 */
export function createSesMailer({
  client,
  sender,
  configurationSet,
}: {
  client: SESClient;
  sender: string;
  configurationSet?: string | undefined;
}): Mailer {
  return {
    async send(mail) {
      if (!taggable.test(mail.messageKey)) throw new ParkError(`“${mail.messageKey}” cannot be the key of a mail`);
      const data = await mimeOf(mail, sender);
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: sender,
            Destinations: [mail.to],
            RawMessage: { Data: data },
            Tags: [{ Name: MESSAGE_KEY_TAG, Value: mail.messageKey }],
            ConfigurationSetName: configurationSet,
          }),
        );
        return { serviceId: MessageId ?? '' };
      } catch (error) {
        if (error instanceof Error && finalRejections.has(error.name))
          throw new ParkError(`The mail service rejected it: ${error.message}`, { cause: error });
        throw new TransientError(`Handing over a mail: ${String(error)}`, { cause: error });
      }
    },
  };
}

/** Sends as SENDER, with the configuration set MAIL_CONFIGURATION_SET when there is one. */
export const sesMailer = once(() =>
  createSesMailer({
    client: new SESClient(boundedClient),
    sender: setting('SENDER'),
    configurationSet: process.env.MAIL_CONFIGURATION_SET || undefined,
  }),
);
