#!/usr/bin/env node
/**
 * Checks this pack with Node 20 or newer alone, without a network. Prints OK with what was checked, or the first fault.
 *
 *   node verify.mjs [heads that somebody else kept a copy of, as files …]
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const bytesOf = (name) => readFileSync(new URL(name, import.meta.url));
const textOf = (name) => bytesOf(name).toString('utf8');
const namesIn = (folder) =>
  existsSync(new URL(folder, import.meta.url)) ? readdirSync(new URL(folder, import.meta.url)).sort() : [];
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const fault = (where, what) => {
  console.error(`FAULT ${where}: ${what}`);
  process.exit(1);
};
const mustBe = (true_, where, what) => true_ || fault(where, what);

/** JSON with sorted members and without blanks (RFC 8785, for what the records hold). */
const canonical = (value) => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
};

/** Merkle trees as RFC 6962, section 2.1: a leaf is hashed after a zero byte, two nodes after a one. */
const leaf = (text) => sha256(Buffer.of(0), text);
const node = (left, right) => sha256(Buffer.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
const rootOver = (hashes) => {
  if (hashes.length === 1) return hashes[0];
  let left = 1;
  while (2 * left < hashes.length) left *= 2;
  return node(rootOver(hashes.slice(0, left)), rootOver(hashes.slice(left)));
};

// 1. The keys: each is named by its RFC 7638 thumbprint.
const keys = new Map();
for (const { kid, kty, crv, x, y } of JSON.parse(textOf('keys.json')).keys) {
  const thumbprint = createHash('sha256').update(canonical({ crv, kty, x, y })).digest('base64url');
  mustBe(kid === thumbprint, 'keys.json', `${kid} is the name of another key`);
  keys.set(kid, createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }));
}

