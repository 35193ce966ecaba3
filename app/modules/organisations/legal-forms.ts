import { legalForms, type LegalForm } from './content';

export { legalForms, type LegalForm };

/** Forms that can never be an applicant: they have no legal capacity of their own, or are not organisations of art. 3. */
export const neverApplicants: readonly LegalForm[] = ['informal_group', 'public_institution', 'business'];

/** Forms that may take part in an open call. */
export const applicantForms = legalForms.filter((form) => !neverApplicants.includes(form));
