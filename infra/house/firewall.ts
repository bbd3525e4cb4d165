import { ArnFormat } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { keptLog, logsKey } from './kept-log.ts';

/** Requests of one address in five minutes. A hospital's learners may share one, so it is generous. */
const REQUESTS_PER_ADDRESS = 6_000;
const SIGN_INS_PER_ADDRESS = 300;

/** Rules that AWS keeps: common attacks, known bad inputs, addresses of ill repute. */
const managed = [
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesAmazonIpReputationList',
];
/** A Course Evaluation is free text of any length and about anything: handlers bound it, and pages escape it. */
const onlyCounted = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'GenericLFI_BODY', 'GenericRFI_BODY'];

const measured = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

const rateRule = (
  name: string,
  priority: number,
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty => ({
  ...{ name, priority },
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: {
    rateBasedStatement: { aggregateKeyType: 'IP', limit, ...(scopeDownStatement && { scopeDownStatement }) },
  },
  visibilityConfig: measured(name),
});

/** A path as the gateway reads it, however it is written: `/api/sign%2Din`. */
const pathBegins = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    ...{ positionalConstraint: 'STARTS_WITH', searchString },
    textTransformations: [
      { priority: 0, type: 'URL_DECODE' },
      { priority: 1, type: 'NORMALIZE_PATH' },
      { priority: 2, type: 'LOWERCASE' },
    ],
  },
});

export interface FirewallProps {
  readonly logRetentionDays: RetentionDays;
  /** Of the stack's logs; one of its own where it stands in a stack of its own. */
  readonly logsKey?: Key;
}

/** The web access control list before CloudFront. It lives in us-east-1. */
export class Firewall extends Construct {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, { logRetentionDays, logsKey: given }: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: measured('CreditWallet'),
      rules: [
        rateRule('RequestsPerAddress', 0, REQUESTS_PER_ADDRESS),
        rateRule('SignInsPerAddress', 1, SIGN_INS_PER_ADDRESS, {
          orStatement: { statements: ['/api/sign-in', '/api/admin/sign-in'].map(pathBegins) },
        }),
        ...managed.map(
          (name, index): CfnWebACL.RuleProperty => ({
            name,
            priority: 10 + index,
            overrideAction: { none: {} },
            statement: {
              managedRuleGroupStatement: {
                ...{ vendorName: 'AWS', name },
                ...(index === 0 && {
                  ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
                }),
              },
            },
            visibilityConfig: measured(name),
          }),
        ),
      ],
    });
    this.webAclArn = acl.attrArn;
    // AWS asks for this beginning.
    const logGroupName = `aws-waf-logs-${acl.stack.stackName.toLowerCase()}`;
    const key = given ?? logsKey(this);
    const log = keptLog(this, 'Log', { logGroupName, retention: logRetentionDays, key });
    const { stack } = acl;
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      // Without the `:*` at the end of the log group's own attribute.
      logDestinationConfigs: [
        stack.formatArn({
          ...{ service: 'logs', resource: 'log-group', resourceName: logGroupName },
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      // Which rule blocked is told. A path may be a link that somebody was given, and secret; what is in a query, or on the page that
      // somebody came from, may be about a person.
      redactedFields: [
        ...['cookie', 'authorization', 'referer'].map((Name) => ({ singleHeader: { Name } })),
        { uriPath: {} },
        { queryString: {} },
      ],
      // What was let through is in CloudFront's log.
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          { Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] },
        ],
      },
    });
    logging.node.addDependency(log);
  }
}
