/** How a term of a credential reads as RDF: its property, and what its value is. */
export interface Meaning {
  readonly property: string;
  /** `node`: something of its own, described or named by its address. `{ words }`: a word that stands for an address. Else a datatype. */
  readonly value:
    | 'text'
    | 'node'
    | { readonly datatype: string }
    | { readonly words: Readonly<Record<string, string>> };
}
type Terms = Readonly<Record<string, Meaning>>;

const [credentials, status] = ['https://www.w3.org/2018/credentials#', 'https://www.w3.org/ns/credentials/status#'];
const [security, schema] = ['https://w3id.org/security#', 'https://schema.org/'];
const badges = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
/** XML Schema by its name, and by the one that Open Badges gives it. */
const [xsd, badgesXsd] = ['http://www.w3.org/2001/XMLSchema#', 'https://www.w3.org/2001/XMLSchema#'];

const text = (property: string): Meaning => ({ property, value: 'text' });
const node = (property: string): Meaning => ({ property, value: 'node' });
const typed = (property: string, datatype: string): Meaning => ({ property, value: { datatype } });

/** Terms that mean the same wherever they stand. */
export const commonTerms: Terms = {
  name: text(`${schema}name`),
  description: text(`${schema}description`),
  url: typed(`${schema}url`, `${badgesXsd}anyURI`),
  narrative: text(`${badges}narrative`),
};

/**
 * The terms that our credentials are written in, by what they are said of, as the contexts of Verifiable Credentials 2.0 and Open Badges
 * 3.0.3 define them. A test holds them against a JSON-LD processor that reads those contexts; what is not here cannot be signed.
 */
export const termsByType: Readonly<Record<string, { readonly type: string; readonly terms: Terms }>> = {
  VerifiableCredential: {
    type: `${credentials}VerifiableCredential`,
    terms: {
      issuer: node(`${credentials}issuer`),
      validFrom: typed(`${credentials}validFrom`, `${xsd}dateTime`),
      validUntil: typed(`${credentials}validUntil`, `${xsd}dateTime`),
      credentialSubject: node(`${credentials}credentialSubject`),
      credentialStatus: node(`${credentials}credentialStatus`),
    },
  },
  // Its context names no `xsd`, so that the datatype is this very word.
  OpenBadgeCredential: {
    type: `${badges}OpenBadgeCredential`,
    terms: { awardedDate: typed(`${badges}awardedDate`, 'xsd:dateTime') },
  },
  Profile: { type: `${badges}Profile`, terms: {} },
  AchievementSubject: {
    type: `${badges}AchievementSubject`,
    terms: {
      identifier: node(`${badges}identifier`),
      activityStartDate: typed(`${badges}activityStartDate`, `${badgesXsd}date`),
      activityEndDate: typed(`${badges}activityEndDate`, `${badgesXsd}date`),
      creditsEarned: typed(`${badges}creditsEarned`, `${badgesXsd}float`),
      achievement: node(`${badges}achievement`),
      result: node(`${badges}result`),
    },
  },
  IdentityObject: {
    type: `${badges}IdentityObject`,
    terms: {
      hashed: typed(`${badges}hashed`, `${badgesXsd}boolean`),
      identityHash: text(`${badges}identityHash`),
      identityType: text(`${badges}identityType`),
      salt: text(`${badges}salt`),
    },
  },
  Achievement: {
    type: `${badges}Achievement`,
    terms: {
      achievementType: text(`${badges}achievementType`),
      version: text(`${badges}version`),
      criteria: node(`${badges}Criteria`),
      creditsAvailable: typed(`${badges}creditsAvailable`, `${badgesXsd}float`),
      otherIdentifier: node(`${badges}otherIdentifier`),
      resultDescription: node(`${badges}resultDescription`),
    },
  },
  IdentifierEntry: {
    type: `${badges}IdentifierEntry`,
    terms: { identifier: text(`${badges}identifier`), identifierType: text(`${badges}identifierType`) },
  },
  ResultDescription: {
    type: `${badges}ResultDescription`,
    terms: {
      resultType: text(`${badges}resultType`),
      valueMin: text(`${badges}valueMin`),
      valueMax: text(`${badges}valueMax`),
    },
  },
  Result: {
    type: `${badges}Result`,
    terms: {
      resultDescription: typed(`${badges}resultDescription`, `${badgesXsd}anyURI`),
      value: text(`${schema}value`),
      status: text(`${badges}status`),
    },
  },
  BitstringStatusListEntry: {
    type: `${status}BitstringStatusListEntry`,
    terms: {
      statusPurpose: text(`${status}statusPurpose`),
      statusListIndex: text(`${status}statusListIndex`),
      statusListCredential: node(`${status}statusListCredential`),
    },
  },
  BitstringStatusListCredential: { type: `${status}BitstringStatusListCredential`, terms: {} },
  BitstringStatusList: {
    type: `${status}BitstringStatusList`,
    terms: {
      statusPurpose: text(`${status}statusPurpose`),
      encodedList: typed(`${status}encodedList`, `${security}multibase`),
    },
  },
  DataIntegrityProof: {
    type: `${security}DataIntegrityProof`,
    terms: {
      cryptosuite: typed(`${security}cryptosuite`, `${security}cryptosuiteString`),
      created: typed('http://purl.org/dc/terms/created', `${xsd}dateTime`),
      verificationMethod: node(`${security}verificationMethod`),
      proofPurpose: {
        property: `${security}proofPurpose`,
        value: { words: { assertionMethod: `${security}assertionMethod` } },
      },
    },
  },
};