// 2. The heads of the days: signed, in one chain, each root standing for its shards.
const heads = new Map();
let before;
for (const name of namesIn('heads/')) {
  const where = `heads/${name}`;
  const text = textOf(where);
  const { signature, ...head } = JSON.parse(text);
  mustBe(text === canonical({ ...head, signature }), where, 'is not written as it was published');
  mustBe(name === `${head.day}.json`, where, `is the head of ${head.day}`);
  const [header, content, bytes] = signature.split('.');
  const { alg, typ, kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const key = keys.get(kid.slice(kid.indexOf('#') + 1));
  mustBe(
    alg === 'ES256' && typ === 'ledger-head+jws' && content === '' && key,
    where,
    'is signed by no key of keys.json',
  );
  const message = `${header}.${Buffer.from(canonical(head)).toString('base64url')}`;
  const signed = verify(
    'sha256',
    Buffer.from(message),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(bytes, 'base64url'),
  );
  mustBe(signed, where, 'has no valid signature');
  mustBe(
    head.root === rootOver(head.shards.map(({ root }) => leaf(root))),
    where,
    'has a root that is not of its shards',
  );
  if (before) {
    const follows = head.previous?.day === before.day && head.previous.sha256 === sha256(before.text);
    mustBe(follows, where, `does not follow the head of ${before.day}`);
  }
  before = { day: head.day, text };
  heads.set(head.day, { ...head, text });
}

// 3. Copies of heads that others kept.
const copies = process.argv.slice(2);
for (const file of copies) {
  const text = readFileSync(file, 'utf8').trimEnd();
  const { day } = JSON.parse(text);
  mustBe(heads.has(day), basename(file), `is the head of ${day}, which is not in this pack`);
  mustBe(heads.get(day).text === text, basename(file), `is another head of ${day} than the one in this pack`);
}

// 4. The learners: their chains, what the heads say of them, and everything that the chains hold the hash of.
const count = { learners: 0, entries: 0, covered: 0, certificates: 0, changes: 0, proofs: 0 };
const awards = [];
const pdfs = new Set();
for (const name of namesIn('learners/')) {
  const where = `learners/${name}`;
  const learner = JSON.parse(textOf(where));
  const { learnerId, ledger } = learner;
  let last = '0'.repeat(64);
  for (const [at, entry] of ledger.entries()) {
    const { hash, ...content } = entry;
    const holds = content.learnerId === learnerId && content.seq === at + 1 && content.previous === last;
    mustBe(holds && hash === sha256(canonical(content)), where, `entry ${at + 1} does not follow from before`);
    last = hash;
  }

  let covered = 0;
  for (const { day, shard, line, path } of learner.proofs) {
    const [id, seq, hash] = line.split(' ');
    mustBe(
      id === learnerId && ledger[seq - 1]?.hash === hash,
      where,
      `the ledger is not the one that was signed on ${day}`,
    );
    const root = path.reduce((sum, { left, right }) => (left ? node(left, sum) : node(sum, right)), leaf(line));
    mustBe(root === heads.get(day)?.shards[shard]?.root, where, `the path does not lead to the head of ${day}`);
    covered = Math.max(covered, Number(seq));
  }

  const said = new Map();
  const of = (certificateId) => said.get(certificateId) ?? said.set(certificateId, {}).get(certificateId);
  const changes = new Map();
  for (const { type, at, data } of ledger) {
    const certificate = of(data.certificateId);
    if (data.award) certificate.award = data.award;
    if (data.changeId) changes.set(data.changeId, data.change);
    if (type === 'certificate.issued') Object.assign(certificate, { issued: data, issuedAt: at });
    if (type === 'certificate.revoked') certificate.fate = { status: 'revoked', revokedOn: data.on };
    if (type === 'certificate.suspended') certificate.fate = { status: 'suspended', suspendedOn: data.on };
    if (type === 'certificate.restored') certificate.fate = undefined;
    if (type === 'certificate.corrected') {
      certificate.fate = { status: 'replaced', replacedBy: data.replacedBy };
      const { pageOffSince } = certificate;
      Object.assign(of(data.replacedBy), { award: data.award, replaces: data.certificateId, pageOffSince });
    }
    if (type === 'certificate.page-off') for (const version of data.versions) of(version).pageOffSince = at;
    if (type === 'certificate.page-on') for (const version of data.versions) of(version).pageOffSince = undefined;
  }

  for (const award of learner.awards) {
    const kept = said.get(award.certificateId)?.award;
    mustBe(
      kept === sha256(canonical(award)),
      where,
      `the award of ${award.activityId} is not what the ledger holds the hash of`,
    );
  }
  for (const certificate of learner.certificates) {
    const { snapshot, sha256: pdf, file } = certificate;
    const what = `the certificate ${snapshot.certificateId}`;
    const told = said.get(snapshot.certificateId);
    mustBe(told, where, `${what} is not in the ledger`);
    const { issued, issuedAt, replaces, pageOffSince, fate = issued && { status: 'valid' } } = told;
    const { status, replacedBy, revokedOn, suspendedOn } = fate ?? certificate;
    const standing = { status, replacedBy, revokedOn, suspendedOn, replaces, pageOffSince };
    for (const [name, value] of Object.entries(standing))
      mustBe(certificate[name] === value, where, `${what} says ${certificate[name]} as ${name}, the ledger ${value}`);
    if (!issued) continue;
    const holds = issued.snapshot === sha256(canonical(snapshot)) && certificate.version === snapshot.version;
    mustBe(holds, where, `${what} says something else than when it was issued`);
    mustBe(certificate.issuedAt === issuedAt, where, `${what} says that it was issued at another time`);
    mustBe(issued.sha256 === pdf, where, `${what} names another file than the one that was issued`);
    mustBe(namesIn('certificates/').includes(basename(file)), file, 'is missing');
    mustBe(sha256(bytesOf(file)) === pdf, file, 'is not the file that was issued');
    pdfs.add(basename(file));
  }
  for (const change of learner.changes) {
    const holds = changes.get(change.changeId) === sha256(canonical(change));
    mustBe(holds, where, `the change ${change.changeId} is not what the ledger holds the hash of`);
  }
  awards.push(...learner.awards);
  count.learners++;
  count.entries += ledger.length;
  count.covered += covered;
  count.proofs += learner.proofs.length;
  count.certificates += learner.certificates.length;
  count.changes += learner.changes.length;
}

// 5. Nothing stands beside what was checked.
mustBe(
  canonical(JSON.parse(textOf('awards.json'))) === canonical(awards),
  'awards.json',
  'says something else than the learners’ files',
);
for (const name of namesIn('certificates/')) mustBe(pdfs.has(name), `certificates/${name}`, 'is in no ledger');

const checked = {
  ...{ learners: count.learners, 'ledger entries': count.entries, 'covered by a signed head': count.covered },
  ...{ 'Merkle paths': count.proofs, awards: awards.length, certificates: count.certificates, PDFs: pdfs.size },
  ...{ changes: count.changes, 'signed heads': heads.size, 'copies compared': copies.length },
};
console.log(
  `OK ${Object.entries(checked)
    .map(([what, number]) => `${what}: ${number}`)
    .join(', ')}`,
);
