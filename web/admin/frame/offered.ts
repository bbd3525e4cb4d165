import type { Role } from '../../../shared/domain/staff.ts';
import { screens } from '../screens.ts';
import { offeredTo } from './navigation.ts';

/** What somebody in a role is offered, of the places that have a screen. */
export const offered = (role: Role): ReturnType<typeof offeredTo> =>
  offeredTo(role, new Set(screens.map(([path]) => path)));
