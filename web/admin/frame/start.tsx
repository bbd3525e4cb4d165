import { Page } from '../../components/page.tsx';
import { useStaff } from '../session.ts';

export function Start() {
  const me = useStaff();
  return <Page title={`Good day, ${me.name}`} />;
}
