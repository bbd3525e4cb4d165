import { type AccessPattern, pattern } from '../pattern.ts';

export const dailyHeads: readonly AccessPattern[] = [
  pattern('Read every ledger’s end for the head of a day', 'ledgerHead', ['query'], ['sign-heads']),
  pattern('Keep which shards were read', 'headPart', ['query', 'put'], ['sign-heads']),
  pattern('Keep the head of a day, once', 'dailyHead', ['get', 'put'], ['sign-heads']),
  pattern('Let each head follow the newest', 'newestHead', ['get', 'put'], ['sign-heads']),
  pattern('Publish the head of a day', 'dailyHead', ['get', 'query'], ['get-daily-head']),
  pattern('Go through every head', 'dailyHead', ['get', 'query'], ['audit-heads']),
  pattern('Compare what was signed with the ledgers', 'ledgerEntry', ['get'], ['audit-heads']),
  pattern('See that no ledger was lost', 'ledgerHead', ['get'], ['audit-heads']),
  pattern('Put the heads into an auditor’s pack', 'dailyHead', ['get', 'query'], ['collect-pack']),
  pattern('Find whom an auditor’s pack concerns', 'ledgerHead', ['get', 'query'], ['collect-pack']),
  pattern('Put whole ledgers into it', 'ledgerEntry', ['query'], ['collect-pack']),
  pattern('Put awards into it', 'credit', ['query'], ['collect-pack']),
  pattern('Put certificates with their snapshots into it', 'certificate', ['query'], ['collect-pack']),
  pattern('Put changes into it', 'change', ['get'], ['collect-pack']),
  pattern('Put the versions of activities into it', 'version', ['get'], ['collect-pack']),
  pattern('See whether there is the activity that it is about', 'catalog', ['get'], ['collect-pack']),
];
