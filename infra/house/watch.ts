import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type JsonPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { isForStaff, type Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import type { LogEvent } from '../../shared/events.ts';
import { acknowledge, inSecurityPacks } from './acknowledge.ts';

export interface WatchProps {
  readonly api: HttpApi;
  readonly workflow: StateMachine;
  readonly tableName: string;
  readonly sweeper: IFunction;
  readonly functionsLog: LogGroup;
  readonly deadLetters: IQueue;
  /** How many exports of the table were finished in each hour. */
  readonly exports: IMetric;
  readonly alarmEmail?: string | undefined;
}

/** What a learner is promised (learner help: results within 30 seconds). */
const PROMISED_MS = 30_000;
const period = Duration.minutes(5);

interface Watched {
  /** Name of the alarm, and of its runbook. */
  readonly name: string;
  readonly says: string;
  readonly metric: IMetric;
  /** The alarm goes off above this, or below it when `least` says so. */
  readonly most?: number;
  readonly least?: number;
  /** How many periods in a row. */
  readonly periods?: number;
}

/** The files of the console that name people: whoever takes one proves their passkey again. */
const filesOfPeople = (Object.values(routes) as readonly Route[]).filter(
  ({ name, access }) => name.startsWith('export-') && isForStaff(access) && access.stepUp === true,
);

const anyOf = (field: string, values: readonly string[]): JsonPattern =>
  FilterPattern.any(...values.map((value) => FilterPattern.stringValue(field, '=', value)));

/** The dashboard, and an alarm for whatever a person must look at. Each names its runbook. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const topic = new Topic(this, 'Alarms', { enforceSSL: true });
    acknowledge(
      topic,
      inSecurityPacks({
        SNSEncryptedKMS:
          'An alarm names a figure and its runbook. With a key of ours none could be told on the day on which that key is the trouble (ADR 51).',
      }),
    );
    // A topic with a policy of its own loses the one by which alarms of its account may publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': topic.stack.account } },
      }),
    );
    if (props.alarmEmail !== undefined)
      topic.addSubscription(new EmailSubscription(props.alarmEmail, { deadLetterQueue: props.deadLetters }));
    const watched = this.watched(props);
    for (const one of watched) this.alarm(one, topic);
    const widgets = [...watched, ...this.shown(props)].map(
      ({ name, says, metric }) => new GraphWidget({ title: `${name}: ${says}`, left: [metric], width: 8, height: 5 }),
    );
    new Dashboard(this, 'Dashboard', {
      dashboardName: topic.stack.stackName,
      defaultInterval: Duration.hours(12),
    }).addWidgets(...widgets);
  }

  private watched(props: WatchProps): Watched[] {
    const { api, workflow, tableName, sweeper, functionsLog, deadLetters, exports } = props;
    const counted = (name: string, filterPattern: JsonPattern): Metric =>
      new MetricFilter(this, name, {
        logGroup: functionsLog,
        filterPattern,
        metricNamespace: functionsLog.stack.stackName,
        metricName: name,
        metricValue: '1',
      }).metric({ period, statistic: Stats.SUM });
    const logged = (name: string, ...events: LogEvent['event'][]): Metric => counted(name, anyOf('$.event', events));
    const reputation = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM });
    const ofRegion = (metricName: string) =>
      new Metric({ namespace: 'AWS/Lambda', metricName, period, statistic: Stats.SUM });
    return [
      { name: 'api-errors', says: 'the API answers 5xx', metric: api.metricServerError({ period }), most: 3 },
      {
        name: 'functions-broken',
        says: 'functions break',
        metric: logged('FunctionsBroken', 'request.broken', 'step.broken'),
        most: 3,
      },
      {
        name: 'grading-slow',
        says: 'one workflow in a hundred takes longer than the help page promises',
        metric: workflow.metricTime({ period, statistic: 'p99' }),
        most: PROMISED_MS,
      },
      {
        name: 'workflow-failures',
        says: 'workflows end without parking their work',
        metric: workflow.metricFailed({ period }),
        most: 0,
      },
      {
        name: 'workflow-timeouts',
        says: 'workflows run out of time',
        metric: workflow.metricTimedOut({ period }),
        most: 0,
      },
      { name: 'work-parked', says: 'work waits for staff', metric: logged('WorkParked', 'work.parked'), most: 0 },
      {
        name: 'document-missing',
        says: 'the file of a certificate is gone',
        metric: logged('DocumentMissing', 'document.missing'),
        most: 0,
      },
      {
        name: 'mail-bounces',
        says: 'more than 4 of 100 mails bounce; AWS looks into it at 5',
        metric: reputation('Reputation.BounceRate'),
        most: 0.04,
      },
      {
        name: 'mail-complaints',
        says: 'more than 8 of 10,000 recipients complain; AWS looks into it at 10',
        metric: reputation('Reputation.ComplaintRate'),
        most: 0.0008,
      },
      {
        name: 'mail-delayed',
        says: 'mail cannot be handed over and waits',
        metric: logged('MailDelayed', 'mail.delayed'),
        ...{ most: 10, periods: 3 },
      },
      {
        name: 'sweeper-silent',
        says: 'the sweeper, on which the guarantee rests, does not run',
        metric: logged('Sweeps', 'sweep'),
        ...{ least: 1, periods: 2 },
      },
      {
        name: 'head-missing',
        // Said at each run once the day has its head: silent for the first two hours of a day, none was signed for 26.
        says: 'no head was signed for 26 hours over the ledgers',
        metric: logged('HeadsStand', 'head.stands').with({ period: Duration.hours(1) }),
        ...{ least: 1, periods: 2 },
      },
      {
        name: 'export-missing',
        // Each night has one: a night without is told two hours after its export would have been there.
        says: 'no export of the table was finished for 26 hours',
        metric: exports,
        ...{ least: 1, periods: 26 },
      },
      {
        name: 'exports-many',
        // An office takes some for a report, and a list of a hundred thousand in ten.
        says: 'more than 30 files that name people were taken in an hour',
        metric: counted(
          'FilesOfPeople',
          FilterPattern.all(
            FilterPattern.numberValue('$.status', '=', 200),
            anyOf(
              '$.route',
              filesOfPeople.map(({ name }) => name),
            ),
          ),
        ).with({ period: Duration.hours(1) }),
        most: 30,
      },
      {
        name: 'sweeper-errors',
        says: 'the sweeper fails',
        metric: sweeper.metricErrors({ period }),
        ...{ most: 0, periods: 2 },
      },
      { name: 'functions-throttled', says: 'functions are throttled', metric: ofRegion('Throttles'), most: 0 },
      {
        name: 'table-throttled',
        says: 'the table refuses requests',
        metric: new Metric({
          namespace: 'AWS/DynamoDB',
          metricName: 'WriteThrottleEvents',
          dimensionsMap: { TableName: tableName },
          ...{ period, statistic: Stats.SUM },
        }),
        most: 10,
      },
      {
        name: 'dead-letters',
        says: 'events were given up on',
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
        most: 0,
      },
    ];
  }

  /** What is on the dashboard without an alarm. */
  private shown({ api, workflow }: WatchProps): Watched[] {
    return [
      { name: 'Requests', says: 'of the API', metric: api.metricCount({ period }) },
      { name: 'Latency', says: 'of the API, p99', metric: api.metricLatency({ period, statistic: 'p99' }) },
      { name: 'Workflows', says: 'started', metric: workflow.metricStarted({ period }) },
    ];
  }

  private alarm({ name, says, metric, most = 0, least, periods = 1 }: Watched, topic: Topic): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${topic.stack.stackName}-${name}`,
      alarmDescription: `${says[0]?.toUpperCase()}${says.slice(1)}. Runbook: docs/runbooks/${name}.md`,
      metric,
      threshold: least ?? most,
      comparisonOperator:
        least === undefined ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      // Silence is bad news from what should always speak, and good news from the rest.
      treatMissingData: least === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  }
}
