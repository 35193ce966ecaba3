import { messages } from '../messages';

export const payments = messages({});
