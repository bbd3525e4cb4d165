import type { SNSEvent } from 'aws-lambda';
import { MESSAGE_KEY_TAG } from '../../shared/domain/work.ts';

/** What the mail service tells of one sending of a mail. */
export interface MailTold {
  readonly messageKey: string;
  readonly eventType: 'Delivery' | 'Bounce' | 'Complaint';
  /** The sending, by the id that the service gave it. */
  readonly messageId: string;
  readonly bounceType?: string | undefined;
}

/** It as SES has SNS hand it to a function (SES developer guide, "Examples of event data that Amazon SES publishes to Amazon SNS"). */
export const mailTold = ({ messageKey, eventType, messageId, bounceType = 'Permanent' }: MailTold): SNSEvent =>
  snsEvent({
    eventType,
    mail: { messageId, tags: { [MESSAGE_KEY_TAG]: [messageKey] } },
    ...(eventType === 'Bounce' && { bounce: { bounceType } }),
  });

/** Any message as SNS hands it over. */
export const snsEvent = (message: object): SNSEvent => ({
  Records: [
    {
      ...{ EventVersion: '1.0', EventSubscriptionArn: 'arn:test', EventSource: 'aws:sns' },
      Sns: {
        ...{ SignatureVersion: '1', Timestamp: '2026-01-05T09:00:00.000Z', Signature: '', SigningCertUrl: '' },
        ...{ MessageId: 'message', Message: JSON.stringify(message), MessageAttributes: {}, Type: 'Notification' },
        ...{ UnsubscribeUrl: '', TopicArn: 'arn:test' },
      },
    },
  ],
});
