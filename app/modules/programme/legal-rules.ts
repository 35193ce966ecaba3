/** Statutory numbers with the days between which they hold; a new number is a new row, never a change in code. */
export const legalRules = [
  { code: 'CALL_21_DAYS', value: 21, unit: 'days', source: 'UoDPP art. 13(1)' },
  { code: 'SG_AMOUNT', value: 1_000_000, unit: 'grosze', source: 'UoDPP art. 19a(1)' },
  { code: 'SG_DAYS', value: 90, unit: 'days', source: 'UoDPP art. 19a(1)' },
  { code: 'SG_ORG_YEAR', value: 2_000_000, unit: 'grosze', source: 'UoDPP art. 19a(6)' },
  { code: 'SG_POOL', value: 20, unit: 'percent', source: 'UoDPP art. 19a(7)' },
  { code: 'SG_7WD', value: 7, unit: 'working days', source: 'UoDPP art. 19a(3)' },
  { code: 'SG_7D', value: 7, unit: 'days', source: 'UoDPP art. 19a(4)' },
  { code: 'REPORT_DUE', value: 30, unit: 'days', source: 'UoDPP art. 18(1)' },
  { code: 'RETURN_DUE', value: 15, unit: 'days', source: 'Public Finance Act art. 251(3)' },
  { code: 'JUSTIFY_30', value: 30, unit: 'days', source: 'UoDPP art. 15(2i)' },
  { code: 'FORMAL_CHECK', value: 30, unit: 'days', source: 'the City’s own promise to those who hand in offers' },
  { code: 'AGREEMENT_MAX_YEARS', value: 5, unit: 'years', source: 'UoDPP art. 16(3)' },
  { code: 'OP_ANSWER', value: 1, unit: 'months', source: 'UoDPP art. 12(2)' },
  { code: 'LI_ANSWER', value: 1, unit: 'months', source: 'UoDPP art. 19b(2); Code of Administrative Procedure art. 237(1), 247' },
  { code: 'LI_NEED', value: 45, unit: 'points', source: 'Kraków: criteria for local initiatives as the City published them in 2019' },
  { code: 'LI_WORK', value: 45, unit: 'points', source: 'Kraków: criteria for local initiatives as the City published them in 2019' },
  { code: 'LI_DISTRICT', value: 10, unit: 'points', source: 'Kraków: criteria for local initiatives as the City published them in 2020' },
  { code: 'LI_PASS', value: 60, unit: 'points', source: 'Kraków: criteria for local initiatives as the City published them in 2020' },
] as const;

export type LegalRuleCode = (typeof legalRules)[number]['code'];

/** The day from which the first version of every number is taken to hold: the day the Act came into force. */
export const sinceTheAct = '2004-01-01';
