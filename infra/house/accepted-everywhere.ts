import type { App } from 'aws-cdk-lib';
import { acknowledge, inSecurityPacks } from './acknowledge.ts';

/**
 * What the packs HIPAA and NIST 800-53 ask of every function, role and bucket, and this system decides otherwise throughout. What concerns one
 * resource is accepted where that is made.
 */
export const acceptEverywhere = (app: App): void =>
  acknowledge(
    app,
    inSecurityPacks({
      IAMNoInlinePolicy:
        'A role’s policy is made for it alone, a function’s from the registry of rights. A policy that can be shared would let what one needs reach another.',
      LambdaConcurrency:
        'A share that is set aside for one function is taken from all others, and a lecture hall that submits at once would be refused. The gateway bounds requests, and the account’s own limit the rest.',
      LambdaDLQ:
        'Whoever invokes it waits for the answer and sees the failure; what is invoked alone has a failure destination, which says more than a dead-letter queue.',
      LambdaInsideVPC:
        'It talks to AWS’s services, by TLS and its role, and nothing of ours stands in a network. Within one it would need a way out, which is one more thing to keep.',
      S3BucketReplicationEnabled:
        'One Region is what is promised (docs/reliability.md). Versions and locks keep documents and exports; the sites are built again; logs are kept once.',
    }),
  );
