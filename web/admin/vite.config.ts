import { siteBuild } from '../../infra/house/site-build.ts';

/** The staff's console. */
export default siteBuild('admin', '/admin/');
