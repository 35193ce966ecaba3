import type { Read } from '#db/open.server';
import type { FileSubject } from '~/modules/files/commands.server';
import type { FilePurpose } from '~/modules/files/queries.server';
import { getApplication } from '~/modules/applications/queries.server';
import { invitedTo } from '~/modules/applications/helper-queries.server';
import { partnersReading } from '~/modules/applications/partners.server';
import { panelSubject } from '~/modules/panels/queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { getLocalInitiative } from '~/modules/local-initiatives/queries.server';
import { isWritable as isRequestWritable, subjectOf as initiativeSubject } from '~/modules/local-initiatives/rules';
import { getProposal } from '~/modules/proposals/queries.server';
import { getReport } from '~/modules/reports/queries.server';
import { getClaim } from '~/modules/organisations/claims.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { isWritable } from '~/modules/reports/rules';
import { NotFound } from '~/shared/errors';

type Known = FileSubject & { writable: boolean; handedIn: boolean; committee: string[]; cleared: string[]; coOrganisations?: string[]; helpers?: readonly string[]; mentors?: readonly string[] };

/** What a file hangs on, for an attachment the call asks for with its key behind a dot: whose it is, whether it can still change, and who else may read it. */
export async function subjectOf(read: Read, purpose: string, subjectId: string, now: Date): Promise<Known> {
  const nobody = { committee: [], cleared: [] };
  switch (purpose as FilePurpose) {
    case 'application_attachment': {
      const [id = '', slot] = subjectId.split('.');
      const { organisationId, status, callId, correctionSections } = await getApplication(read, id);
      if (slot !== undefined && !(await getCall(read, callId)).requiredAttachments.some(({ key }) => key === slot)) throw new NotFound('attachment');
      const writable = status === 'draft' || (status === 'correction_requested' && !!correctionSections?.includes('attachments'));
      return { purpose: 'application_attachment', subjectId: id, ...(slot ? { slot } : {}), organisationId, writable, handedIn: status !== 'draft', coOrganisations: await partnersReading(read, id), ...(await invitedTo(read, id, now)), ...(await panelSubject(read, callId)) };
    }
    case 'report_attachment': {
      const { organisationId, status, submittedAt } = await getReport(read, subjectId);
      return { purpose: 'report_attachment', subjectId, organisationId, writable: isWritable(status), handedIn: submittedAt !== null, ...nobody };
    }
    case 'organisation_evidence': {
      const { status } = await getOrganisation(read, subjectId);
      return { purpose: 'organisation_evidence', subjectId, organisationId: subjectId, writable: status !== 'verified', handedIn: status !== 'draft', ...nobody };
    }
    case 'organisation_logo': {
      const { id } = await getOrganisation(read, subjectId);
      // A logo comes with its own form only, which makes it anew from its pixels.
      return { purpose: 'organisation_logo', subjectId, organisationId: id, writable: false, handedIn: true, ...nobody };
    }
    case 'claim_evidence': {
      const { status, personId } = await getClaim(read, subjectId);
      return { purpose: 'claim_evidence', subjectId, organisationId: '', personId, writable: status === 'open', handedIn: true, ...nobody };
    }
    case 'local_initiative_attachment': {
      const initiative = await getLocalInitiative(read, subjectId);
      const { organisationId, personId, handedIn } = initiativeSubject(initiative);
      return { purpose: 'local_initiative_attachment', subjectId, organisationId: organisationId ?? '', ...(personId ? { personId } : {}), writable: isRequestWritable(initiative.status), handedIn: !!handedIn, ...nobody };
    }
    case 'proposal_attachment': {
      const { organisationId, status } = await getProposal(read, subjectId);
      return { purpose: 'proposal_attachment', subjectId, organisationId, writable: status === 'draft', handedIn: status !== 'draft', ...nobody };
    }
    default:
      throw new NotFound('file');
  }
}
