import { z } from 'zod';
import { day, text } from '~/shared/fields';

/** Which instalment is ordered. */
export const OrderForm = z.object({ instalmentId: text({ max: 40 }) });

/** When and under which number an instalment left the City's account. */
export const PaymentForm = OrderForm.extend({ paidOn: day(), documentNumber: text({ max: 60, allowNumbers: true }) });

/** When money came back to the City. */
export const ReturnForm = z.object({ repaymentId: text({ max: 40 }), returnedOn: day() });
