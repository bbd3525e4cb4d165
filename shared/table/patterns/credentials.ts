import { type AccessPattern, pattern } from '../pattern.ts';

const givers = ['get-credential', 'give-to-wallet'];

export const credentials: readonly AccessPattern[] = [
  pattern('Give a certificate its place in the status lists, once', 'credential', ['get', 'put'], givers),
  pattern('Take a place in the status lists', 'statusEntry', ['put'], givers),
  pattern('See whether a status list was begun', 'statusEntry', ['query'], ['get-status-list']),
  pattern('Tell who is revoked or suspended', 'statusMark', ['query'], ['get-status-list']),
  pattern('Offer a credential to a wallet', 'walletOffer', ['put'], ['offer-to-wallet']),
  pattern('Find the offer of a token', 'walletOffer', ['get'], ['get-wallet-offer', 'give-to-wallet']),
  pattern(
    'Read the certificate that a credential is of',
    'certificate',
    ['query'],
    [...givers, ...['offer-to-wallet', 'get-wallet-offer']],
  ),
  pattern('Read whose it is', 'learner', ['get'], givers),
  pattern('Limit how many offers a learner makes', 'rate', ['count'], ['offer-to-wallet']),
  pattern('Limit how many credentials are signed', 'rate', ['count'], ['get-credential', 'give-to-wallet']),
];
