/** Stands in for `@aws-sdk/client-ses` in the bundles (ADR 46): the one request that `ses-mailer.ts` sends. */
import { type ClientSettings, type Sending, ServiceClient } from './service-client.ts';
import { errorInXml, textIn } from './xml.ts';

interface Mail {
  readonly Source: string;
  readonly Destinations: readonly string[];
  readonly RawMessage: { readonly Data: Uint8Array };
  readonly Tags: readonly { readonly Name: string; readonly Value: string }[];
  readonly ConfigurationSetName: string | undefined;
}

export class SendRawEmailCommand {
  readonly input: Mail;
  constructor(input: Mail) {
    this.input = input;
  }
}

/** As a form (AWS Query protocol): lists are numbered from one. */
function formOf({ Source, Destinations, RawMessage, Tags, ConfigurationSetName }: Mail): URLSearchParams {
  const form = new URLSearchParams({ Action: 'SendRawEmail', Version: '2010-12-01', Source });
  for (const [index, destination] of Destinations.entries()) form.set(`Destinations.member.${index + 1}`, destination);
  form.set('RawMessage.Data', Buffer.from(RawMessage.Data).toString('base64'));
  for (const [index, { Name, Value }] of Tags.entries()) {
    form.set(`Tags.member.${index + 1}.Name`, Name);
    form.set(`Tags.member.${index + 1}.Value`, Value);
  }
  if (ConfigurationSetName) form.set('ConfigurationSetName', ConfigurationSetName);
  return form;
}

export class SESClient extends ServiceClient {
  constructor(settings: ClientSettings) {
    super({ signing: 'ses', host: 'email', variable: 'SES' }, settings);
  }

  async send(
    { input }: SendRawEmailCommand,
    sending: Sending = {},
  ): Promise<{ readonly MessageId: string | undefined }> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const asked = { method: 'POST', url: this.address(), headers, body: String(formOf(input)) } as const;
    const { body } = await this.ask(asked, errorInXml, sending);
    return { MessageId: textIn(body.toString('utf8'), 'MessageId') };
  }
}
