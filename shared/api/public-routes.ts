import { type Route, route } from './route.ts';
import * as s from './schemas.ts';

/** What anybody may see: the pages and documents that prove a certificate, and the service itself. */
export const publicRoutes = {
  getDidDocument: route({
    name: 'get-did-document',
    method: 'GET',
    path: '/.well-known/did.json',
    access: 'public',
    summary: 'Whose keys credentials are signed with: the DID document of the site (`did:web`).',
    answers: { 200: { media: ['application/did+json'] } },
  }),
  getStatusList: route({
    name: 'get-status-list',
    method: 'GET',
    path: '/credentials/status/{purpose}/{list}',
    access: 'public',
    summary:
      'The signed list of which credentials are revoked (`revocation`), or suspended (`suspension`) at the moment.',
    answers: { 200: { media: ['application/vc'] } },
    problems: [404],
  }),
  getDailyHead: route({
    name: 'get-daily-head',
    method: 'GET',
    path: '/credentials/heads/{day}',
    access: 'public',
    summary:
      'The signed head of a day (`2026-11-26`, in UTC, or `latest`) over every ledger, which anybody may keep a copy of.',
    answers: { 200: { media: ['application/json'] } },
    problems: [404],
  }),
  verifyCertificate: route({
    name: 'verify-certificate',
    method: 'GET',
    path: '/v/{certificateId}',
    access: 'public',
    summary: 'The public page that says whether a certificate is genuine, and everything that it certifies.',
    answers: { 200: 'html', 404: 'html' },
  }),
  checkPdf: route({
    name: 'check-pdf',
    method: 'GET',
    path: '/v/{certificateId}/pdf',
    access: 'public',
    summary: 'The public page that compares a PDF with a certificate, in the reader’s browser.',
    answers: { 200: 'html', 404: 'html' },
  }),
  getOpenApi: route({
    name: 'get-open-api',
    method: 'GET',
    path: '/api/openapi.json',
    access: 'public',
    summary: 'This contract.',
    answers: { 200: s.openApi },
  }),
  getHealth: route({
    name: 'get-health',
    method: 'GET',
    path: '/api/health',
    access: 'public',
    summary: 'Whether the service answers, and which commit of it.',
    answers: { 200: s.health },
  }),
} as const satisfies Record<string, Route>;
