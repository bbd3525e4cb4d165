import { MessageRejected, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { createSesMailer } from '../../../functions/adapters/ses-mailer.ts';
import { ParkError, TransientError } from '../../../shared/ports.ts';
import { localCredentials } from '../../contracts/implementation.ts';

const mail = { to: 'a@example.org', subject: 's', text: 't', html: '<p>t</p>', messageKey: 'award-1' };

/** A mailer whose service answers every request with one error, and the requests that it got. */
function mailerThatMeets(error?: Error) {
  const client = new SESClient({ region: 'us-east-1', credentials: localCredentials });
  const requests: unknown[] = [];
  client.middlewareStack.add(
    () => async (step) => {
      requests.push(step.input);
      if (error) throw error;
      return { output: { $metadata: {}, MessageId: 'ses-1' }, response: {} };
    },
    { step: 'initialize' },
  );
  const mailer = createSesMailer({ client, sender: 'credit@example.org', configurationSet: 'wallet' });
  return { mailer, requests };
}
const serviceError = (name: string) =>
  new SESServiceException({ name, message: 'No', $fault: 'client', $metadata: { httpStatusCode: 400 } });

describe('a mail handed over to SES', () => {
  it('carries the tag that comes back with a bounce, and goes to its one address', async () => {
    const { mailer, requests } = mailerThatMeets();
    expect(await mailer.send(mail)).toEqual({ serviceId: 'ses-1' });
    expect(requests).toMatchObject([
      {
        Destinations: ['a@example.org'],
        Tags: [{ Name: 'message-key', Value: 'award-1' }],
        ConfigurationSetName: 'wallet',
      },
    ]);
  });

  it('is parked when SES says that this mail will never do', async () => {
    const rejected = new MessageRejected({ message: 'Illegal address', $metadata: { httpStatusCode: 400 } });
    await expect(mailerThatMeets(rejected).mailer.send(mail)).rejects.toBeInstanceOf(ParkError);
    const invalid = serviceError('InvalidParameterValue');
    await expect(mailerThatMeets(invalid).mailer.send(mail)).rejects.toBeInstanceOf(ParkError);
  });

  it.each(['Throttling', 'AccountSendingPausedException', 'MailFromDomainNotVerifiedException', 'AccessDenied'])(
    'is tried again after %s, which staff or time will mend',
    async (name) => {
      await expect(mailerThatMeets(serviceError(name)).mailer.send(mail)).rejects.toBeInstanceOf(TransientError);
    },
  );
});
