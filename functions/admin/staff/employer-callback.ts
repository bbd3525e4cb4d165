import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import type { Config } from '../../config.ts';

/** Where the employer leads back to; it is registered there. */
export const callbackOf = ({ siteUrl }: Pick<Config, 'siteUrl'>): string =>
  siteUrl + staffRoutes.finishEmployerSignIn.path;
