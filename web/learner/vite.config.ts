import { siteBuild } from '../../infra/house/site-build.ts';

/** The learner's client. */
export default siteBuild('learner', '/');
