export { creditPhrase, formatCredit } from '../../shared/domain/credit-name.ts';
