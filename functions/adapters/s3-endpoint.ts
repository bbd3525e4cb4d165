/** What the SDK asks about where a request of S3's goes, as far as anything here sets it. */
interface EndpointParameters {
  readonly Bucket?: string;
  readonly Region?: string;
  readonly Endpoint?: string;
  readonly ForcePathStyle?: boolean;
  readonly UseFIPS?: boolean;
  readonly UseDualStack?: boolean;
}

/** The part of AWS that a Region is in, as the SDK's own table has it. */
type PartitionOf = (region: string) => { readonly dnsSuffix: string };

// A name with a dot in it is no name that a certificate of TLS is for.
const asHost = /^(?!.*--(x|op)-s3$)(?!.*-s3alias$)[a-z\d][a-z\d-]{1,61}[a-z\d]$/;
const ofNumbers = /^(\d{1,3}\.){3}\d{1,3}$|^\[/;

/**
 * Where a bucket is asked: what S3's rules say of a plain bucket in a Region, or behind an endpoint that was named. In the bundles it
 * takes the place of those rules, 18 KiB of access points, outposts and directories that no bucket of ours has.
 * @throws for a name that needs them
 */
export const plainBucketEndpoint =
  (partitionOf: PartitionOf) =>
  ({ Bucket = '', Region = '', Endpoint, ForcePathStyle, UseFIPS, UseDualStack }: EndpointParameters) => {
    if (!asHost.test(Bucket))
      throw new Error('The documents’ bucket needs a plain name: small letters, digits and hyphens');
    const service = `s3${UseFIPS ? '-fips' : ''}${UseDualStack ? '.dualstack' : ''}`;
    const url = new URL(Endpoint ?? `https://${service}.${Region}.${partitionOf(Region).dnsSuffix}`);
    if (ForcePathStyle || ofNumbers.test(url.hostname)) url.pathname = `${url.pathname.replace(/\/?$/, '/')}${Bucket}`;
    else url.hostname = `${Bucket}.${url.hostname}`;
    const scheme = { disableDoubleEncoding: true, name: 'sigv4', signingName: 's3', signingRegion: Region };
    return { url, headers: {}, properties: { authSchemes: [scheme] } };
  };
