import { agreements } from './catalogue/agreements';
import { applications } from './catalogue/applications';
import { attachments } from './catalogue/attachments';
import { audit } from './catalogue/audit';
import { budget } from './catalogue/budget';
import { callLife } from './catalogue/call-life';
import { calls } from './catalogue/calls';
import { columns } from './catalogue/columns';
import { consultations } from './catalogue/consultations';
import { correction } from './catalogue/correction';
import { decisions } from './catalogue/decisions';
import { desk } from './catalogue/desk';
import { directory } from './catalogue/directory';
import { entries } from './catalogue/entries';
import { errors } from './catalogue/errors';
import { exports } from './catalogue/exports';
import { imports } from './catalogue/imports';
import { files } from './catalogue/files';
import { finding } from './catalogue/finding';
import { groups } from './catalogue/groups';
import { helpers } from './catalogue/helpers';
import { home } from './catalogue/home';
import { identity } from './catalogue/identity';
import { lists } from './catalogue/lists';
import { localInitiatives } from './catalogue/local-initiatives';
import { notifications } from './catalogue/notifications';
import { joint } from './catalogue/joint';
import { offers } from './catalogue/offers';
import { office } from './catalogue/office';
import { openData } from './catalogue/open-data';
import { organisations } from './catalogue/organisations';
import { pages } from './catalogue/pages';
import { panels } from './catalogue/panels';
import { payments } from './catalogue/payments';
import { programme } from './catalogue/programme';
import { receipts } from './catalogue/receipts';
import { registers } from './catalogue/registers';
import { registry } from './catalogue/registry';
import { registryLetters } from './catalogue/registry-letters';
import { reports } from './catalogue/reports';
import { reviews } from './catalogue/reviews';
import { savedSearches } from './catalogue/saved-searches';
import { screening } from './catalogue/screening';
import { shared } from './catalogue/shared';
import { proposals } from './catalogue/proposals';
import { smallGrants } from './catalogue/small-grants';
import { recruitment } from './catalogue/recruitment';
import { words } from './catalogue/words';
import { ui } from './catalogue/ui';

/** Every sentence of the portal in five languages, one namespace per subject. */
export const catalogue = {
  ...shared, ...ui, ...errors, ...home, ...office, ...identity, ...files, ...notifications, ...audit, ...programme, ...lists,
  ...organisations, ...consultations, ...calls, ...applications, ...screening, ...correction, ...pages, ...panels, ...reviews, ...decisions, ...agreements,
  ...payments, ...reports,
  ...smallGrants, ...localInitiatives, ...proposals,
  ...registers, ...groups,
  ...callLife, ...attachments, ...finding,
  ...openData,
  ...directory,
  ...desk, ...helpers,
  ...entries,
  ...registry, ...registryLetters,
  ...receipts, ...joint, ...offers, ...words, ...recruitment, ...budget,
  ...exports, ...imports, ...savedSearches, ...columns,
};
