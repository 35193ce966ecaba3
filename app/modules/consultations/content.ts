/** The life of a consultation, in order. */
export const consultationStatuses = ['draft', 'announced', 'open', 'closed', 'analysing', 'report_published'] as const;
export type ConsultationStatus = (typeof consultationStatuses)[number];

/** What the City did with a comment. */
export const dispositions = ['accepted', 'partly_accepted', 'rejected', 'out_of_scope'] as const;
export type Disposition = (typeof dispositions)[number];
