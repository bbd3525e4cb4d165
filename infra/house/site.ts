import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge, inSecurityPacks } from './acknowledge.ts';
import { apiPaths } from './api-paths.ts';
import { asBucket } from './as-bucket.ts';
import { answerHeaders, siteHeaders } from './response-headers.ts';
import { ORIGIN_HEADER } from './routed-api.ts';

export interface SiteProps {
  readonly domain?: string | undefined;
  readonly certificateArn?: string | undefined;
  readonly apiHost: string;
  readonly originSecret: Secret;
  readonly webAclArn: string;
  readonly accessLogs: IBucket;
}

/**
 * Gives the shell of its site for every path without a file ending, so that deep links land. It runs for the site's files alone:
 * mapping 403 and 404 to the shell would be for the whole distribution and turn the API's errors into pages.
 */
export const deepLinks = `function handler(event) {
  var request = event.request;
  if (!request.uri.split('/').pop().includes('.')) {
    request.uri = /^\\/admin(\\/|$)/.test(request.uri) ? '/admin/index.html' : '/index.html';
  }
  return request;
}
`;

/** Everything that a handler reads of a request, but for keys. CloudFront hands on nothing else but the path. */
const headersForApi = [
  'accept',
  'content-type',
  'idempotency-key',
  'if-match',
  'origin',
  'sec-fetch-site',
  'user-agent',
  // The gateway sees CloudFront's address; this is the viewer's, which limits count by.
  'CloudFront-Viewer-Address',
];

/**
 * Where the provider's own systems come with a key. CloudFront hands `Authorization` on with all headers of the viewer or not at
 * all: an origin request policy may not name it (ADR 35). Nowhere else does it reach a function.
 */
const pathsByKey = '/api/provider/*';

/** The one origin that learners see: the site's files, and the API and public pages behind the same name. */
export class Site extends Construct {
  readonly bucket: IBucket;
  readonly distribution: Distribution;
  /** `https://credit.example.org` */
  readonly url: string;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { domain, certificateArn, apiHost, originSecret, webAclArn, accessLogs } = props;
    const files = new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'site/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(
      files,
      inSecurityPacks({
        S3DefaultEncryptionKMS: 'It holds the sites, which everybody may fetch; S3’s own keys will do.',
      }),
    );
    this.bucket = asBucket(files);
    const api = this.apiBehaviour(apiHost, originSecret);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Credit Wallet',
      defaultRootObject: 'index.html',
      defaultBehavior: this.siteBehaviour(),
      // The first that fits counts.
      additionalBehaviors: {
        [pathsByKey]: { ...api, originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER },
        ...Object.fromEntries(apiPaths.map((path) => [path, api])),
      },
      webAclId: webAclArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(domain !== undefined &&
        certificateArn !== undefined && {
          domainNames: [domain],
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
        }),
    });
    this.url = `https://${domain ?? this.distribution.distributionDomainName}`;
    acknowledge(this.distribution, {
      'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
        'There is a default root object, so the bucket is never listed to anybody.',
      'AwsSolutions-CFR3':
        'Requests are logged by the second version of standard logging, which writes chosen fields alone.',
      'AwsSolutions-CFR1': 'Clinicians travel, and certificates are verified from anywhere.',
      ...(domain === undefined && {
        'AwsSolutions-CFR4':
          'Without a domain of its own the site has CloudFront’s certificate, whose protocols cannot be chosen.',
      }),
    });
  }

  private siteBehaviour(): BehaviorOptions {
    const links = new EdgeFunction(this, 'DeepLinks', {
      code: FunctionCode.fromInline(deepLinks),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Gives the shell for every path without a file ending.',
    });
    return {
      // To list is what makes a missing file 404 instead of 403.
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: siteHeaders(this, 'Headers'),
      functionAssociations: [{ function: links, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private apiBehaviour(apiHost: string, originSecret: Secret): BehaviorOptions {
    return {
      origin: new HttpOrigin(apiHost, {
        // Resolved by CloudFormation when it deploys; it stands in no template.
        customHeaders: { [ORIGIN_HEADER]: originSecret.secretValue.unsafeUnwrap() },
        readTimeout: Duration.seconds(30),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: new OriginRequestPolicy(this, 'ApiRequests', {
        comment: 'What handlers of Credit Wallet read of a request.',
        headerBehavior: OriginRequestHeaderBehavior.allowList(...headersForApi),
        cookieBehavior: OriginRequestCookieBehavior.all(),
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      }),
      responseHeadersPolicy: answerHeaders(this, 'AnswerHeaders'),
    };
  }
}
