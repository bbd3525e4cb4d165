import { mayChange } from '../../../shared/domain/staff.ts';
import { useStaff } from '../session.ts';

/** Whether who is at work may change things, or reads alone. */
export const useMayChange = (): boolean => {
  const { role } = useStaff();
  return mayChange.some((each) => each === role);
};
