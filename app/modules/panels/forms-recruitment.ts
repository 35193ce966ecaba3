import { z } from 'zod';
import { checked, day, email, longText, text, whole } from '~/shared/fields';

/** Until when organisations may propose members, for how many places, and what is expected of them. */
export const RecruitmentForm = z.object({ until: day(), places: whole({ min: 1, max: 50 }), expected: longText({ max: 4000 }) });

/** A person an organisation points out for the committee. */
export const ProposalForm = z.object({
  organisationId: text({ max: 40 }), name: text({ max: 120 }), email: email(), experience: longText({ max: 4000 }), unbound: checked(), agrees: checked(),
});

/** Which proposal is taken. */
export const AcceptForm = z.object({ proposal: text({ max: 40 }) });

/** Which proposal is not taken, and why. */
export const RejectForm = z.object({ proposal: text({ max: 40 }), reason: longText({ max: 2000 }) });
