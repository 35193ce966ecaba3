import type { Kit } from '../kit';
import { agreementTables, paymentTables, reportTables } from './agreements';
import { applicationTables } from './applications';
import { decisionTables, panelTables, reviewTables } from './assessment';
import { auditTables } from './audit';
import { callLifeTables } from './call-life';
import { callTables } from './calls';
import { consultationTables } from './consultations';
import { correctionTables } from './corrections';
import { fileTables } from './files';
import { identityTables } from './identity';
import { importTables } from './imports';
import { localInitiativeTables } from './local-initiatives';
import { notificationTables } from './notifications';
import { organisationTables } from './organisations';
import { patronageTables } from './patronages';
import { programmeTables } from './programme';
import { smallGrantTables } from './small-grants';
import { proposalTables } from './proposals';
import { receiptTables } from './receipts';
import { registerTables } from './registers';
import { registryTables } from './registry';

/** All tables of the portal in one engine's dialect, each module after those it refers to. */
export function tables(k: Kit) {
  const identity = identityTables(k);
  const organisations = organisationTables(k, identity);
  const calls = callTables(k, identity);
  const base = {
    ...auditTables(k),
    ...identity,
    ...fileTables(k, identity),
    ...receiptTables(k),
    ...notificationTables(k),
    ...programmeTables(k),
    ...organisations,
    ...registerTables(k, organisations),
    ...patronageTables(k, { ...identity, ...organisations }),
    ...registryTables(k, identity, organisations),
    ...importTables(k, identity),
    ...consultationTables(k, identity),
    ...calls,
    ...callLifeTables(k, { ...identity, ...calls }),
  };
  const applications = { ...base, ...applicationTables(k, base) };
  const assessment = {
    ...applications,
    ...correctionTables(k, applications),
    ...panelTables(k, base),
    ...reviewTables(k, applications),
    ...decisionTables(k, applications),
  };
  const agreements = { ...assessment, ...smallGrantTables(k, assessment), ...localInitiativeTables(k, base), ...proposalTables(k, base), ...agreementTables(k, assessment) };
  return { ...agreements, ...paymentTables(k, agreements), ...reportTables(k, agreements) };
}
