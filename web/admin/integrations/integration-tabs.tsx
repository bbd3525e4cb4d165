import { Tabs } from '../components/tabs.tsx';

const tabs = [
  { href: '/admin/integrations', name: 'Webhooks' },
  { href: '/admin/integrations/keys', name: 'API keys' },
];

/** The two ways in which the provider's own systems know of credit: they are told, or they ask. */
export const IntegrationTabs = ({
  current,
}: {
  readonly current: '/admin/integrations' | '/admin/integrations/keys';
}) => <Tabs label="Your own systems" tabs={tabs} current={current} />;
