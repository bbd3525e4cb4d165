import type { Success } from '../../../shared/api/route.ts';
import type { Routes } from '../../../shared/api/routes.ts';

/** What the screens show, as the API answers it. */
export type Certificate = Success<Routes['getCertificate']>;
export type Course = Success<Routes['getHistory']>['courses'][number];
export type Wallet = Success<Routes['getWallet']>;
export type ActivitySummary = Success<Routes['listActivities']>['activities'][number];
