import { agreements } from './catalogue/agreements';
import { applications } from './catalogue/applications';
import { audit } from './catalogue/audit';
import { calls } from './catalogue/calls';
import { consultations } from './catalogue/consultations';
import { decisions } from './catalogue/decisions';
import { errors } from './catalogue/errors';
import { exports } from './catalogue/exports';
import { files } from './catalogue/files';
import { groups } from './catalogue/groups';
import { home } from './catalogue/home';
import { identity } from './catalogue/identity';
import { lists } from './catalogue/lists';
import { notifications } from './catalogue/notifications';
import { office } from './catalogue/office';
import { organisations } from './catalogue/organisations';
import { pages } from './catalogue/pages';
import { panels } from './catalogue/panels';
import { payments } from './catalogue/payments';
import { programme } from './catalogue/programme';
import { registers } from './catalogue/registers';
import { reports } from './catalogue/reports';
import { reviews } from './catalogue/reviews';
import { screening } from './catalogue/screening';
import { shared } from './catalogue/shared';
import { smallGrants } from './catalogue/small-grants';
import { ui } from './catalogue/ui';

/** Every sentence of the portal in five languages, one namespace per subject. */
export const catalogue = {
  ...shared, ...ui, ...errors, ...home, ...office, ...identity, ...files, ...notifications, ...audit, ...programme, ...lists,
  ...organisations, ...consultations, ...calls, ...applications, ...screening, ...pages, ...panels, ...reviews, ...decisions, ...agreements,
  ...payments, ...reports,
  ...smallGrants,
  ...registers, ...groups,
  ...exports,
};
