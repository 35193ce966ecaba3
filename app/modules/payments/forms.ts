import { z } from 'zod';
import { day, text } from '~/shared/fields';

/** When and under which number an instalment left the City's account. */
export const PaymentForm = z.object({ paidOn: day(), documentNumber: text({ max: 60, allowNumbers: true }) });

/** When money came back to the City. */
export const ReturnForm = z.object({ returnedOn: day() });
